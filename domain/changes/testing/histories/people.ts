import { type Actor, type Role, SCOPES_OF_ROLE, systemActor } from "#core/actor.ts";
import { testActor } from "#db/testing.ts";
import { newOrganization } from "#domain/auth/testing.ts";
import { addMember } from "#domain/orgs/add-member.ts";

export const DECIDERS = ["owner", "deputy", "operator", "colleague"] as const;
export const PEOPLE = [...DECIDERS, "analyst", "viewer", "key", "client", "stranger"] as const;
export type Who = (typeof PEOPLE)[number];

const ROLES: Record<Exclude<Who, "key" | "client" | "stranger">, Role> = {
  owner: "owner",
  deputy: "owner",
  operator: "operator",
  colleague: "operator",
  analyst: "analyst",
  viewer: "viewer",
};

/** An organisation with everybody who might try, by every way in. */
export async function cast(): Promise<Record<Who, Actor>> {
  const organization = await newOrganization();
  const members = await Promise.all(
    Object.entries(ROLES).map(async ([name, role]): Promise<[string, Actor]> => {
      const email = `${name}-${organization.id}@example.test`.toLowerCase();
      const { id } = await addMember(systemActor(organization), { email, role });
      const person = testActor({ role, organizationId: organization.id, userId: id });
      return [name, { ...person, name: email, scopes: new Set(SCOPES_OF_ROLE[role]) }];
    }),
  );
  const people = Object.fromEntries(members) as Record<keyof typeof ROLES, Actor>;
  const owner = people.owner as Extract<Actor, { kind: "user" }>;
  return {
    ...people,
    key: { ...owner, kind: "apiKey", channel: "api", keyId: "k" },
    client: { ...owner, kind: "mcp", channel: "mcp", clientId: "c" },
    stranger: testActor(),
  };
}
