import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "./record-audit.ts";

interface Denied {
  readonly type: "tool" | "change";
  readonly id: string;
}

/** A refused attempt to change something, in a transaction of its own. */
export function recordDenial(actor: Actor, { type, id }: Denied): Promise<void> {
  return asActor(actor, (sql) =>
    recordAudit(sql, actor, {
      action: `${type}.denied`,
      resourceType: type,
      resourceId: id,
      changes: {},
    }),
  );
}
