// Workers in processes of their own, on a database of this file's own: both get killed in the middle.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import type { Change } from "#domain/changes/change.ts";
import { decide } from "#domain/changes/decide.ts";
import { getChange } from "#domain/changes/read-changes.ts";
import { ask, makeSims, providerLog, statusesOf } from "#domain/changes/testing.ts";

const SIMS = 300;
const dataDir = mkdtempSync(join(tmpdir(), "simon-kill-"));
const workers: ChildProcess[] = [];

beforeAll(async () => {
  overrideConfig({ SIMON_DATA_DIR: dataDir, DATABASE_URL: "" });
  await migrate(await database());
  await migrateAuth();
});
afterEach(() => {
  for (const worker of workers) worker.kill("SIGKILL");
});
afterAll(async () => {
  await closeDatabase();
  rmSync(dataDir, { recursive: true, force: true });
});

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["jobs/testing/quick-worker.ts"], {
    env: { ...process.env, SIMON_DATA_DIR: dataDir, DATABASE_URL: "" },
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
  const { approval } = await ask(owner, tool, input, { targets });
  await decide(owner, approval.id, { decision: "approve", typedCount: SIMS });
  return { owner, id: approval.id };
}

it("a worker and the database killed in the middle lose nothing and do nothing twice", async () => {
  const { owner, id } = await approved("set_sim_status", { status: "suspended" });
  const first = startWorker();
  await once(owner, id, (change) => doneOf(change) > 20);
  first.kill("SIGKILL");

  startWorker();
  await once(owner, id, (change) => doneOf(change) > 120);
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
