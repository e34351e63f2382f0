import { beforeAll, describe, expect, it } from "vitest";
import { POST as signInAt } from "#app/api/auth/[...all]/route.ts";
import { PUT } from "#app/api/profile/route.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import {
  browserRequest,
  cookieOf,
  newMember,
  newOrganization,
  ORIGIN,
  PASSWORD,
} from "#domain/auth/testing.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { getProfile, getProfileAndTour } from "./get-profile.ts";
import { setProfile } from "./set-profile.ts";
import { endTour } from "./tour.ts";

const BERLIN = { name: "Ann Example", time_zone: "Europe/Berlin", formats: "de-DE" } as const;
let home: Organization;
let person: Extract<Actor, { kind: "user" }>;
let cookie: string;

beforeAll(async () => {
  home = await newOrganization();
  person = await newMember(home, "viewer");
  const body = { email: person.name, password: PASSWORD };
  cookie = cookieOf(await signInAt(browserRequest("/api/auth/sign-in/email", { body })));
});

const put = (body: object) =>
  PUT(
    new Request(`${ORIGIN}/api/profile`, {
      method: "PUT",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  );

describe("a profile", () => {
  it("is the device's and the browser's until the person chooses, then theirs, and audited", async () => {
    expect(await getProfile(person)).toMatchObject({ time_zone: null, formats: null });
    expect((await put(BERLIN)).status).toBe(200);
    expect(await getProfile(person)).toEqual(BERLIN);
    const [entry] = await asActor(
      person,
      (sql) => sql`
        select actor, changes from store.audit_logs
        where action = 'user.update_profile' order by sequence desc limit 1`,
    );
    expect(entry).toMatchObject({ actor: person.name, changes: { after: BERLIN } });
  });

  it.each([
    { ...BERLIN, time_zone: "Mars/Olympus" },
    { ...BERLIN, time_zone: "+02:00" },
    { ...BERLIN, formats: "xx" },
    { ...BERLIN, name: "  " },
  ])("is refused where it is not one: %j", async (wrong) => {
    expect((await put(wrong)).status).toBe(400);
  });

  it("is changed by nobody else: no key, no command", async () => {
    await expect(setProfile(systemActor(home), BERLIN)).rejects.toThrow(Forbidden);
  });

  it("comes with whether its person was shown around", async () => {
    const profile = await getProfile(person);
    expect(await getProfileAndTour(person)).toEqual({ profile, isTourDue: true });
    await endTour(person);
    expect(await getProfileAndTour(person)).toEqual({ profile, isTourDue: false });
  });

  it("is the same in another organisation of the person", async () => {
    const other = await newMember(await newOrganization(), "owner", person.name);
    expect(other.userId).toBe(person.userId);
    await setProfile(other, { ...BERLIN, formats: "en-US" });
    expect(await getProfile(person)).toMatchObject({ formats: "en-US" });
  });
});
