import { APIError, createAuthMiddleware } from "better-auth/api";
import { SCOPES_OF_ROLE } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { findMembership, findUserByEmail, roleOf } from "./memberships.ts";
import { requestOrigin } from "./request-origin.ts";

/**
 * Keeps an audit row of every sign-in to a known account, also of those that failed. A sign-in does
 * not depend on it: where the row cannot be written, that is logged.
 */
export const auditSignIn = createAuthMiddleware(async (context) => {
  if (context.path !== "/sign-in/email") return;
  const failed = context.context.returned instanceof APIError;
  const email = String(context.body?.email ?? "").toLowerCase();
  try {
    await record(email, failed, context.headers ?? new Headers());
  } catch (error) {
    log().error({ err: error }, "a sign-in was not audited");
  }
});

async function record(email: string, failed: boolean, headers: Headers): Promise<void> {
  const user = await findUserByEmail(email);
  const membership = user && (await findMembership(user.id, null));
  if (!user || !membership) return;
  const role = roleOf(membership.role);
  const actor = {
    kind: "user",
    channel: "web",
    userId: user.id,
    organizationId: membership.organizationId,
    organizationName: membership.organizationName,
    name: user.email,
    role,
    scopes: new Set(SCOPES_OF_ROLE[role]),
    ...requestOrigin(headers),
  } as const;
  await asActor(actor, (sql) =>
    recordAudit(sql, actor, {
      action: failed ? "session.sign_in_failed" : "session.sign_in",
      resourceType: "user",
      resourceId: user.id,
      changes: {},
    }),
  );
}
