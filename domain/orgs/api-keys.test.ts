import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, hasScope, ROLES, SCOPES, SCOPES_OF_ROLE } from "#core/actor.ts";
import { Forbidden, Invalid, NotFound, Unauthenticated } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { forgetKeys } from "#domain/auth/key-cache.ts";
import { KEY_SCOPES } from "#domain/auth/key-scopes.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { changeKeyLimits } from "./change-key-limits.ts";
import { changeRole } from "./change-role.ts";
import { createApiKey } from "./create-api-key.ts";
import type { Organization } from "./ensure-organization.ts";
import { inviteMember } from "./invite-member.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { removeMember } from "./remove-member.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

let home: Organization;
let owner: Extract<Actor, { kind: "user" }>;

beforeAll(async () => {
  home = await newOrganization();
  owner = await newMember(home, "owner");
});

const bearer = (key: string) => new Headers({ authorization: `Bearer ${key}` });
const make = (actor: Actor = owner) => createApiKey(actor, { name: "billing", scopes: SCOPES });

describe("an API key", () => {
  it("stands for its organisation with the scopes that it was given", async () => {
    const { id, key } = await createApiKey(owner, {
      name: "meter sync",
      scopes: ["sims:read", "reports:read"],
    });
    const actor = await actorOfRequest(bearer(key), "203.0.113.9");
    expect(actor).toMatchObject({
      kind: "apiKey",
      channel: "api",
      keyId: id,
      userId: owner.userId,
      organizationId: home.id,
      name: "meter sync",
      ipAddress: "203.0.113.9",
    });
    expect([...actor.scopes].sort()).toEqual(["reports:read", "sims:read"]);
    expect(await actorOfRequest(new Headers({ "x-api-key": key }))).toMatchObject({ keyId: id });
  });

  it("never carries the right to approve, nor to manage members and keys", async () => {
    const { key } = await make();
    const actor = await actorOfRequest(bearer(key));
    expect([...actor.scopes].sort()).toEqual([...KEY_SCOPES].sort());
    expect(hasScope(actor, "changes:approve")).toBe(false);
    await expect(make(actor)).rejects.toBeInstanceOf(Forbidden);
    const invited = async () => inviteMember(actor, { email: "me@example.test", role: "owner" });
    await expect(invited).rejects.toBeInstanceOf(Forbidden);
  });

  it("is shown once: only its hash is kept", async () => {
    const { id, key } = await make();
    const { sql } = await database();
    const stored = await sql`select * from public.apikey where id = ${id}`;
    expect(JSON.stringify(stored)).not.toContain(key);
    const [listed] = (await listApiKeys(owner)).filter((candidate) => candidate.id === id);
    expect(listed).toMatchObject({ name: "billing", start: key.slice(0, 10), maker: owner.name });
  });

  it("stops at once when it is revoked", async () => {
    const { id, key } = await make();
    await actorOfRequest(bearer(key));
    await revokeApiKey(owner, id);
    await expect(actorOfRequest(bearer(key))).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("cannot be revoked by another organisation", async () => {
    const { id, key } = await make();
    const stranger = await newMember(await newOrganization(), "owner");
    await expect(revokeApiKey(stranger, id)).rejects.toBeInstanceOf(NotFound);
    expect(await listApiKeys(stranger)).toEqual([]);
    expect((await actorOfRequest(bearer(key))).organizationId).toBe(home.id);
  });

  it("does no more than its maker may do today, and ends with their membership", async () => {
    const second = await newMember(home, "owner");
    const { key } = await make(second);
    await changeRole(owner, second.userId, "viewer");
    expect([...(await actorOfRequest(bearer(key))).scopes].sort()).toEqual([
      "reports:read",
      "sims:read",
    ]);
    await removeMember(owner, second.userId);
    await expect(actorOfRequest(bearer(key))).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("that expired or was switched off is refused", async () => {
    const { sql } = await database();
    const expired = await createApiKey(owner, { name: "old", scopes: SCOPES, expiresInDays: 1 });
    await sql`update public.apikey set "expiresAt" = now() - interval '1 second'
               where id = ${expired.id}`;
    const disabled = await make();
    await sql`update public.apikey set enabled = false where id = ${disabled.id}`;
    for (const { key } of [expired, disabled]) {
      await expect(actorOfRequest(bearer(key))).rejects.toBeInstanceOf(Unauthenticated);
    }
  });

  it("has the limits that it was made with, until an owner changes them", async () => {
    const limits = { readsPerMinute: 500, effectsPerMinute: 20 };
    const { id, key } = await createApiKey(owner, { name: "fast", scopes: SCOPES, limits });
    const shown = async () => (await listApiKeys(owner)).find((listed) => listed.id === id)?.limits;
    expect(await actorOfRequest(bearer(key))).toMatchObject({ userId: owner.userId, limits });
    expect(await shown()).toEqual(limits);
    const fewer = { readsPerMinute: 50, effectsPerMinute: 2 };
    await changeKeyLimits(owner, id, fewer);
    expect(await actorOfRequest(bearer(key))).toMatchObject({
      userId: owner.userId,
      limits: fewer,
    });
    expect(await shown()).toEqual(fewer);
    const [audited] = await asActor(
      owner,
      (sql) => sql`
        select changes from fleet.audit_logs
         where action = 'api_key.change_limits' and resource_id = ${id}`,
    );
    expect(audited?.changes).toEqual({ name: "fast", before: limits, after: fewer });
  });

  it("without limits of its own has those of the installation", async () => {
    const { id, key } = await make();
    expect((await actorOfRequest(bearer(key))).kind).toBe("apiKey");
    expect(await actorOfRequest(bearer(key))).toMatchObject({ limits: undefined });
    expect((await listApiKeys(owner)).find((listed) => listed.id === id)?.limits).toBeNull();
  });

  it.each([0, -1, 1.5, 1_000_001, Number.NaN])("takes no limit of %s", async (readsPerMinute) => {
    const limits = { readsPerMinute, effectsPerMinute: 1 };
    const { id } = await make();
    await expect(changeKeyLimits(owner, id, limits)).rejects.toBeInstanceOf(Invalid);
    const made = createApiKey(owner, { name: "odd", scopes: SCOPES, limits });
    await expect(made).rejects.toBeInstanceOf(Invalid);
  });

  it("has its limits changed by an owner of its organisation only, in person", async () => {
    const { id, key } = await make();
    const limits = { readsPerMinute: 9999, effectsPerMinute: 9999 };
    const stranger = await newMember(await newOrganization(), "owner");
    await expect(changeKeyLimits(stranger, id, limits)).rejects.toBeInstanceOf(NotFound);
    const operator = await newMember(home, "operator");
    await expect(changeKeyLimits(operator, id, limits)).rejects.toBeInstanceOf(Forbidden);
    const itself = await actorOfRequest(bearer(key));
    await expect(changeKeyLimits(itself, id, limits)).rejects.toBeInstanceOf(Forbidden);
    expect((await listApiKeys(owner)).find((listed) => listed.id === id)?.limits).toBeNull();
  });

  it("asks the database once for many requests", async () => {
    const { id, key } = await make();
    const { sql } = await database();
    await Promise.all(Array.from({ length: 20 }, () => actorOfRequest(bearer(key))));
    await sql`update public.apikey set "lastRequest" = null where id = ${id}`;
    await actorOfRequest(bearer(key));
    const lastUsed = async () =>
      (await listApiKeys(owner)).find((candidate) => candidate.id === id)?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    forgetKeys();
    await actorOfRequest(bearer(key));
    expect(await lastUsed()).toBeInstanceOf(Date);
  });

  it.each(["", "simon_wrong", "'; drop table apikey --", "x".repeat(5000)])(
    "that is none (%s) is refused",
    async (key) => {
      const headers = new Headers({ "x-api-key": key });
      await expect(actorOfRequest(headers)).rejects.toBeInstanceOf(Unauthenticated);
    },
  );

  it("needs a name and a permission", async () => {
    const nameless = createApiKey(owner, { name: " ", scopes: SCOPES });
    await expect(nameless).rejects.toBeInstanceOf(Invalid);
    const useless = createApiKey(owner, { name: "none", scopes: ["changes:approve"] });
    await expect(useless).rejects.toBeInstanceOf(Invalid);
  });

  it.each(["viewer", "analyst", "operator"] as const)("is not made by a %s", async (role) => {
    const person = await newMember(home, role);
    await expect(make(person)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("the roles", () => {
  it("may do what the design's table says", () => {
    const table = ROLES.map((role) => {
      const has = (scope: (typeof SCOPES)[number]) => SCOPES_OF_ROLE[role].includes(scope);
      return [
        role,
        { reads: has("sims:read"), smsText: has("sms:read"), sql: has("developer") },
        { proposes: has("sims:write"), approves: has("changes:approve"), admin: has("org:admin") },
      ];
    });
    const yes = true;
    const no = false;
    expect(table).toEqual([
      ["viewer", { reads: yes, smsText: no, sql: no }, { proposes: no, approves: no, admin: no }],
      ["analyst", { reads: yes, smsText: no, sql: yes }, { proposes: no, approves: no, admin: no }],
      [
        "operator",
        { reads: yes, smsText: yes, sql: yes },
        { proposes: yes, approves: yes, admin: no },
      ],
      [
        "owner",
        { reads: yes, smsText: yes, sql: yes },
        { proposes: yes, approves: yes, admin: yes },
      ],
    ]);
  });

  it("of the guard have no right on the sign-in library's tables", async () => {
    const { sql } = await database();
    const rows = await sql`
      select c.relname, r.role from pg_class c, unnest(array['simon_app', 'simon_reader']) r(role)
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and (has_table_privilege(r.role, c.oid, 'select')
           or has_table_privilege(r.role, c.oid, 'insert, update, delete'))`;
    expect(rows).toHaveLength(0);
  });
});
