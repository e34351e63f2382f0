import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetProcessWide } from "#core/process-state.ts";
import { ProviderError } from "../provider.ts";
import type { ListedSim, ProviderReads } from "../provider-reads.ts";
import { type Emulator, startEmulator } from "./emulator/emulator.ts";
import type { FaultKind } from "./emulator/faults.ts";
import { onceProvider } from "./once-provider.ts";

vi.setConfig({ testTimeout: 60_000 });

const SIMS = 230;
const TIME_FACTOR = 50;
const SPOILS: readonly FaultKind[] = [
  "error_500_before",
  "unavailable_503",
  "reset_before",
  "half_body",
  "html_page",
  "empty_200",
  "token_expired",
];
const iccids = Array.from({ length: SIMS }, (_, n) => `8988280666${String(n).padStart(9, "0")}`);
const signal = new AbortController().signal;

let emulator: Emulator;
beforeEach(async () => {
  forgetProcessWide("once-tokens");
  const sims = iccids.map((iccid, n) => ({
    iccid,
    label: `device-${n}`,
    country: "DE",
    attached_at: new Date(),
    data_remaining_mb: n === 0 ? -1.5 : 123.456789,
  }));
  emulator = await startEmulator({ sims, timeFactor: TIME_FACTOR });
});
afterEach(() => emulator.close());

/** With a pace of its own, as a sync has one. */
function provider(options: Partial<Parameters<typeof onceProvider>[0]> = {}) {
  const [client] = emulator.clients;
  let nextAt = performance.now();
  return onceProvider({
    baseUrl: emulator.url,
    clientId: client?.id ?? "",
    clientSecret: client?.secret ?? "",
    account: "emulated",
    retryMs: 5,
    timeoutMs: 2_000,
    orderSettlesMs: 0,
    awaitTurn: async () => {
      nextAt = Math.max(nextAt, performance.now()) + 1000 / (10 * TIME_FACTOR);
      await sleep(nextAt - performance.now());
    },
    ...options,
  });
}

/** Goes on where it broke off, as a sync does. */
async function listedAll(reads: ProviderReads): Promise<Map<string, ListedSim>> {
  const seen = new Map<string, ListedSim>();
  let fromPage = 1;
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      for await (const { page, sims } of reads.listSims({ signal, fromPage })) {
        for (const sim of sims) seen.set(sim.iccid, sim);
        fromPage = page + 1;
      }
      return seen;
    } catch (error) {
      if (!(error instanceof ProviderError) || error.kind === "rejected") throw error;
      await sleep(error.retryAfterMs ?? 5);
    }
  }
  throw new Error("The list never came to its end.");
}

const countedCalls = () =>
  emulator.callLog().filter(({ path }) => path.includes("/v2/sims") || path.includes("/v1/sims"));

describe.each([true, false])("the emulated 1NCE, with its quirks %s,", (quirks) => {
  beforeEach(async () => {
    emulator.set({ quirks });
    await emulator.advance({ minutes: 3 * 24 * 60, smsPerDay: 2, iccids: iccids.slice(0, 3) });
  });

  it("is understood in all that it tells of a SIM and of the account", async () => {
    const { reads } = provider();
    const [overdrawn = "", iccid = ""] = iccids;
    const today = new Date(emulator.info().now).toISOString().slice(0, 10);
    const sim = await reads.readSim(iccid, { signal });
    expect(sim).toMatchObject({ iccid, label: "device-1", is_enabled: true });
    expect(sim?.imei).toMatch(/^\d{15}$/);
    const data = await reads.readQuota(overdrawn, "data", { signal });
    expect(data?.remaining).toBeLessThan(-(1024 ** 2));
    expect(data?.state).toBe("exhausted");
    expect((await reads.readQuota(iccid, "sms", { signal }))?.total).toBe(250);
    const usage = await reads.readUsage(iccid, { from: "2020-01-01", to: today }, { signal });
    expect(usage?.some(({ download_bytes }) => download_bytes > 0)).toBe(true);
    const events = (await reads.readEvents(iccid, { limit: 100, signal })) ?? [];
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ type }) => type !== null)).toBe(true);
    expect((await reads.readConnectivity(iccid, { signal }))?.country).toBe("DE");
    expect((await reads.readMessages(iccid, { limit: 100, signal }))?.length).toBeGreaterThan(0);
    expect(await reads.listOrders({ limit: 5, signal })).toEqual(expect.any(Array));
    expect((await reads.listProducts({ signal })).length).toBeGreaterThan(0);
    expect(await reads.readLimits({ signal })).toHaveProperty("data_bytes");
    expect(await reads.readQuota("8988280666999999999", "data", { signal })).toBeNull();
  });
});

it("the list of SIMs is whole, whatever becomes of a quarter of the calls", async () => {
  for (const kind of SPOILS) emulator.addFault({ kind, path: "/v2/sims", probability: 0.04 });
  emulator.addFault({ kind: "rate_limited_429", path: "/v2/sims", times: 2, after: 1 });
  expect([...(await listedAll(provider().reads)).keys()].sort()).toEqual(iccids);
});

it("readings of all SIMs take no more than 1.3 calls each where a tenth of the calls fails", async () => {
  for (const kind of SPOILS) {
    emulator.addFault({ kind, path: "/v2/sims/*", probability: 0.1 / SPOILS.length });
  }
  const { reads } = provider();
  emulator.clearCalls();
  for (const iccid of iccids) {
    expect(await reads.readQuota(iccid, "data", { signal })).not.toBeNull();
  }
  expect(countedCalls().length).toBeGreaterThan(SIMS);
  expect(countedCalls().length / SIMS).toBeLessThanOrEqual(1.3);
});

it("calls go on over tokens that last for two seconds, and over clocks an hour apart", async () => {
  emulator.set({ tokenSeconds: 2, skewMs: 3_600_000 });
  const { reads } = provider();
  const startedAt = performance.now();
  let calls = 0;
  while (performance.now() - startedAt < 2_500) {
    expect(await reads.readSim(iccids[0] ?? "", { signal })).not.toBeNull();
    calls++;
    await sleep(20);
  }
  expect(countedCalls()).toHaveLength(calls);
});

it.each([3_600_000, -3_600_000])(
  "a top-up is found among the orders where their clock is %i ms off",
  async (skewMs) => {
    emulator.set({ skewMs });
    const [iccid = ""] = iccids;
    const operation = { kind: "top_up_package", iccid, packages: 1 } as const;
    const once = provider();
    const before = new Date();
    await once.perform(operation, { idempotencyKey: "k", signal });
    const since = (at: Date) => ({ signal, attempted: { first: at, last: at } });
    expect(await once.verify(operation, since(before))).toBe("in_place");
    await sleep(4_000); // clocks are compared with a tolerance of some seconds
    expect(await once.verify(operation, since(new Date()))).toBe("not_in_place");
  },
);
