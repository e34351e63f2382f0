import type { Actor, CallLimits } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { Limited } from "#core/errors.ts";
import { countOne, type Standing } from "#core/minute-limit.ts";

export type Counted = "reads" | "effects";

/** Where the caller stands in the one of their two limits that a call counts in. */
export interface LimitState extends Standing {
  readonly counted: Counted;
}

/**
 * Counts one call of the actor, or a request of theirs that costs as much. `onLimit` is told where they
 * stand, also when that is over the limit.
 *
 * @throws Limited
 */
export async function takeFromLimit(
  actor: Actor,
  counted: Counted,
  onLimit?: (state: LimitState) => void,
): Promise<void> {
  const limits = limitsOf(actor);
  if (!limits) return;
  const perMinute = counted === "reads" ? limits.readsPerMinute : limits.effectsPerMinute;
  const standing = await countOne(`${counted}:${callerOf(actor)}`, perMinute);
  onLimit?.({ ...standing, counted });
  if (standing.isOver) throw refusal(counted, standing);
}

function limitsOf(actor: Actor): CallLimits | null {
  switch (actor.kind) {
    case "system":
      return null;
    case "apiKey":
    case "mcp":
      return actor.limits ?? config().callLimits;
    case "user":
    case "slack":
      return config().personLimits;
  }
}

function callerOf(actor: Actor): string {
  switch (actor.kind) {
    case "apiKey":
      return `${actor.organizationId}:key:${actor.keyId}`;
    case "mcp":
      return `${actor.organizationId}:client:${actor.clientId}:${actor.userId}`;
    default:
      return `${actor.organizationId}:user:${actor.userId}`;
  }
}

function refusal(counted: Counted, { perMinute, resetSeconds }: Standing): Limited {
  const most = perMinute.toLocaleString("en");
  const what =
    counted === "reads" ? `${most} reads a minute` : `${most} a minute may change something`;
  return new Limited(`Too many requests: at most ${what}. Try again in ${resetSeconds} s.`, {
    details: { retryAfterSeconds: resetSeconds },
  });
}
