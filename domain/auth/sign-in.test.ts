import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "#app/api/auth/[...all]/route.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { NotFound, Unauthenticated } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { addMember } from "#domain/orgs/add-member.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { removeMember } from "#domain/orgs/remove-member.ts";
import { actorOfRequest } from "./actor-of.ts";
import { CLIENT_IP_HEADER } from "./client-ip.ts";
import { handleAuthRequest } from "./handle-request.ts";
import {
  browserRequest,
  cookieOf,
  newMember,
  newOrganization,
  ORIGIN,
  PASSWORD,
} from "./testing.ts";

let home: Organization;
let owner: Extract<Actor, { kind: "user" }>;

beforeAll(async () => {
  home = await newOrganization();
  owner = await newMember(home, "owner");
});

const signIn = (
  email: string,
  password: string,
  options: { origin?: string; cookie?: string } = {},
) => POST(browserRequest("/api/auth/sign-in/email", { body: { email, password }, ...options }));

const whoIs = (cookie: string) => actorOfRequest(new Headers({ cookie }));

describe("signing in", () => {
  it("gives a cookie that scripts cannot read and other sites do not send", async () => {
    const response = await signIn(owner.name, PASSWORD);
    expect(response.status).toBe(200);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i); // http://127.0.0.1 has no TLS
  });

  it("makes the person the actor, with role and organisation", async () => {
    const actor = await whoIs(cookieOf(await signIn(owner.name.toUpperCase(), PASSWORD)));
    expect(actor).toMatchObject({
      kind: "user",
      channel: "web",
      userId: owner.userId,
      organizationId: home.id,
      organizationName: home.name,
      role: "owner",
      name: owner.name,
    });
  });

  it.each([
    ["a wrong password", () => owner.name, "wrong horse battery"],
    ["an unknown address", () => "nobody@example.test", PASSWORD],
  ])("refuses %s with the same words", async (_case, email, password) => {
    const response = await signIn(email(), password);
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toMatchObject({
      detail: "The e-mail address or the password is not right.",
    });
  });

  it("is refused to another site's page", async () => {
    const response = await signIn(owner.name, PASSWORD, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
  });

  it("is audited, also when it fails", async () => {
    const person = await newMember(home, "viewer");
    await signIn(person.name, "wrong horse battery");
    await signIn(person.name, PASSWORD);
    const rows = await asActor(
      owner,
      (sql) => sql`
        select action, channel from fleet.audit_logs
         where actor = ${person.name} order by occurred_at`,
    );
    expect(rows).toMatchObject([
      { action: "session.sign_in_failed", channel: "web" },
      { action: "session.sign_in", channel: "web" },
    ]);
  });

  it("slows down who guesses", async () => {
    const guess = () =>
      POST(
        new Request(`${ORIGIN}/api/auth/sign-in/email`, {
          method: "POST",
          headers: { "content-type": "application/json", [CLIENT_IP_HEADER]: "192.0.2.77" },
          body: JSON.stringify({ email: "no address", password: "x" }),
        }),
      );
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 32; attempt++) statuses.push((await guess()).status);
    expect(statuses.at(0)).toBe(400);
    expect(statuses.at(-1)).toBe(429);
  });

  it("is the only way in: nobody signs up", async () => {
    const body = { email: "new@example.test", password: PASSWORD, name: "New" };
    const request = () => browserRequest("/api/auth/sign-up/email", { body });
    await expect(handleAuthRequest(request())).rejects.toBeInstanceOf(NotFound);
    expect((await POST(request())).status).toBe(404);
  });
});

