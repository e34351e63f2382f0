import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Emulator, startEmulator } from "#connectors/once/emulator/emulator.ts";
import type { FaultKind } from "#connectors/once/emulator/faults.ts";
import { onceProvider } from "#connectors/once/once-provider.ts";
import type { Provider } from "#connectors/provider.ts";
import { testActor } from "#db/testing.ts";
import { decide } from "../decide.ts";
import { getChange, listItems } from "../read-changes.ts";
import { ask, makeSims, QUICK, setRules, statusesOf, work } from "../testing.ts";

vi.setConfig({ testTimeout: 120_000 }); // a part of the calls is waited for

const SIMS = 40;
const TIME_FACTOR = 20;
const FAULTS: readonly FaultKind[] = [
  "error_500_before",
  "error_500_after",
  "unavailable_503",
  "rate_limited_429",
  "silence_before",
  "silence_after",
  "reset_before",
  "reset_after",
  "half_body",
  "html_page_after",
  "token_expired",
];
const TIMING = { ...QUICK, callTimeoutMs: 4_000, leaseMs: 9_000 };

let owner: ReturnType<typeof testActor>;
let iccids: string[];
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  owner = testActor();
  iccids = await makeSims(owner, SIMS);
  emulator = await startEmulator({
    sims: iccids.map((iccid) => ({ iccid, imei_lock: true, data_total_mb: 500 })),
    timeFactor: TIME_FACTOR,
  });
  const [client] = emulator.clients;
  provider = onceProvider({
    baseUrl: emulator.url,
    clientId: client?.id ?? "",
    clientSecret: client?.secret ?? "",
    account: "emulated",
    callsPerSecond: 10 * TIME_FACTOR,
    timeoutMs: 1_000,
    retryMs: 10,
    orderSettlesMs: 100,
  });
});
afterEach(() => emulator.close());

function breakCalls(): void {
  for (const kind of FAULTS) {
    emulator.addFault({ kind, path: "/v2/sims/*", probability: 0.025, delayMs: 1_500 });
  }
}

async function carriedOut(tool: string, input: Record<string, unknown>, targets = iccids) {
  const { approval, preview } = await ask(owner, tool, input, { targets, provider });
  await decide(owner, approval.id, { decision: "approve", typedCount: preview.target_count });
  await work(owner, approval.id, { provider, timing: TIMING });
  const items = await listItems(owner, { changeId: approval.id, after: 0, limit: SIMS });
  return { change: await getChange(owner, approval.id), items };
}

function timesOf(kind: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const { iccid } of emulator.effects({ kind })) {
    if (iccid !== null) times.set(iccid, (times.get(iccid) ?? 0) + 1);
  }
  return times;
}

describe("at 1NCE, of whose calls a quarter go wrong,", () => {
  beforeEach(breakCalls);

  it("every SIM gets its status, and keeps its IMEI lock", async () => {
    const { change } = await carriedOut("set_sim_status", { status: "suspended" });
    expect(change.progress).toEqual({ done: SIMS });
    expect(await statusesOf(owner)).toEqual({ suspended: SIMS });
    for (const iccid of iccids) {
      expect(emulator.sim(iccid)).toMatchObject({ status: "Disabled", imei_lock: true });
    }
  });

  it("no SIM gets a message twice, and what is not certain is said to be unknown", async () => {
    const { items } = await carriedOut("send_sms", { body: "REBOOT" });
    const times = timesOf("send_sms");
    for (const { target, state } of items) {
      const count = times.get(target) ?? 0;
      expect(count).toBeLessThanOrEqual(1);
      if (state === "done") expect(count).toBe(1);
      if (state === "failed") expect(count).toBe(0);
    }
    expect(items.filter(({ state }) => state === "done").length).toBeGreaterThan(SIMS / 2);
  });

  it("every SIM gets its two packages: lost answers are found among the orders", async () => {
    await setRules(owner, { two_people_over_amount: null });
    const { change, items } = await carriedOut("top_up", {
      type: "data",
      bytes: 600 * 1024 ** 2,
    });
    expect(change.tool).toBe("top_up_package");
    expect(items.filter(({ state }) => state !== "done")).toEqual([]);
    expect([...timesOf("top_up").values()]).toEqual(Array(SIMS).fill(2));
  });
});

it("at 1NCE a device name goes out and nothing else changes there", async () => {
  const [iccid = ""] = iccids;
  const before = emulator.sim(iccid);
  const { change } = await carriedOut("update_sim", { label: "north gate" }, [iccid]);
  expect(change.progress).toEqual({ done: 1 });
  expect(emulator.sim(iccid)).toEqual({ ...before, label: "north gate" });
});

it("at 1NCE what cannot be done is not proposed, and the answer says why, or what to do instead", async () => {
  await expect(carriedOut("set_quota", { type: "data", total: 1 })).rejects.toThrow(
    "Top the SIMs up instead.",
  );
  await expect(carriedOut("change_rate_plan", { rate_plan: "x" })).rejects.toThrow("its portal");
  await expect(carriedOut("send_sms", { body: "x".repeat(161) })).rejects.toThrow("at most 160");
  await expect(carriedOut("refresh_usage", {})).rejects.toThrow("with the sync");
  expect(emulator.effects()).toEqual([]);
});
