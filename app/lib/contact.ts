import { useSyncExternalStore } from "react";

/** How this page reaches Simon, as its own requests find. */
export interface Contact {
  readonly state: "there" | "offline" | "silent";
  /** When the last answer came, by the reader's clock. */
  readonly lastHeardAt: number;
}

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 15_000;
const PROBE = "/api/health";
/** What a gateway says in the place of a server that is away. */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504];

const THERE: Contact = { state: "there", lastHeardAt: 0 };

let contact: Contact = THERE;
let lastHeardAt = Date.now();
let retryMs = FIRST_RETRY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Tells that `response` came. A page of a gateway is not from Simon, who says what is wrong in JSON. */
export function heard(response: Response): void {
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  if (GATEWAY_STATUSES.includes(response.status) && !isJson) {
    heardNothing();
    return;
  }
  lastHeardAt = Date.now();
  if (contact.state === "there") return;
  clearTimeout(timer);
  retryMs = FIRST_RETRY_MS;
  put(THERE);
  // Of a server that was away no browser tells. On this event everything is read anew, and navigations go on.
  window.dispatchEvent(new Event("online"));
}

/** Tells that a request met nobody. From then on Simon is asked for, until he answers. */
export function heardNothing(): void {
  const state = navigator.onLine ? "silent" : "offline";
  if (contact.state !== state) put({ state, lastHeardAt });
  clearTimeout(timer);
  timer = setTimeout(probe, retryMs);
  retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
}

/** Asks at once whether Simon is there. */
export async function probe(): Promise<void> {
  clearTimeout(timer);
  await fetch(PROBE, { cache: "no-store" }).then(heard, heardNothing);
}

export function useContact(): Contact {
  return useSyncExternalStore(
    listen,
    () => contact,
    () => THERE,
  );
}

function put(next: Contact): void {
  contact = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener("offline", heardNothing);
    window.addEventListener("online", whenOnline);
  }
  listeners.add(listener);
  // Of what was so before anybody listened, no event tells.
  if (!navigator.onLine && contact.state === "there") heardNothing();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener("offline", heardNothing);
    window.removeEventListener("online", whenOnline);
  };
}

/** A network is not yet an answer. */
function whenOnline(): void {
  if (contact.state !== "there") void probe();
}
