import { log } from "#core/log.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { personOfSession } from "./actor-of.ts";

export const SIGN_OUT = "/sign-out";

/**
 * Runs `work` of the sign-in library and, when it succeeded, keeps an audit row. Who it was is read before:
 * afterwards the session is gone. Where the row cannot be written, that is logged, as with a sign-in.
 */
export async function auditSignOut(
  headers: Headers,
  work: () => Promise<Response>,
): Promise<Response> {
  const person = await personOfSession(headers);
  const response = await work();
  if (!person || response.status >= 400) return response;
  const entry = {
    action: "session.sign_out",
    resourceType: "user",
    resourceId: person.userId,
    changes: {},
  };
  try {
    await asActor(person, (sql) => recordAudit(sql, person, entry));
  } catch (error) {
    log().error({ err: error }, "a sign-out was not audited");
  }
  return response;
}
