import { beforeAll, describe, expect, it } from "vitest";
import { POST as redeem } from "#app/api/account/[kind]/route.ts";
import { POST as signInAt } from "#app/api/auth/[...all]/route.ts";
import type { Actor } from "#core/actor.ts";
import { Conflict, Forbidden, NotFound } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { acceptInvitation, readInvitation } from "#domain/auth/accept-invitation.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";
import {
  browserRequest,
  cookieOf,
  newMember,
  newOrganization,
  PASSWORD,
} from "#domain/auth/testing.ts";
import { listSavedViews } from "#domain/saved-views/list-saved-views.ts";
import { saveView } from "#domain/saved-views/save-view.ts";
import { cancelInvitation } from "./cancel-invitation.ts";
import { changeRole } from "./change-role.ts";
import type { Organization } from "./ensure-organization.ts";
import { inviteMember } from "./invite-member.ts";
import { listMembers } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";
import { resetPasswordLink } from "./reset-password-link.ts";

type Person = Extract<Actor, { kind: "user" }>;
let home: Organization;
let owner: Person;

beforeAll(async () => {
  home = await newOrganization();
  owner = await newMember(home, "owner");
});

const tokenOf = ({ path }: { path: string }) => path.split("/").at(-1) ?? "";
const send = (kind: string, body: object) =>
  redeem(browserRequest(`/api/account/${kind}`, { body }), { params: Promise.resolve({ kind }) });
const signIn = (email: string, password: string) =>
  signInAt(browserRequest("/api/auth/sign-in/email", { body: { email, password } }));
const newEmail = () => `${crypto.randomUUID()}@example.test`;

