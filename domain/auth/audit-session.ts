import type { Actor } from "#core/actor.ts";
import { Unauthenticated } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { actorOfRequest } from "./actor-of.ts";

const AUDITED_ACTIONS: Readonly<Record<string, string>> = {
  "/sign-out": "session.sign_out",
  "/change-password": "user.change_password",
};

/**
 * Runs `work` of the sign-in library and, when it succeeded, keeps an audit row of what ended or changed
 * a session. Who it was is read before: afterwards a session may be gone. Where the row cannot be
 * written, that is logged, as with a sign-in.
 */
export async function auditSession(
  path: string,
  headers: Headers,
  work: () => Promise<Response>,
): Promise<Response> {
  const action = AUDITED_ACTIONS[path];
  const person = action ? await personOf(headers) : null;
  const response = await work();
  if (action && person && response.status < 400) await record(person, action);
  return response;
}

async function personOf(headers: Headers): Promise<Actor | null> {
  try {
    return await actorOfRequest(headers);
  } catch (error) {
    if (error instanceof Unauthenticated) return null;
    throw error;
  }
}

async function record(person: Actor, action: string): Promise<void> {
  const entry = { action, resourceType: "user", resourceId: person.userId ?? "", changes: {} };
  try {
    await asActor(person, (sql) => recordAudit(sql, person, entry));
  } catch (error) {
    log().error({ err: error, action }, "the end or change of a session was not audited");
  }
}
