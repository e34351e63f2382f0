import { beforeAll, expect, it } from "vitest";
import { testActor } from "#db/testing.ts";
import { MB, makeAnalysed, makePlans, weeklyDays } from "#domain/analysis/testing.ts";
import { iccidOf } from "#domain/changes/testing.ts";
import { callTool } from "./call.ts";
import { tools } from "./registry.ts";

const owner = testActor();
const advice = (iccid: string) => callTool(owner, tools.recommend_quota, { iccid });

const SHORT = iccidOf(0);

beforeAll(async () => {
  await makePlans(owner, [
    { name: "S", price: 1, includedBytes: 100 * MB, overagePerMb: 0.05 },
    { name: "M", price: 4, includedBytes: 500 * MB, overagePerMb: 0.05 },
    { name: "L", price: 20, includedBytes: 5000 * MB, overagePerMb: 0.05 },
  ]);
  await makeAnalysed(owner, {
    iccid: SHORT,
    customer: "Acme",
    rate_plan: "S",
    days: weeklyDays(120),
  });
  await makeAnalysed(owner, {
    iccid: iccidOf(1),
    customer: "Acme",
    rate_plan: "S",
    days: weeklyDays(120),
  });
});

it("a SIM on a plan that is too small is better on the next one, at what that saves", async () => {
  const made = await advice(SHORT);
  // About 250 MB in 30 days: 1 EUR and 150 MB beyond at 0.05 EUR, against 4 EUR.
  expect(made.advice).toMatchObject({
    type: "upgrade",
    plan: "M",
    current_total: 100 * MB,
    recommended_total: 500 * MB,
    currency: "EUR",
    risk_before: 1,
    risk_after: 0,
    confidence: 1,
  });
  expect(Number(made.advice?.monthly_saving)).toBeGreaterThan(3.5);
  expect(made.plans.map(({ name, mean_cost }) => [name, mean_cost])).toEqual([
    ["M", "4.00"],
    ["S", expect.any(String)],
    ["L", "20.00"],
  ]);
  expect(made.summary).toMatch(/^device-000 is better on M \(500 MB\) than on S: it saves/);
});

it("a customer's SIMs need less together than each by itself", async () => {
  const made = await callTool(owner, tools.pool_quotas, { customer: "Acme" });
  expect(made.pooled).toMatchObject({ sims: 2, currency: "EUR" });
  expect(made.summary).toMatch(/^2 SIMs of Acme need/);
});
