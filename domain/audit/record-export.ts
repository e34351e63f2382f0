import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "./record-audit.ts";

/** Whoever takes the log out of the house stands in it. */
export function recordExport(
  actor: Actor,
  chosen: Readonly<Record<string, unknown>>,
): Promise<void> {
  return asActor(actor, (sql) =>
    recordAudit(sql, actor, {
      action: "audit.export",
      resourceType: "organization",
      resourceId: actor.organizationId,
      changes: { chosen },
    }),
  );
}
