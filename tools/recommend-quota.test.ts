import { afterAll, beforeAll, expect, it } from "vitest";
import {
  DEFAULT_CLIENT,
  type Emulator,
  startEmulator,
} from "#connectors/once/emulator/emulator.ts";
import { systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { analyseFleet } from "#domain/analysis/batch/analyse-fleet.ts";
import { MB, makeAnalysed, makePlans, weeklyDays } from "#domain/analysis/testing.ts";
import { iccidOf } from "#domain/changes/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { callTool } from "./call.ts";
import { tools } from "./registry.ts";

const owner = testActor();
const advice = (iccid: string, actor = owner) => callTool(actor, tools.recommend_quota, { iccid });
const pool = (customer: string) => callTool(owner, tools.pool_quotas, { customer });

const SHORT = iccidOf(0);
const AMPLE = iccidOf(1);
const FIT = iccidOf(2);
const PLANLESS = iccidOf(3);
const UNPRICED = iccidOf(4);
const NEW = iccidOf(5);

let emulator: Emulator;
beforeAll(async () => {
  await makePlans(owner, [
    { name: "S", price: 1, includedBytes: 100 * MB, overagePerMb: 0.05 },
    { name: "M", price: 4, includedBytes: 500 * MB, overagePerMb: 0.05 },
    { name: "L", price: 20, includedBytes: 5000 * MB, overagePerMb: 0.05 },
  ]);
  const acme = { customer: "Acme", days: weeklyDays(120) }; // about 250 MB in 30 days
  await makeAnalysed(owner, { ...acme, iccid: SHORT, rate_plan: "S" });
  await makeAnalysed(owner, { ...acme, iccid: AMPLE, rate_plan: "L" });
  await makeAnalysed(owner, { ...acme, iccid: FIT, rate_plan: "M" });
  await makeAnalysed(owner, { iccid: PLANLESS, days: weeklyDays(120) });
  await makeAnalysed(owner, { iccid: UNPRICED, rate_plan: "Old", days: weeklyDays(120) });
  await makeAnalysed(owner, { iccid: NEW, rate_plan: "S", customer: "Bolt", days: weeklyDays(20) });
});
afterAll(() => emulator?.close());

it("a SIM on a plan that is too small, or too large, is better on another, at what that saves", async () => {
  const small = await advice(SHORT);
  // 1 EUR and 150 MB beyond at 0.05 EUR, against 4 EUR.
  expect(small.advice).toMatchObject({
    type: "upgrade",
    plan: "M",
    current_total: 100 * MB,
    recommended_total: 500 * MB,
    currency: "EUR",
    risk_before: 1,
    risk_after: 0,
    confidence: 1,
  });
  expect(Number(small.advice?.monthly_saving)).toBeGreaterThan(3.5);
  expect(small.plans.map(({ name, mean_cost }) => [name, mean_cost])).toEqual([
    ["M", "4.00"],
    ["S", expect.any(String)],
    ["L", "20.00"],
  ]);
  expect(small.summary).toMatch(/^device-000 is better on M \(500 MB\) than on S: it saves/);
  const large = await advice(AMPLE);
  expect(large.advice).toMatchObject({ type: "downgrade", plan: "M", monthly_saving: "16.00" });
  const right = await advice(FIT);
  expect(right.advice).toMatchObject({ type: "maintain", plan: "M", monthly_saving: "0.00" });
  expect(right.summary).toMatch(/^device-002 is best kept on M\./);
});

it("says why there is no advice", async () => {
  const whyNot = async (iccid: string) => (await advice(iccid)).why_not;
  expect(await whyNot(PLANLESS)).toBe("No rate plan is on record for device-003.");
  expect(await whyNot(UNPRICED)).toBe("The price of Old is not on record.");
  expect(await whyNot(NEW)).toBe("Fewer than four weeks of its usage are known.");
  await expect(advice(SHORT, testActor())).rejects.toMatchObject({ code: "not_found" });
});

it("where a provider sells packages only, so many are advised as carry the SIM to the end of its quota", async () => {
  const connected = testActor();
  emulator = await startEmulator({ sims: [{ iccid: SHORT }], timeFactor: 50 });
  await makePlans(connected, [{ name: "Lifetime", price: 0, includedBytes: 500 * MB }]);
  const quota = { total: 500 * MB, remaining: 30 * MB, expiresAt: "2027-10-21T00:00:00Z" };
  const days = weeklyDays(120);
  await makeAnalysed(connected, { iccid: SHORT, rate_plan: "Lifetime", days, quota });
  await connect(connected, {
    client_id: DEFAULT_CLIENT.id,
    client_secret: DEFAULT_CLIENT.secret,
    base_url: emulator.url,
  });
  const charges = [{ name: "Top-up", amount: 10, currency: "EUR", recurs: false }];
  await asActor(
    connected,
    (sql) => sql`
      insert into store.provider_products (id, name, charges, read_at)
      values ('top-up', 'Top-up 500 MB', ${JSON.stringify(charges)}::text::jsonb, '2026-10-20')`,
  );
  const made = await advice(SHORT, connected);
  expect(made.advice).toMatchObject({
    type: "top_up",
    packages: 1,
    monthly_saving: "-10.00",
    risk_before: 1,
    risk_after: 0,
  });
  expect(made.summary).toMatch(/^device-000 should get a package on top\. 30 MB are left/);
});

it("a customer's SIMs are set against a pool, with the advice that is kept on each counted", async () => {
  await analyseFleet(systemActor({ id: owner.organizationId, name: "Acme" }), {
    signal: new AbortController().signal,
    progress: async () => {},
  });
  const made = await pool("Acme");
  expect(made.subject).toMatchObject({ kind: "customer", name: "Acme", sims: 3 });
  expect(made.pooled).toMatchObject({ sims: 3, currency: "EUR" });
  // Two on M and one on S carry three times 250 MB: 9 EUR, where each alone needs M.
  expect(made.pooled?.pool).toEqual([
    { plan: "M", sims: 2 },
    { plan: "S", sims: 1 },
  ]);
  expect(made.pooled).toMatchObject({
    single_cost: "12.00",
    pooled_cost: "9.00",
    monthly_saving: "3.00",
  });
  expect(made.summary).toMatch(/2 on M and 1 on S: it saves 3\.00 EUR a month/);
  expect(made.singles.map(({ type, sims }) => [type, sims])).toEqual([
    ["downgrade", 1],
    ["maintain", 1],
    ["upgrade", 1],
  ]);
  expect(made.largest.map(({ iccid }) => iccid)).toEqual([AMPLE, SHORT]);
  expect((await pool("Bolt")).why_not).toBe("Fewer than four weeks of their usage are known.");
  await expect(pool("Nobody")).rejects.toThrow(/No SIM of a customer called “Nobody”/);
});