describe("an invitation", () => {
  it("makes an account with the role, once", async () => {
    const email = newEmail();
    const token = tokenOf(await inviteMember(owner, { email, role: "analyst" }));
    expect(await readInvitation(token)).toMatchObject({
      email,
      role: "analyst",
      organizationName: home.name,
      invitedBy: owner.name,
      hasAccount: false,
    });

    const accepted = await send("invite", { token, password: "a new password" });
    expect(await accepted.json()).toEqual({ email });
    const cookie = cookieOf(await signIn(email, "a new password"));
    expect(await actorOfRequest(new Headers({ cookie }))).toMatchObject({
      role: "analyst",
      organizationId: home.id,
    });

    const again = await send("invite", { token, password: "another password" });
    expect(again.status).toBe(404);
    expect((await signIn(email, "another password")).status).toBe(401);
  });

  it("is kept as a hash only", async () => {
    const token = tokenOf(await inviteMember(owner, { email: newEmail(), role: "viewer" }));
    const { sql } = await database();
    const rows = await sql`select identifier, value from public.verification`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("outlives a password that is too short", async () => {
    const token = tokenOf(await inviteMember(owner, { email: newEmail(), role: "viewer" }));
    expect((await send("invite", { token, password: "short" })).status).toBe(400);
    expect((await send("invite", { token, password: "long enough now" })).status).toBe(200);
  });

  it("of somebody with an account needs their password, not a new one", async () => {
    const person = await newMember(await newOrganization(), "owner");
    const token = tokenOf(await inviteMember(owner, { email: person.name, role: "viewer" }));
    expect((await send("invite", { token, password: "set by the inviter" })).status).toBe(401);
    expect((await signIn(person.name, PASSWORD)).status).toBe(200);
    expect((await send("invite", { token, password: PASSWORD })).status).toBe(200);
  });

  it("ends when it is taken back, replaced or expired", async () => {
    const email = newEmail();
    const first = tokenOf(await inviteMember(owner, { email, role: "viewer" }));
    const second = tokenOf(await inviteMember(owner, { email, role: "viewer" }));
    await expect(readInvitation(first)).rejects.toBeInstanceOf(NotFound);
    await cancelInvitation(owner, email);
    await expect(readInvitation(second)).rejects.toBeInstanceOf(NotFound);

    const third = tokenOf(await inviteMember(owner, { email, role: "viewer" }));
    const { sql } = await database();
    await sql`update public.verification set "expiresAt" = now() - interval '1 second'
               where value::jsonb ->> 'email' = ${email}`;
    await expect(acceptInvitation(third, PASSWORD)).rejects.toBeInstanceOf(NotFound);
  });

  it("is used by one of two who come at once", async () => {
    const token = tokenOf(await inviteMember(owner, { email: newEmail(), role: "viewer" }));
    const outcomes = await Promise.allSettled([
      acceptInvitation(token, "the first of two"),
      acceptInvitation(token, "the second of two"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not for members", async () => {
    const invited = inviteMember(owner, { email: owner.name, role: "viewer" });
    await expect(invited).rejects.toBeInstanceOf(Conflict);
  });
});

describe("a reset link", () => {
  it("sets a new password once and ends the sessions", async () => {
    const person = await newMember(home, "viewer");
    const cookie = cookieOf(await signIn(person.name, PASSWORD));
    const token = tokenOf(await resetPasswordLink(owner, person.userId));
    expect((await send("reset", { token, password: "after the reset" })).status).toBe(200);
    await expect(actorOfRequest(new Headers({ cookie }))).rejects.toThrow();
    expect((await signIn(person.name, PASSWORD)).status).toBe(401);
    expect((await signIn(person.name, "after the reset")).status).toBe(200);
    expect((await send("reset", { token, password: "and once more" })).status).toBe(404);
  });

  it("does not let an owner become a person in another organisation", async () => {
    const person = await newMember(await newOrganization(), "owner");
    await newMember(home, "viewer", person.name);
    await expect(resetPasswordLink(owner, person.userId)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("members", () => {
  it("are listed with who is invited", async () => {
    const organization = await newOrganization();
    const boss = await newMember(organization, "owner");
    const email = newEmail();
    await inviteMember(boss, { email, role: "operator" });
    const { members, invitations } = await listMembers(boss);
    expect(members).toMatchObject([{ email: boss.name, role: "owner" }]);
    expect(invitations).toMatchObject([{ email, role: "operator" }]);
  });

  it("get another role with the next request", async () => {
    const person = await newMember(home, "viewer");
    const cookie = cookieOf(await signIn(person.name, PASSWORD));
    await changeRole(owner, person.userId, "operator");
    expect(await actorOfRequest(new Headers({ cookie }))).toMatchObject({ role: "operator" });
  });

  it("always include an owner", async () => {
    const organization = await newOrganization();
    const boss = await newMember(organization, "owner");
    await expect(removeMember(boss, boss.userId)).rejects.toBeInstanceOf(Conflict);
    await expect(changeRole(boss, boss.userId, "viewer")).rejects.toBeInstanceOf(Conflict);
  });

  it("of another organisation are out of reach", async () => {
    const strange = await newMember(await newOrganization(), "viewer");
    await expect(changeRole(owner, strange.userId, "owner")).rejects.toBeInstanceOf(NotFound);
    await expect(removeMember(owner, strange.userId)).rejects.toBeInstanceOf(NotFound);
    await expect(resetPasswordLink(owner, strange.userId)).rejects.toBeInstanceOf(NotFound);
  });

  it.each(["viewer", "analyst", "operator"] as const)("are no business of a %s", async (role) => {
    const person = await newMember(home, role);
    const calls = [
      () => listMembers(person),
      () => inviteMember(person, { email: newEmail(), role: "owner" }),
      () => changeRole(person, person.userId, "owner"),
      () => removeMember(person, owner.userId),
      () => resetPasswordLink(person, owner.userId),
    ];
    for (const call of calls) await expect(async () => call()).rejects.toBeInstanceOf(Forbidden);
  });

  it("leave the views that they shared to who removed them, and no others", async () => {
    const organization = await newOrganization();
    const boss = await newMember(organization, "owner");
    const person = await newMember(organization, "viewer");
    const view = { page: "sims", query: "status=active" } as const;
    await saveView(boss, { ...view, name: "late", is_shared: false });
    await saveView(person, { ...view, name: "late", is_shared: true });
    await saveView(person, { ...view, name: "early", is_shared: true });
    await saveView(person, { ...view, name: "secret", is_shared: false });
    await removeMember(boss, person.userId);
    const views = await listSavedViews(boss, "sims");
    expect(views.map(({ name }) => name)).toEqual(["early", "late", `late (${person.name})`]);
    expect(views.every((one) => one.is_own && one.created_by === boss.name)).toBe(true);
    const returned = { ...person, organizationId: boss.organizationId };
    expect((await listSavedViews(returned, "sims")).some((one) => one.is_own)).toBe(false);
  });

  it("leave audit rows in their organisation", async () => {
    const organization = await newOrganization();
    const boss = await newMember(organization, "owner");
    const person = await newMember(organization, "viewer");
    await changeRole(boss, person.userId, "analyst");
    await removeMember(boss, person.userId);
    const rows = await asActor(
      boss,
      (sql) => sql`
        select action, changes from fleet.audit_logs
         where resource_id = ${person.userId} order by occurred_at, id`,
    );
    expect(rows).toMatchObject([
      { action: "member.add" },
      { action: "member.change_role", changes: { before: "viewer", after: "analyst" } },
      { action: "member.remove" },
    ]);
  });
});
