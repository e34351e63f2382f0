import type { Actor } from "#core/actor.ts";
import { processWide } from "#core/process-state.ts";

type RequestId = string | number;

const running = () => processWide("mcp-running-calls", () => new Map<string, AbortController[]>());

/**
 * Lets a call be cancelled by another request, as clients of 2025 do it: each request is served alone here, so that
 * only this tells one what the other is about. (Those of 2026-07-28 close the connection.)
 */
export async function cancellable<T>(
  actor: Actor,
  { id, signal }: { readonly id: RequestId; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const key = keyOf(actor, id);
  running().set(key, [...(running().get(key) ?? []), controller]);
  try {
    return await work(AbortSignal.any([signal, controller.signal]));
  } finally {
    const others =
      running()
        .get(key)
        ?.filter((other) => other !== controller) ?? [];
    if (others.length > 0) running().set(key, others);
    else running().delete(key);
  }
}

/** Nothing where two calls of the caller have this id: clients number theirs alike. */
export function cancelCall(actor: Actor, id: RequestId): void {
  const [only, ...others] = running().get(keyOf(actor, id)) ?? [];
  if (others.length === 0) only?.abort();
}

function keyOf(actor: Actor, id: RequestId): string {
  const client = actor.kind === "mcp" ? actor.clientId : "";
  const { organizationId, userId, ipAddress, userAgent } = actor;
  return JSON.stringify([organizationId, userId, client, ipAddress, userAgent, id]);
}
