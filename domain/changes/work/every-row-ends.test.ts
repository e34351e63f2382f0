import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import { type Provider, ProviderError } from "#connectors/provider.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { localProvider } from "#domain/providers/local-provider.ts";
import { control } from "../control.ts";
import { decide } from "../decide.ts";
import { getChange } from "../read-changes.ts";
import { ask, iccidOf, makeSims, providerLog, QUICK, work } from "../testing.ts";

/** A busy machine must not pass for a provider that does not answer. */
const PATIENT = { ...QUICK, callTimeoutMs: 10_000, leaseMs: 15_000 };

let owner: ReturnType<typeof testActor>;
let iccids: string[];

beforeEach(async () => {
  owner = testActor();
  iccids = await makeSims(owner, 12);
});

async function approved(tool: string, input: Record<string, unknown>, targets = iccids) {
  const { approval, preview } = await ask(owner, tool, input, { targets });
  await decide(owner, approval.id, { decision: "approve", typedCount: preview.target_count });
  return approval.id;
}

/** The local provider, where something else happens once a call has arrived, or instead of it. */
function interrupted(on: Partial<Provider>): Provider {
  return { ...localProvider(owner), ...on };
}

const progressOf = async (id: string) => (await getChange(owner, id)).progress;

it("changes that meet at the same rows at the same moment wait for each other", async () => {
  const ids = [
    await approved("reset_connectivity", {}),
    await approved("refresh_usage", {}),
    await approved("send_sms", { body: "PING" }),
  ];
  await Promise.all(ids.map((id) => work(owner, id, { timing: PATIENT })));
  for (const id of ids) expect(await progressOf(id)).toEqual({ done: 12 });
  expect(await providerLog(owner)).toHaveLength(36);
});

it.each([
  ["was busy", { perform: () => Promise.reject(new ProviderError("busy", "Busy.")) }],
  [
    "lost the call",
    {
      perform: () => Promise.reject(new ProviderError("lost", "Lost.")),
      verify: async () => "not_in_place" as const,
    },
  ],
])("a change cancelled while the provider %s leaves no row waiting", async (_what, broken) => {
  const id = await approved("set_sim_status", { status: "suspended" });
  const provider = interrupted({
    ...broken,
    perform: async () => {
      await control(owner, id, "cancel").catch(() => {}); // the first call did so already
      return broken.perform();
    },
  });
  await work(owner, id, { provider, timing: PATIENT });
  expect(await progressOf(id)).toEqual({ cancelled: 12 });
});

it("a row whose SIM goes while the provider works on it ends unknown, and holds up no other", async () => {
  const id = await approved("set_quota", { type: "data", total: 1024 ** 3 });
  const gone = iccidOf(3);
  const provider = interrupted({
    perform: async (operation, options) => {
      await localProvider(owner).perform(operation, options);
      if (operation.iccid !== gone) return;
      await asActor(owner, (sql) => sql`delete from store.sims where iccid = ${gone}`);
    },
  });
  await work(owner, id, { provider, timing: PATIENT });
  const { state, progress, failures } = await getChange(owner, id);
  expect({ state, progress }).toEqual({ state: "done", progress: { done: 11, unknown: 1 } });
  expect(failures[0]?.reason).toContain("could not be recorded");
});

it("a SIM is not removed while the provider works on it", async () => {
  const [first = ""] = iccids;
  const sending = await approved("send_sms", { body: "PING" }, [first]);
  const removing = await approved("delete_sim", {}, [first]);
  let removed: Promise<void> = Promise.resolve();
  const provider = interrupted({
    perform: async (operation, options) => {
      removed = work(owner, removing, { timing: PATIENT });
      await sleep(100);
      await localProvider(owner).perform(operation, options);
    },
  });
  await work(owner, sending, { provider, timing: PATIENT });
  await removed;
  expect(await progressOf(sending)).toEqual({ done: 1 });
  expect(await progressOf(removing)).toEqual({ done: 1 });
});

it("while the provider's account rests no row is taken, so that nothing is unknown after a stop", async () => {
  const id = await approved("send_sms", { body: "PING" });
  const stop = new AbortController();
  const provider = interrupted({
    perform: () =>
      Promise.reject(new ProviderError("busy", "The provider is busy.", { retryAfterMs: 60_000 })),
  });
  const working = work(owner, id, { provider, timing: PATIENT, signal: stop.signal });
  await sleep(500);
  stop.abort();
  await working;
  expect(await progressOf(id)).toEqual({ pending: 12 });
});

it("a worker held up beyond its lease before it called has asked for nothing, and says so", async () => {
  const id = await approved("send_sms", { body: "PING" });
  const timing = { ...PATIENT, leaseMs: PATIENT.callTimeoutMs - 1_000 }; // never time enough for a call
  const stop = new AbortController();
  const working = work(owner, id, { timing, signal: stop.signal });
  await sleep(300);
  stop.abort();
  await working;
  expect(await progressOf(id)).toEqual({ pending: 12 });
  expect(await providerLog(owner)).toEqual([]);
});

it("a change that was paused as its last rows were under way is done with them", async () => {
  const id = await approved("set_sim_status", { status: "suspended" });
  let calls = 0;
  const provider = interrupted({
    perform: async (operation, options) => {
      if (++calls === iccids.length) await control(owner, id, "pause");
      await localProvider(owner).perform(operation, options);
    },
  });
  await work(owner, id, { provider, timing: PATIENT });
  expect(await getChange(owner, id)).toMatchObject({ state: "done", progress: { done: 12 } });
});
