import { type Actor, type Role, SCOPES_OF_ROLE } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { translateLostDatabase } from "#domain/auth/lost-database.ts";
import { rolesOf } from "#domain/auth/memberships.ts";

export interface Approval {
  readonly userId: string;
  readonly role: Role;
}

/**
 * What those who approved a change are in the organisation now; null for who left it. Asked before the
 * transaction of a decision, which has no other connection.
 */
export async function presentRoles(
  actor: Actor,
  changeId: string,
): Promise<ReadonlyMap<string, Role | null>> {
  const approvals = await asActor(actor, (sql) => approvalsIn(sql, changeId));
  const userIds = approvals.map(({ userId }) => userId);
  return translateLostDatabase(() => rolesOf(actor.organizationId, userIds));
}

/** The approvals that count: of those who may still give one. */
export function standing(
  approvals: readonly Approval[],
  present: ReadonlyMap<string, Role | null>,
): Approval[] {
  return approvals.flatMap(({ userId, role }) => {
    const now = present.has(userId) ? present.get(userId) : role; // else given a moment ago
    return now && SCOPES_OF_ROLE[now].includes("changes:approve") ? [{ userId, role: now }] : [];
  });
}

export function approvalsIn(sql: Transaction, changeId: string): Promise<Approval[]> {
  return sql<Approval[]>`
    select user_id as "userId", role from store.change_decisions
    where change_id = ${changeId} and decision = 'approve'`;
}
