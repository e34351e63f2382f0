// Workers in this process, on a database of this file's own: schedules are looked at in all organisations.

import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { DEFAULT_CLIENT, startEmulator } from "#connectors/once/emulator/emulator.ts";
import { plausibleSims } from "#connectors/once/emulator/sims/plausible.ts";
import { systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { asActor } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { pastTheGuard } from "#domain/audit/testing.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { listJobs } from "#domain/jobs/list-jobs.ts";
import { runJob } from "#domain/jobs/run-job.ts";
import { runNow } from "#domain/jobs/run-now.ts";
import { setSchedule } from "#domain/jobs/set-schedule.ts";
import { JOBS_QUEUE, startDue } from "#domain/jobs/start-due.ts";
import { beganElsewhere, startQueue } from "./queue.ts";
import { startWorker } from "./worker.ts";

const own = ownDatabase();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
}, 60_000);

async function newOwner() {
  const organization = await newOrganization();
  return { owner: await newMember(organization, "owner"), organization };
}
type Owner = Awaited<ReturnType<typeof newOwner>>;

async function startWorkers(count = 1): Promise<void> {
  for (let n = 0; n < count; n++)
    stops.push(await startWorker({ dueEveryMs: 100, lookEveryMs: 1_000 }));
}

const runsOf = async ({ owner }: Owner) => (await listJobs(owner)).runs;

async function allEnded(who: Owner): Promise<void> {
  while ((await runsOf(who)).some(({ state }) => state === "waiting" || state === "running"))
    await sleep(50);
}

const makeDue = ({ owner }: Owner, job: string) =>
  asActor(
    owner,
    (sql) => sql`update store.schedules set next_run_at = '2026-01-01' where job = ${job}`,
  );

it("what is due is done once, whichever of several workers looks first, and is due again later", async () => {
  const who = await newOwner();
  await startDue(systemActor(who.organization)); // its schedules are there now
  await makeDue(who, "retention");
  await startWorkers(2);
  while ((await runsOf(who)).length === 0) await sleep(50);
  await allEnded(who);
  await sleep(500);
  const runs = await runsOf(who);
  expect(runs).toMatchObject([
    { job: "retention", state: "done", asked_by: "schedule", attempts: 1 },
  ]);
  expect(runs[0]?.outcome).toMatch(/^Removed 0 files/);
  const retention = (await listJobs(who.owner)).jobs.find(({ job }) => job === "retention");
  expect(Date.parse(retention?.next_run_at ?? "")).toBeGreaterThan(Date.now());
}, 60_000);

it("an owner has a job done now, and a second click does not double it", async () => {
  const who = await newOwner();
  const first = await runNow(who.owner, "audit_check");
  expect(await runNow(who.owner, "audit_check")).toBe(first);
  await startWorkers();
  await allEnded(who);
  expect(await runsOf(who)).toMatchObject([
    { id: first, state: "done", asked_by: who.owner.name, outcome: expect.stringMatching(/rows/) },
  ]);
}, 60_000);

it("a schedule that is switched off is not due", async () => {
  const who = await newOwner();
  await setSchedule(who.owner, "retention", {
    cron: "* * * * *",
    time_zone: "Europe/Berlin",
    enabled: false,
  });
  await makeDue(who, "retention");
  await startDue(systemActor(who.organization));
  expect(await runsOf(who)).toEqual([]);
});

it("a run whose process died is taken up, and after three deaths it is left, with the reason", async () => {
  const who = await newOwner();
  const id = await runNow(who.owner, "retention");
  const die = () =>
    asActor(
      who.owner,
      (sql) => sql`
        update store.job_runs set state = 'running', attempts = attempts + 1 where id = ${id}`,
    );
  await die();
  await startWorkers();
  await allEnded(who);
  expect(await runsOf(who)).toMatchObject([{ state: "done", attempts: 2 }]);

  const unlucky = await runNow(who.owner, "audit_check");
  await asActor(
    who.owner,
    (sql) => sql`update store.job_runs set attempts = 3 where id = ${unlucky}`,
  );
  await allEnded(who);
  const [dead] = (await runsOf(who)).filter(({ job }) => job === "audit_check");
  expect(dead).toMatchObject({ state: "failed", outcome: expect.stringMatching(/died/) });
  await runNow(who.owner, "audit_check");
  await allEnded(who);
  expect((await runsOf(who)).filter(({ job }) => job === "audit_check")).toMatchObject([
    { state: "done" },
    { state: "failed" },
  ]);
}, 60_000);

