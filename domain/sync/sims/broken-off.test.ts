// A pass over the provider's list that breaks off, or whose list moves meanwhile.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { iccidOf } from "#domain/changes/testing.ts";
import type { SyncResult } from "../sync.ts";
import { CLEAR_FAULTS, fleetOf, NEVER, seedOf, startAccount } from "../testing.ts";
import { syncSims } from "./sync-sims.ts";
import { differencesOf, expectMirror } from "./testing.ts";

let actor: Actor;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  ({ emulator, provider } = await startAccount(230));
});
afterEach(() => emulator.close());

const sync = (options = {}) => syncSims(actor, provider, { ...NEVER, retryMs: 1, ...options });

it("goes on at the page where it was broken off, and does no page twice", async () => {
  const broken = await sync({ maxCalls: 1 });
  expect(broken).toMatchObject({ outcome: "partial", calls: 1 });
  emulator.addFault({ kind: "error_500_before", path: "/v2/sims" });
  await expect(sync()).rejects.toMatchObject({ code: "upstream" });
  emulator.clearFaults();
  emulator.clearCalls();
  expect(await sync()).toMatchObject({ outcome: "done", counts: { added: 230 } });
  expect(emulator.calls().operations["GET /v2/sims"]?.calls).toBe(2);
  await expectMirror(actor, emulator);
});

it("begins anew where a page cannot be read at all: the list may end before it now", async () => {
  await sync({ maxCalls: 2 });
  for (const index of range(10, 130)) emulator.remove(iccidOf(index));
  emulator.addFault({ kind: "error_500_before", path: "/v2/sims" });
  for (let runs = 0; runs < 3; runs++) await expect(sync()).rejects.toThrow();
  emulator.clearFaults();
  expect(await sync()).toMatchObject({ outcome: "done", calls: 2 });
});

it("goes on where a process died in mid-run, once its lease is over, and nobody else before", async () => {
  await sync({ maxCalls: 1 });
  const leave = (until: string) =>
    asActor(
      actor,
      (sql) => sql`
        update store.sync_runs set state = 'running', finished_at = null, lease_until = ${until}`,
    );
  await leave("2100-01-01T00:00:00Z");
  expect(await sync()).toMatchObject({ outcome: "busy", calls: 0 });
  await leave("2026-01-01T00:00:00Z");
  expect(await sync()).toMatchObject({ outcome: "done", calls: 2 });
  await expectMirror(actor, emulator);
  const [dead] = await asActor(
    actor,
    (sql) => sql`select state, error from store.sync_runs order by id limit 1`,
  );
  expect(dead).toMatchObject({ state: "failed", error: expect.stringContaining("interrupted") });
});

it("two at the same time: one does it, the other does nothing", async () => {
  const plain = provider;
  let second: SyncResult | undefined;
  provider = withPages(provider, async () => {
    second ??= await syncSims(actor, plain, { ...NEVER, retryMs: 1 });
  });
  expect(await sync()).toMatchObject({ outcome: "done" });
  expect(second).toMatchObject({ outcome: "busy", calls: 0 });
  await expectMirror(actor, emulator);
});

it.each<[string, number, () => void]>([
  ["SIMs are added", 233, () => emulator.seed([230, 231, 232].map((index) => seedOf(index)))],
  [
    "SIMs are taken away in front",
    227,
    () => [0, 1, 2].map((index) => emulator.remove(iccidOf(index))),
  ],
  [
    "more than a page goes in front",
    110,
    () => range(0, 120).map((index) => emulator.remove(iccidOf(index))),
  ],
  [
    "as many are added as go",
    230,
    () => {
      for (const index of range(0, 5)) emulator.remove(iccidOf(index));
      emulator.seed(range(300, 305).map((index) => seedOf(index)));
    },
  ],
])("%s in the middle of a pass that was broken off: none is lost", async (_, count, meanwhile) => {
  await sync();
  await sync({ maxCalls: 1 });
  meanwhile();
  await sync();
  const there = emulator.sims().map(({ iccid }) => iccid);
  expect(there).toHaveLength(count);
  expect(Object.keys(await fleetOf(actor))).toEqual(expect.arrayContaining(there));
  const gone = (await differencesOf(actor)).map(({ iccid }) => iccid);
  expect(gone.some((iccid) => there.includes(iccid))).toBe(false);
});

it("SIMs go while the pages are read: what is behind them is not lost", async () => {
  let pages = 0;
  provider = withPages(provider, () => {
    pages++;
    if (pages === 1) for (const index of range(0, 30)) emulator.remove(iccidOf(index));
    if (pages === 2) emulator.seed(range(400, 430).map((index) => seedOf(index)));
  });
  await sync();
  const stayed = range(30, 230).map(iccidOf);
  expect(Object.keys(await fleetOf(actor))).toEqual(expect.arrayContaining(stayed));
  await sync();
  const there = emulator.sims().map(({ iccid }) => iccid);
  expect(Object.keys(await fleetOf(actor))).toEqual(expect.arrayContaining(there));
  const gone = (await differencesOf(actor)).map(({ iccid, kind }) => [iccid, kind]);
  expect(gone).toEqual(range(0, 30).map((index) => [iccidOf(index), "gone_there"]));
});

it.each(CLEAR_FAULTS)(
  "%s in half of the answers: in the end the mirror is the provider",
  async (kind) => {
    emulator.addFault({ kind, path: "/v2/sims", probability: 0.5 });
    for (let runs = 0; runs < 40; runs++) {
      const result = await sync().catch(() => null);
      if (result?.outcome === "done") break;
    }
    await expectMirror(actor, emulator);
    expect(await differencesOf(actor)).toEqual([]);
  },
);

/** The provider, with something that happens after each page of its list. */
function withPages(from: Provider, afterPage: () => void | Promise<void>): Provider {
  const { reads } = from;
  if (!reads) throw new Error("no reads");
  return {
    ...from,
    reads: {
      ...reads,
      listSims: async function* (options) {
        for await (const page of reads.listSims(options)) {
          yield page;
          await afterPage();
        }
      },
    },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
