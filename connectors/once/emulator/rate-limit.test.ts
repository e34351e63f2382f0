import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { rateLimits } from "./rate-limit.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import { askToken, clientFor } from "./testing/client.ts";

let emulator: Emulator;
/** What the limits fill by: it stands still unless a test moves it. */
let nowMs: number;
beforeEach(() => {
  nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await emulator?.close();
});

const ICCID = "8988228066000000001";

async function started(timeFactor: number) {
  const clients = [
    { id: "one", secret: "s" },
    { id: "two", secret: "s" },
  ];
  emulator = await startEmulator({ timeFactor, clients, sims: [{ iccid: ICCID }] });
  return Promise.all(emulator.clients.map((client) => clientFor(emulator, client)));
}

async function statusesOf(count: number, call: () => Promise<{ status: number }>) {
  const replies = await Promise.all(Array.from({ length: count }, call));
  return replies.map(({ status }) => status);
}

function countsOf(statuses: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe("the limit of /sims", () => {
  it("is ten a second, for all clients of the customer together", async () => {
    const [one, two] = await started(1);
    const ask = async () => [
      ...(await statusesOf(8, () => one?.("GET", "/v2/sims") as never)),
      ...(await statusesOf(8, () => two?.("GET", `/v1/sims/${ICCID}`) as never)),
    ];
    expect(countsOf(await ask())).toEqual({ 200: 10, 429: 6 });
    nowMs += 300;
    expect(countsOf(await ask())).toEqual({ 200: 3, 429: 13 });
    nowMs += 1_000;
    expect(countsOf(await ask())).toEqual({ 200: 10, 429: 6 });
  });

  it("does not count orders", async () => {
    const [one] = await started(1);
    expect(await statusesOf(30, () => one?.("GET", "/v1/orders") as never)).not.toContain(429);
  });

  it("says when to come again only where that is switched on", async () => {
    const [one] = await started(1);
    await statusesOf(20, () => one?.("GET", "/v2/sims") as never);
    const refused = async () => {
      const reply = await one?.("GET", "/v2/sims");
      return [reply?.status, reply?.headers.get("retry-after")];
    };
    expect(await refused()).toEqual([429, null]);
    emulator.set({ retryAfter: true });
    expect(await refused()).toEqual([429, "1"]);
  });

  it("is 200 a second with a time factor of 20", async () => {
    const [one] = await started(20);
    const statuses = await statusesOf(150, () => one?.("GET", "/v2/sims") as never);
    expect(statuses).not.toContain(429);
    expect(emulator.calls().operations["GET /v2/sims"]).toMatchObject({ calls: 150, ok: 150 });
  });
});

describe("buckets", () => {
  it("fill evenly, to the seconds that 1NCE documents", () => {
    const rates = rateLimits(DEFAULT_SETTINGS);
    const take = (group: "sims" | "orders" | "oauth") => rates.take(group, "x");
    expect(Array.from({ length: 11 }, () => take("sims") === 0)).toEqual([
      ...Array(10).fill(true),
      false,
    ]);
    expect(take("sims")).toBe(100);
    nowMs = 100;
    expect([take("sims"), take("sims") > 0]).toEqual([0, true]);
    for (let i = 0; i < 100; i++) expect(take("orders")).toBe(0);
    expect(take("orders")).toBe(3_000);
    for (let i = 0; i < 600; i++) expect(take("oauth")).toBe(0);
    expect(take("oauth")).toBe(100);
  });

  it("count tokens by address", async () => {
    const clients = await started(1);
    const statuses: number[] = clients.map(() => 200);
    while (statuses.length < 650) {
      statuses.push(...(await statusesOf(24, () => askToken(emulator))));
    }
    expect(countsOf(statuses)).toEqual({ 200: 600, 429: 50 });
    nowMs += 500;
    expect(countsOf(await statusesOf(24, () => askToken(emulator)))).toEqual({ 200: 5, 429: 19 });
  });
});
