import { heard, heardNothing } from "./contact.ts";

/** A request that the server refused or that never reached it. `message` is for the person. */
export class RequestFailed extends Error {
  readonly status: number;
  /** To quote when asking for help. */
  readonly reference: string | undefined;

  constructor(message: string, status: number, reference?: string) {
    super(message);
    this.name = "RequestFailed";
    this.status = status;
    this.reference = reference;
  }
}

const OFFLINE = "Simon does not answer. Check the connection, then try again.";

/** Whether nobody was met, so that asking again later may do. */
export function isUnheard(error: Error | undefined): boolean {
  return error instanceof RequestFailed && error.status === 0;
}

/** Fetches JSON of our own API. @throws RequestFailed with a sentence for the person. */
export async function getJson<Body>(path: string): Promise<Body> {
  const response = await request(path, { headers: { accept: "application/json" } });
  return (await response.json()) as Body;
}

/** Sends JSON to our own API; answers the parsed body, or null where there is none. `signal` calls it off. */
export async function sendJson<Body = unknown>(
  method: "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  signal: AbortSignal | null = null,
): Promise<Body | null> {
  const response = await request(path, {
    method,
    signal,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return text ? (JSON.parse(text) as Body) : null;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    heardNothing();
    throw new RequestFailed(OFFLINE, 0);
  });
  heard(response);
  if (response.ok) return response;
  throw await failureOf(response);
}

/** Reads problem+json (`detail`) and better-auth's shape (`message`); never shows anything else. */
export async function failureOf(response: Response): Promise<RequestFailed> {
  const problem: unknown = await response.json().catch(() => null);
  return new RequestFailed(
    sentenceIn(problem) ?? sentenceOfStatus(response.status),
    response.status,
    textAt(problem, "id") ?? response.headers.get("x-request-id") ?? undefined,
  );
}

function sentenceIn(problem: unknown): string | undefined {
  return textAt(problem, "detail") ?? textAt(problem, "message") ?? textAt(problem, "title");
}

function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null || !(key in value)) return undefined;
  const text = (value as Record<string, unknown>)[key];
  return typeof text === "string" && text !== "" ? text : undefined;
}

function sentenceOfStatus(status: number): string {
  if (status === 401) return "Your session has ended. Sign in again; nothing is lost.";
  if (status === 403) return "You do not have the permission for this.";
  if (status === 404) return "This does not exist, or it belongs to somebody else.";
  if (status === 413) return "This is too large.";
  if (status === 429) return "Too many requests. Wait a moment, then try again.";
  return "Something went wrong on our side. Nothing is lost; try again.";
}
