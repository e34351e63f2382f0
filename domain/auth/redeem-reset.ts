import { NotFound } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { setPassword } from "./accounts.ts";
import { findMembership } from "./memberships.ts";
import { readLink, takeLink } from "./one-time-link.ts";
import { toPasswordHash } from "./passwords.ts";

/** Whose password a link sets, for its page. @throws NotFound */
export async function readReset(token: string): Promise<{ email: string }> {
  const { userId } = await readLink("reset", token);
  const { sql } = await database();
  const [user] = await sql<{ email: string }[]>`
    select email from public."user" where id = ${userId}`;
  if (!user) throw new NotFound("This account does not exist any more.");
  return user;
}

/**
 * Sets a new password by a one-time link; every session of the person ends, and what they gave MCP clients.
 *
 * @throws NotFound for a used or expired link; Invalid for a bad password, the link is then still good.
 */
export async function redeemReset(token: string, password: string): Promise<{ email: string }> {
  const { userId } = await readLink("reset", token);
  const { email } = await readReset(token);
  const membership = await findMembership(userId, null);
  const hash = await toPasswordHash(password);
  try {
    await inTransaction(await database(), async (transaction) => {
      await takeLink(transaction, "reset", token);
      await setPassword(transaction, userId, hash);
      if (!membership) return;
      await transaction`select set_config('app.organization_id', ${membership.organizationId}, true)`;
      await recordAudit(
        transaction,
        { organizationId: membership.organizationId, name: email, channel: "web" },
        { action: "user.set_password", resourceType: "user", resourceId: userId, changes: {} },
      );
    });
  } catch (error) {
    throw fromDatabaseError(error);
  }
  return { email };
}
