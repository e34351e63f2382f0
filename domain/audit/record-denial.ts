import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "./record-audit.ts";

/** A refused attempt to change something, in a transaction of its own. */
export function recordDenial(actor: Actor, tool: string): Promise<void> {
  return asActor(actor, (sql) =>
    recordAudit(sql, actor, {
      action: "tool.denied",
      resourceType: "tool",
      resourceId: tool,
      changes: {},
    }),
  );
}