describe("a session", () => {
  it("ends with signing out", async () => {
    const cookie = cookieOf(await signIn(owner.name, PASSWORD));
    const response = await POST(browserRequest("/api/auth/sign-out", { body: {}, cookie }));
    expect(response.status).toBe(200);
    await expect(whoIs(cookie)).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("that ended or got a new password is audited; the old password and what it opened are gone", async () => {
    const person = await newMember(home, "viewer");
    const away = await newOrganization();
    await addMember(systemActor(away), { email: person.name, role: "viewer" });
    const elsewhere = cookieOf(await signIn(person.name, PASSWORD));
    const cookie = cookieOf(await signIn(person.name, PASSWORD));
    const organizationId = away.id;
    await POST(
      browserRequest("/api/auth/organization/set-active", { body: { organizationId }, cookie }),
    );
    const change = (currentPassword: string) =>
      POST(
        browserRequest("/api/auth/change-password", {
          body: { currentPassword, newPassword: "another good horse", revokeOtherSessions: false },
          cookie,
        }),
      );
    expect((await change("not the password")).status).toBe(400);
    expect((await whoIs(elsewhere)).userId).toBe(person.userId);
    const changed = await change(PASSWORD);
    expect(changed.status).toBe(200);
    for (const old of [elsewhere, cookie]) {
      await expect(whoIs(old)).rejects.toBeInstanceOf(Unauthenticated);
    }
    const fresh = cookieOf(changed);
    expect((await whoIs(fresh)).organizationId).toBe(organizationId);
    await POST(browserRequest("/api/auth/sign-out", { body: {}, cookie: fresh }));
    expect((await signIn(person.name, PASSWORD)).status).toBe(401);
    expect((await signIn(person.name, "another good horse")).status).toBe(200);
    const actionsIn = (organization: Organization) =>
      asActor(
        systemActor(organization),
        (sql) => sql<{ action: string }[]>`
          select action from fleet.audit_logs where actor = ${person.name} order by occurred_at`,
      ).then((rows) => rows.map(({ action }) => action));
    expect(await actionsIn(home)).toEqual([
      "session.sign_in",
      "session.sign_in",
      "session.sign_in_failed",
      "session.sign_in",
    ]);
    expect(await actionsIn(away)).toEqual(["user.change_password", "session.sign_out"]);
  });

  it("is not ended by another site", async () => {
    const cookie = cookieOf(await signIn(owner.name, PASSWORD));
    const origin = "https://evil.example";
    const response = await POST(browserRequest("/api/auth/sign-out", { body: {}, cookie, origin }));
    expect(response.status).toBe(403);
    expect((await whoIs(cookie)).kind).toBe("user");
  });

  it("that expired is none", async () => {
    const person = await newMember(home, "viewer");
    const cookie = cookieOf(await signIn(person.name, PASSWORD));
    const { sql } = await database();
    await sql`
      update public.session set "expiresAt" = now() - interval '1 minute'
       where "userId" = ${person.userId}`;
    await expect(whoIs(cookie)).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("with a forged signature is none", async () => {
    const cookie = cookieOf(await signIn(owner.name, PASSWORD));
    const forged = cookie.replace(/\.[^.;]{5}/, ".AAAAA");
    expect(forged).not.toBe(cookie);
    await expect(whoIs(forged)).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("of somebody who was removed is none", async () => {
    const person = await newMember(home, "analyst");
    const cookie = cookieOf(await signIn(person.name, PASSWORD));
    await removeMember(owner, person.userId);
    await expect(whoIs(cookie)).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("is needed where there is no key", async () => {
    await expect(actorOfRequest(new Headers())).rejects.toBeInstanceOf(Unauthenticated);
  });

  it("moves to another organisation of the person, and to no other", async () => {
    const other = await newOrganization();
    const strange = await newOrganization();
    await newMember(other, "viewer", owner.name);
    const cookie = cookieOf(await signIn(owner.name, PASSWORD));
    const move = (organizationId: string) =>
      POST(
        browserRequest("/api/auth/organization/set-active", { body: { organizationId }, cookie }),
      );
    expect((await move(strange.id)).status).toBe(403);
    expect((await whoIs(cookie)).organizationId).toBe(home.id);
    expect((await move(other.id)).status).toBe(200);
    expect(await whoIs(cookie)).toMatchObject({ organizationId: other.id, role: "viewer" });
  });
});
