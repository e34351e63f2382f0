// A worker in this process, on a database of this file's own.

import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { decide } from "#domain/changes/decide.ts";
import { getChange } from "#domain/changes/read-changes.ts";
import { ask, makeSims, QUICK } from "#domain/changes/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { startWorker } from "./worker.ts";

ownDatabase();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
}, 60_000);

/** At a provider that takes its time. */
async function worker({ turnMs = 60_000, lookEveryMs = 60_000, callMs = 0 } = {}) {
  let calls = 0;
  const slow = (actor: Actor): Provider => ({
    ...localProvider(actor),
    perform: async (operation, options) => {
      calls++;
      await sleep(callMs);
      await localProvider(actor).perform(operation, options);
    },
  });
  const timing = { ...QUICK, callTimeoutMs: 10_000, leaseMs: 15_000, lanes: 1 };
  const stop = await startWorker({ timing, provider: slow, turnMs, lookEveryMs });
  stops.push(stop);
  return { stop, isWorking: () => calls > 0 };
}

async function approved(sims: number) {
  const owner = await newMember(await newOrganization(), "owner");
  const targets = await makeSims(owner, sims);
  const { approval } = await ask(owner, "send_sms", { body: "PING" }, { targets });
  await decide(owner, approval.id, { decision: "approve", typedCount: sims });
  return { owner, id: approval.id };
}
type Approved = Awaited<ReturnType<typeof approved>>;

const stateOf = async ({ owner, id }: Approved) => (await getChange(owner, id)).state;

async function isDone(change: Approved): Promise<void> {
  while ((await stateOf(change)) !== "done") await sleep(50);
}

it("a small change does not wait for the end of large ones", async () => {
  const large = [];
  for (let n = 0; n < 4; n++) large.push(await approved(60));
  await worker({ turnMs: 500, callMs: 200 });
  await sleep(1_500); // they hold all the places
  const small = await approved(1);
  await isDone(small);
  for (const change of large) expect(await stateOf(change)).toBe("running");
}, 60_000);

it("a worker that is stopped hands its change to another", async () => {
  const workers = [await worker({ callMs: 50 }), await worker({ callMs: 50 })];
  const change = await approved(30);
  while (!workers.some(({ isWorking }) => isWorking())) await sleep(20);
  await workers.find(({ isWorking }) => isWorking())?.stop();
  await isDone(change);
  expect((await getChange(change.owner, change.id)).progress).toEqual({ done: 30 });
}, 60_000);

it("a change whose job was lost is found again", async () => {
  await worker({ lookEveryMs: 200 });
  const change = await approved(3);
  await asActor(change.owner, async (sql) => {
    await sql`update store.change_sets set state = 'paused' where id = ${change.id}`;
  });
  await sleep(2_000); // the worker has taken the job by now, and found the change paused
  await asActor(change.owner, async (sql) => {
    await sql`update store.change_sets set state = 'running' where id = ${change.id}`;
  });
  await isDone(change);
}, 60_000);
