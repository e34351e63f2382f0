import type { SystemActor } from "#core/actor.ts";
import { Internal } from "#core/errors.ts";
import { verifyAuditLog } from "#domain/audit/verify-audit-log.ts";
import type { JobEnd } from "./definitions.ts";

/** @throws Internal when a row is not what was recorded. */
export async function checkAudit(actor: SystemActor): Promise<JobEnd> {
  const { organizationId: id, organizationName: name } = actor;
  const { rows, breaks } = await verifyAuditLog({ id, name });
  const [first] = breaks;
  if (!first) return { outcome: `${rows.toLocaleString("en")} rows are as they were recorded.` };
  throw new Internal(
    `The audit log is not what was recorded: ${first.kind}. ` +
      "`npm run audit:verify` shows where, and what to do.",
  );
}