it("a run that the queue gave to two is left to the one that began", async () => {
  const who = await newOwner();
  const id = await runNow(who.owner, "retention");
  const worker = systemActor(who.organization);
  const { signal } = new AbortController();
  await asActor(
    who.owner,
    (sql) => sql`update store.job_runs set state = 'running' where id = ${id}`,
  );
  expect(await runJob(worker, id, { signal, isElsewhere: true })).toBe("gone");
  expect(await runJob(worker, id, { signal, isElsewhere: false })).toBe("done");

  const boss = await startQueue([JOBS_QUEUE]);
  stops.push(() => boss.stop());
  const twice = [];
  for (let n = 0; n < 2; n++) {
    await boss.send(
      JOBS_QUEUE,
      { organizationId: who.organization.id, runId: id },
      { singletonKey: id },
    );
    twice.push(...(await boss.fetch(JOBS_QUEUE)));
  }
  const asked = twice.map((job) => beganElsewhere(boss, JOBS_QUEUE, { id: job.id, key: id }));
  expect((await Promise.all(asked)).sort()).toEqual([false, true]);
  for (const job of twice) await boss.complete(JOBS_QUEUE, job.id);
}, 60_000);

it("a fleet that is connected to a provider arrives by itself, and one that is not is left alone", async () => {
  const connected = await newOwner();
  const alone = await newOwner();
  const emulator = await startEmulator({ sims: plausibleSims(5), timeFactor: 50 });
  stops.push(() => emulator.close());
  overrideConfig({ ...own.settings, SIMON_LOOPBACK_PROVIDER: "1" });
  await connect(connected.owner, {
    client_id: DEFAULT_CLIENT.id,
    client_secret: DEFAULT_CLIENT.secret,
    base_url: emulator.url,
  });
  for (const { organization } of [connected, alone]) await startDue(systemActor(organization));
  for (const who of [connected, alone]) await makeDue(who, "sync");
  await startWorkers();
  while ((await runsOf(connected)).length === 0) await sleep(50);
  await allEnded(connected);
  const [run] = await runsOf(connected);
  expect(run).toMatchObject({ job: "sync", state: "done" });
  expect(run?.outcome).toMatch(/The list of SIMs: 1 call\./);
  const count = (who: Owner) =>
    asActor(who.owner, (sql) => sql`select iccid from store.sims`).then((rows) => rows.length);
  expect(await count(connected)).toBe(5);
  expect(await count(alone)).toBe(0);
  expect(await runsOf(alone)).toEqual([]);

  const [first] = plausibleSims(5);
  emulator.change(first?.iccid ?? "", { label: "renamed there" });
  const nowOf = async (who: Owner) => {
    const id = await runNow(who.owner, "sync");
    await allEnded(who);
    return (await runsOf(who)).find((one) => one.id === id);
  };
  expect(await nowOf(connected)).toMatchObject({ state: "done" }); // though nothing is due
  const [named] = await asActor(
    connected.owner,
    (sql) => sql`select 1 from store.sims where label = 'renamed there'`,
  );
  expect(named).toBeDefined();
  expect(await nowOf(alone)).toMatchObject({
    state: "done",
    outcome: "This fleet is connected to no provider that could be asked.",
  });
}, 60_000);

it("a run that fails says why, is tried again and then left", async () => {
  const { owner, organization } = await newOwner();
  const who = { owner, organization };
  const worker = systemActor(organization);
  const id = await runNow(owner, "audit_check");
  await pastTheGuard(organization.id, (sql) => sql`delete from store.audit_heads`);
  const { signal } = new AbortController();
  const ends = [];
  for (let n = 0; n < 4; n++) ends.push(await runJob(worker, id, { signal }));
  expect(ends).toEqual(["again", "again", "failed", "gone"]);
  expect(await runsOf(who)).toMatchObject([
    { state: "failed", attempts: 3, outcome: expect.stringMatching(/audit log is not what/) },
  ]);
});

it("only an owner in person sees jobs, starts them or changes when they are done", async () => {
  const { organization } = await newOwner();
  const operator = await newMember(organization, "operator");
  await expect(listJobs(operator)).rejects.toMatchObject({ code: "forbidden" });
  expect(() => runNow(operator, "retention")).toThrow("Only an owner");
  const schedule = { cron: "* * * * *", time_zone: "UTC", enabled: true };
  expect(() => setSchedule(operator, "retention", schedule)).toThrow("Only an owner");
});

it.each(["", "* * * *", "61 * * * *", "* * * * * *", "every day"])(
  "%j is no time",
  async (cron) => {
    const { owner } = await newOwner();
    const schedule = { cron, time_zone: "UTC", enabled: true };
    expect(() => setSchedule(owner, "retention", schedule)).toThrow("is no time");
  },
);
