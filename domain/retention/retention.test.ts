import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { removeExpired } from "#domain/jobs/remove-expired.ts";
import { beginTurn } from "#domain/threads/begin-turn.ts";
import { listThreads } from "#domain/threads/list-threads.ts";
import { previewRetention } from "./preview-retention.ts";
import { getRetention, type Retention } from "./retention.ts";
import { setRetention } from "./set-retention.ts";

type Person = ReturnType<typeof testActor>;

const DAY_MS = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const MONTH: Retention = { conversations_days: 30, job_runs_days: 30, monthly_reports_days: 30 };

async function talked(person: Person, daysAgo: number): Promise<void> {
  const id = randomUUID();
  await beginTurn(person, id, { id: randomUUID(), text: "How many SIMs?" });
  await asActor(
    person,
    (sql) => sql`update store.threads set updated_at = ${ago(daysAgo)} where id = ${id}`,
  );
}

/** A conversation of two people, a finished job and a monthly report, each 10 and 50 days old. */
async function organizationWithPast() {
  const owner = testActor();
  const colleague = testActor({ organizationId: owner.organizationId, role: "viewer" });
  for (const days of [10, 50]) {
    await talked(owner, days);
    await talked(colleague, days);
    await asActor(owner, async (sql) => {
      await sql`
        insert into store.job_runs (job, state, asked_by, created_at, finished_at)
        values ('analysis', 'done', 'schedule', ${ago(days)}, ${ago(days)})`;
      await sql`
        insert into store.reports (spec, month, csv, row_count, created_by, created_at, expires_at)
        values ('{}', ${ago(days)}, '', 0, 'simon', ${ago(days)}, ${ago(days - 730)})`;
    });
  }
  const { organizationId: id, organizationName: name } = owner;
  return { owner, colleague, system: systemActor({ id, name }) };
}

const reportsOf = (owner: Person) =>
  asActor(owner, (sql) => sql`select id from store.reports where month is not null`);

describe("what an organisation keeps", () => {
  it("is all conversations, and the rest for years, until an owner says else", async () => {
    const { owner, colleague, system } = await organizationWithPast();
    expect(await getRetention(owner)).toMatchObject({ conversations_days: null });
    await removeExpired(system);
    expect(await listThreads(owner)).toHaveLength(2);
    expect(await listThreads(colleague)).toHaveLength(2);
    expect(await reportsOf(owner)).toHaveLength(2);
  });

  it("goes at the next run as the preview said, everybody's conversations too, and nobody else's", async () => {
    const { owner, colleague, system } = await organizationWithPast();
    const stranger = testActor();
    await talked(stranger, 50);
    const counts = { conversations: 2, job_runs: 1, monthly_reports: 1 };
    expect(await previewRetention(owner, MONTH)).toMatchObject(counts);
    expect(await listThreads(owner)).toHaveLength(2);

    await setRetention(owner, MONTH);
    expect(await listThreads(owner)).toHaveLength(2);
    const { outcome } = await removeExpired(system);
    expect(outcome).toMatch(/1 reports, 2 conversations, .*1 old runs/);
    expect(await listThreads(owner)).toHaveLength(1);
    expect(await listThreads(colleague)).toHaveLength(1);
    expect(await reportsOf(owner)).toHaveLength(1);
    expect(await listThreads(stranger)).toHaveLength(1);
    expect(await previewRetention(owner, MONTH)).toMatchObject({
      conversations: 0,
      job_runs: 0,
      monthly_reports: 0,
    });
  });

  it("is said by owners in person, who still read nobody's conversations", async () => {
    const { owner, colleague } = await organizationWithPast();
    await expect(setRetention(colleague, MONTH)).rejects.toThrow(Forbidden);
    await expect(previewRetention(colleague, MONTH)).rejects.toThrow(Forbidden);
    const seen = await asActor(owner, (sql) => sql`select user_id from store.threads`);
    expect(new Set(seen.map(({ user_id }) => user_id))).toEqual(new Set([owner.userId]));
  });
});
