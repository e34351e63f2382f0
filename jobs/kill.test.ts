// Workers in processes of their own, on a database of this file's own: both get killed or stopped in the middle.

import { type ChildProcess, spawn } from "node:child_process";
import { once as onceOf } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { DEFAULT_CLIENT, startEmulator } from "#connectors/once/emulator/emulator.ts";
import type { Actor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import type { Change } from "#domain/changes/change.ts";
import { decide } from "#domain/changes/decide.ts";
import { getChange } from "#domain/changes/read-changes.ts";
import { ask, makeSims, providerLog, statusesOf } from "#domain/changes/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import type { JobRun } from "#domain/jobs/job.ts";
import { listJobs } from "#domain/jobs/list-jobs.ts";
import { runNow } from "#domain/jobs/run-now.ts";

const SIMS = 150;
const own = ownDatabase();
const workers: ChildProcess[] = [];

afterEach(() => {
  for (const worker of workers) worker.kill("SIGKILL");
});

function startWorker(file = "jobs/testing/quick-worker.ts"): ChildProcess {
  const worker = spawn(process.execPath, [file], {
    env: { ...process.env, ...own.settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  workers.push(worker);
  return worker;
}

/** The change, once `isSo`; the database may be away in between. */
async function once(actor: Actor, id: string, isSo: (change: Change) => boolean): Promise<Change> {
  for (;;) {
    const change = await getChange(actor, id).catch(() => null);
    if (change && isSo(change)) return change;
    await sleep(50);
  }
}

const doneOf = ({ progress }: Change) => progress.done ?? 0;

async function approved(tool: string, input: Record<string, unknown>) {
  const owner = await newMember(await newOrganization(), "owner");
  const targets = await makeSims(owner, SIMS);
  return { owner, id: await approve(owner, tool, input, targets) };
}

async function approve(owner: Actor, tool: string, input: object, targets: readonly string[]) {
  const { approval } = await ask(owner, tool, { ...input }, { targets });
  await decide(owner, approval.id, { decision: "approve", typedCount: targets.length });
  return approval.id;
}

it("a worker and the database killed in the middle lose nothing and do nothing twice", async () => {
  const { owner, id } = await approved("set_sim_status", { status: "suspended" });
  const first = startWorker();
  await once(owner, id, (change) => doneOf(change) > 20);
  first.kill("SIGKILL");

  startWorker();
  await once(owner, id, (change) => doneOf(change) > 80);
  await (await database()).kill();

  const { progress } = await once(owner, id, ({ state }) => state === "done");
  expect(progress).toEqual({ done: SIMS });
  expect(await statusesOf(owner)).toEqual({ suspended: SIMS });
  const log = await providerLog(owner);
  expect(new Set(log.map(({ iccid }) => iccid)).size).toBe(SIMS);
  expect(log).toHaveLength(SIMS);
}, 120_000);

it("messages that were on their way when the worker was killed are unknown, and never sent twice", async () => {
  const { owner, id } = await approved("send_sms", { body: "REBOOT" });
  const first = startWorker();
  await once(owner, id, (change) => doneOf(change) > 20);
  first.kill("SIGKILL");
  startWorker();
  const { progress } = await once(owner, id, ({ state }) => state === "done");
  const { done = 0, unknown = 0, ...others } = progress;
  expect(others).toEqual({});
  expect(done + unknown).toBe(SIMS);
  const log = await providerLog(owner);
  expect(log.length).toBeGreaterThanOrEqual(done);
  expect(log.length).toBeLessThanOrEqual(SIMS);
  expect(new Set(log.map(({ iccid }) => iccid)).size).toBe(log.length);
}, 120_000);

/** An organisation connected to an account of so many SIMs, whose calls take their time. */
async function connectedToSlow(sims: number) {
  const owner = await newMember(await newOrganization(), "owner");
  const targets = await makeSims(owner, sims);
  const emulator = await startEmulator({
    sims: targets.map((iccid, index) => ({ iccid, label: `device-${index}` })),
    timeFactor: 200,
  });
  emulator.addFault({ kind: "slow", delayMs: 250 });
  await connect(owner, {
    client_id: DEFAULT_CLIENT.id,
    client_secret: DEFAULT_CLIENT.secret,
    base_url: emulator.url,
  });
  await asActor(owner, (sql) => sql`update store.connections set calls_per_second = 1000`);
  return { owner, targets, emulator };
}

it("a worker that is asked to end in the middle of a change and of a sync does, and the next goes on from there", async () => {
  const { owner, targets, emulator } = await connectedToSlow(60);
  const id = await approve(owner, "set_sim_status", { status: "suspended" }, targets);
  const run = await runNow(owner, "sync");
  const quotaCalls = () =>
    emulator.callLog().filter(({ operation }) => operation.includes("/quota/")).length;
  const runs = async () => (await listJobs(owner)).runs;

  const first = startWorker("jobs/worker.cli.ts");
  await once(owner, id, (change) => doneOf(change) > 10 && quotaCalls() > 10);
  first.kill("SIGTERM");
  const [exitCode] = await onceOf(first, "exit");
  expect(exitCode).toBe(0);
  const { progress } = await getChange(owner, id);
  expect(Object.keys(progress).sort()).toEqual(["done", "pending"]);
  expect(await runs()).toMatchObject([{ id: run, state: "waiting", attempts: 0 }]);
  expect((await runs())[0]?.outcome).toMatch(/stopped/);

  emulator.clearFaults();
  startWorker("jobs/worker.cli.ts");
  await once(owner, id, ({ state }) => state === "done");
  let ended: JobRun | undefined;
  while (!ended) {
    ended = (await runs()).find(({ finished_at }) => finished_at !== null);
    await sleep(50);
  }
  expect(ended).toMatchObject({ id: run, state: "done", attempts: 1 });
  expect((await getChange(owner, id)).progress).toEqual({ done: targets.length });
  const effects = emulator.effects({ kind: "update" });
  expect(effects.map(({ iccid }) => iccid).sort()).toEqual([...targets]);
  const brokenOff = 4; // calls at once, as domain/sync/read-each.ts has it
  expect(quotaCalls()).toBeLessThanOrEqual(2 * targets.length + brokenOff);
  await emulator.close();
}, 120_000);
