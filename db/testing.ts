import { randomUUID } from "node:crypto";
import { type Actor, type Role, SCOPES_OF_ROLE } from "#core/actor.ts";

interface Choice {
  readonly role?: Role | undefined;
  readonly organizationId?: string | undefined;
  readonly userId?: string | undefined;
}

/** A person in a browser, of a new organisation unless one is named: an owner unless `role` says else. */
export function testActor({
  role = "owner",
  organizationId,
  userId,
}: Choice = {}): Extract<Actor, { kind: "user" }> {
  const id = organizationId ?? `org-${randomUUID()}`;
  const user = userId ?? `user-${randomUUID()}`;
  return {
    kind: "user",
    channel: "web",
    userId: user,
    organizationId: id,
    organizationName: `Organisation ${id.slice(-4)}`,
    role,
    scopes: new Set(SCOPES_OF_ROLE[role]),
    name: `${user.slice(-4)}@example.test`,
  };
}
