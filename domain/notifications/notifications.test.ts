import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { addDays, toDay } from "#core/day.ts";
import { Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { createSim } from "#domain/sims/testing.ts";
import { listNotifications } from "./list-notifications.ts";
import { markSeen, mutedKinds, muteKinds } from "./settings.ts";

type Person = ReturnType<typeof testActor>;

const HOUR_MS = 3_600_000;
const hours = (from: number) => new Date(Date.now() + from * HOUR_MS);

let owner: Person;
let operator: Person;
let viewer: Person;

beforeEach(() => {
  owner = testActor();
  const { organizationId } = owner;
  operator = testActor({ organizationId, role: "operator" });
  viewer = testActor({ organizationId, role: "viewer" });
});

interface ChangeRow {
  readonly by: Person;
  readonly state?: string;
  readonly channel?: string;
  readonly expiresAt?: Date;
}

/** A change with one row that failed, when it is over. */
function change(id: string, { by, state = "proposed", channel = "web", expiresAt }: ChangeRow) {
  const isOver = state === "done";
  return asActor(by, async (sql) => {
    await sql`
      insert into store.change_sets (id, tool, input, input_hash, state, preview, channel, proposed_by,
        proposed_by_name, approvals_needed, owner_needed, created_at, expires_at, finished_at)
      values (${id}, 'send_sms', '{}', '', ${state}, ${`{"title":"Suspend ${id}"}`}::text::jsonb,
        ${channel}, ${by.userId}, ${by.name}, 1, false, ${hours(-1)}, ${expiresAt ?? hours(1)},
        ${isOver ? hours(0) : null})`;
    await sql`
      insert into store.change_items (change_id, position, target, state, before, after)
      values (${id}, 1, 'x', ${isOver ? "failed" : "pending"}, '{}', '{}')`;
  });
}

const told = async (person: Person) =>
  (await listNotifications(person)).notifications.map(({ kind, text }) => `${kind}: ${text}`);

describe("a person is told", () => {
  it("of changes that wait for them, until they decide or nobody can any more", async () => {
    await change("of-operator", { by: operator });
    await change("of-a-key", { by: owner, channel: "api" });
    await change("too-late", { by: operator, expiresAt: hours(-1) });
    expect(await told(owner)).toEqual([
      expect.stringContaining("“Suspend of-"),
      expect.stringContaining("“Suspend of-"),
    ]);
    expect(await told(operator)).toEqual([
      `approval: “Suspend of-a-key” waits for approval, proposed by ${owner.name}`,
    ]);
    expect(await told(viewer)).toEqual([]);
    await asActor(
      owner,
      (sql) => sql`
        insert into store.change_decisions (change_id, user_id, name, role, channel, decision, decided_at)
        values ('of-operator', ${owner.userId}, 'o', 'owner', 'web', 'approve', ${hours(0)})`,
    );
    expect(await told(owner)).toEqual([expect.stringContaining("of-a-key")]);
  });

  it("of failures in a change that was theirs", async () => {
    await change("failed", { by: operator, state: "done" });
    expect(await told(operator)).toEqual(["failed_change: “Suspend failed” ended with 1 failure"]);
    expect(await told(owner)).toEqual([]);
  });

  it("of a failed analysis, as an owner, until one succeeds", async () => {
    const run = (state: string, at: Date) =>
      asActor(
        owner,
        (sql) => sql`
          insert into store.job_runs (job, state, asked_by, outcome, created_at, finished_at)
          values ('analysis', ${state}, 'schedule', 'The database was away.', ${at}, ${at})`,
      );
    await run("failed", hours(-2));
    expect(await told(owner)).toEqual([
      "failed_analysis: The analysis failed: The database was away.",
    ]);
    expect(await told(operator)).toEqual([]);
    await run("done", hours(-1));
    expect(await told(owner)).toEqual([]);
  });

  it("of data that should have come from the provider, for as long as it has not", async () => {
    const read = (at: Date) =>
      asActor(
        owner,
        (sql) => sql`
          insert into store.data_age (kind, as_of) values ('usage', ${at})
          on conflict (organization_id, kind) do update set as_of = excluded.as_of`,
      );
    await asActor(
      owner,
      (sql) => sql`
        insert into store.connections (id, provider, name, base_url, client_id, secret,
          calls_per_second, created_at, created_by, updated_at)
        values ('c', 'once', '1NCE', 'https://example.test', 'x', '', 10, ${hours(0)}, 'x', ${hours(0)})`,
    );
    await read(new Date(fleetNow().getTime() - 30 * 24 * HOUR_MS));
    expect(await told(viewer)).toEqual(["stale_data: Usage: older than it should be"]);
    await read(fleetNow());
    expect(await told(viewer)).toEqual([]);
  });

  it("of SIMs that run out, after an analysis", async () => {
    const iccid = "8988280666000010001";
    await createSim(owner, { iccid, status: "active", tags: [] }, fleetNow());
    await asActor(owner, async (sql) => {
      await sql`
        insert into store.quota_outlook (iccid, type, exhaustion_date, computed_at)
        values (${iccid}, 'data', ${addDays(toDay(fleetNow()), 3)}, ${hours(-1)})`;
    });
    expect(await told(viewer)).toEqual([]);
    await asActor(
      owner,
      (sql) => sql`
        insert into store.analysis_runs (as_of, sims, calibration, windows, started_at, finished_at, outcome)
        values (${toDay(fleetNow())}, 1, '{}', '', ${hours(-2)}, ${hours(-1)}, '{}')`,
    );
    expect(await told(viewer)).toEqual(["running_out: 1 SIM runs out of data within 7 days"]);
  });
});

describe("what a person was told", () => {
  it("is new until they saw it, each for themselves", async () => {
    await change("one", { by: owner, channel: "api" });
    expect((await listNotifications(owner)).unread).toBe(1);
    await markSeen(owner);
    expect((await listNotifications(owner)).unread).toBe(0);
    expect(await told(owner)).toHaveLength(1);
    expect((await listNotifications(operator)).unread).toBe(1);
  });

  it("is nothing of the kinds that they switched off", async () => {
    await change("one", { by: owner, channel: "api" });
    await muteKinds(owner, ["approval", "approval"]);
    await markSeen(owner);
    expect(await mutedKinds(owner)).toEqual(["approval"]);
    expect(await told(owner)).toEqual([]);
    expect(await told(operator)).toHaveLength(1);
  });

  it("is nothing of another organisation's, and nothing for who is no person", async () => {
    await change("one", { by: owner, channel: "api" });
    expect(await told(testActor())).toEqual([]);
    const system = systemActor({ id: owner.organizationId, name: "x" });
    await expect(listNotifications(system)).rejects.toThrow(Forbidden);
  });
});
