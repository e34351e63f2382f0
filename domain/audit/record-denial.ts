import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "./record-audit.ts";

interface Denied {
  /** What was to be used, seen or changed, as the action names it. */
  readonly of: "tool" | "change" | "change_rules" | "connection" | "difference";
  /** Which one; absent where the organisation has only one. */
  readonly id?: string;
}

/** A refused attempt to change something, in a transaction of its own. */
export function recordDenial(actor: Actor, { of, id }: Denied): Promise<void> {
  return asActor(actor, (sql) =>
    recordAudit(sql, actor, {
      action: `${of}.denied`,
      resourceType: id === undefined ? "organization" : of,
      resourceId: id ?? actor.organizationId,
      changes: {},
    }),
  );
}
