import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOf } from "./quota/plan.ts";
import { type Plan, pooledAdvice, possibleTotals, recommendQuota } from "./quota-advice.ts";
import { seededRandom } from "./random.ts";

const MB = 1024 ** 2;
const plan = (
  name: string,
  monthlyPrice: string,
  includedMb: number,
  more: Partial<Plan> = {},
): Plan => ({
  name,
  currency: "EUR",
  monthlyPrice,
  includedBytes: includedMb * MB,
  overagePricePerMb: "0.05",
  ...more,
});
const PLANS = [plan("S", "1.00", 100), plan("M", "4.00", 500), plan("L", "9.90", 2000)];
const topUp = { bytes: 100 * MB, price: "3.50" };

const days = (count: number, volumeMb: (day: number) => number) =>
  Float64Array.from({ length: count }, (_, day) => volumeMb(day) * MB);
const daily = (volumeMb: number) => ({ dailyVolumes: days(120, () => volumeMb) });

describe("what a month costs", () => {
  it("adds overage by the byte and packages by the piece, exactly", () => {
    expect(costOf(plan("S", "1.00", 100), 130 * MB)).toBe(2_500_000);
    expect(costOf(plan("T", "0.10", 100, { overagePricePerMb: "0.000125" }), 101 * MB)).toBe(
      100_125,
    );
    expect(costOf(plan("P", "2", 100, { overagePricePerMb: null, topUp }), 201 * MB)).toBe(
      9_000_000,
    );
    expect(costOf(plan("C", "2", 100, { overagePricePerMb: null }), 101 * MB)).toBeNull();
  });
});

describe("advice for a SIM", () => {
  it.each([
    ["S", 10, "upgrade", "M", "7.00", 1, 0],
    ["L", 10, "downgrade", "M", "5.90", 0, 0],
    ["M", 10, "maintain", "M", "0.00", 0, 0],
    ["M", 2, "downgrade", "S", "3.00", 0, 0],
    ["S", 5, "upgrade", "M", "-0.50", 1, 0],
  ] as const)(
    "on %s with %i MB a day: %s to %s, saving %s",
    (own, mb, type, to, saving, before, after) => {
      const usage = own === "S" && mb === 5 ? daily(5) : daily(mb);
      const plans =
        own === "S" && mb === 5
          ? [plan("S", "1.00", 100, { overagePricePerMb: null }), plan("M", "1.50", 500)]
          : PLANS;
      const advice = recommendQuota(usage, plans, { plan: own });
      expect(advice).toMatchObject({
        type,
        plan: to,
        monthlySaving: saving,
        riskBefore: before,
        riskAfter: after,
        confidence: 1,
      });
    },
  );

  it("tops up when the period's rest does not last and no other plan is cheaper", () => {
    const plans = [plan("P", "5.00", 300, { overagePricePerMb: null, topUp })];
    const advice = recommendQuota(daily(9), plans, {
      plan: "P",
      remainingBytes: 20 * MB,
      daysLeft: 15,
    });
    expect(advice).toMatchObject({ type: "top_up", packages: 2, monthlySaving: "-7.00" });
    expect(advice).toMatchObject({ riskBefore: 1, riskAfter: 0, recommendedTotal: 500 * MB });
    expect(advice?.reason).toBe(
      "20 MB are left for 15 days, which is too little in 100 % of the cases; 2 packages of 100 MB for 7.00 EUR bring that to 0 %.",
    );
  });

  it("weighs months as they may come, not their mean", () => {
    const totals = [...Array(9).fill(90), 1000].map((mb) => mb * MB);
    expect(recommendQuota({ totals }, PLANS, { plan: "S" })).toMatchObject({
      type: "maintain",
      riskBefore: 0.1,
      plan: "S",
    });
  });

  it("says nothing without a price for the plan or enough days", () => {
    expect(recommendQuota(daily(5), PLANS, { plan: "XL" })).toBeNull();
    expect(recommendQuota({ dailyVolumes: days(20, () => 5) }, PLANS, { plan: "S" })).toBeNull();
    expect(recommendQuota({ totals: [Number.NaN, 5] }, PLANS, { plan: "S" })).toBeNull();
  });

  it("never advises what costs more in the mean, except against being cut off", () => {
    const price = fc.integer({ min: 0, max: 5000 }).map((cents) => (cents / 100).toFixed(2));
    const anyPlan = fc.record({
      name: fc.string({ minLength: 1 }),
      currency: fc.constant("EUR"),
      monthlyPrice: price,
      includedBytes: fc.integer({ min: 0, max: 5000 }).map((mb) => mb * MB),
      overagePricePerMb: price,
    });
    const totals = fc.array(fc.integer({ min: 0, max: 8000 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 6 }), totals, (plans, mb) => {
        const advice = recommendQuota({ totals: mb.map((each) => each * MB) }, plans, {
          plan: plans[0]?.name ?? "",
        });
        expect(advice?.monthlySavingMinor).toBeGreaterThanOrEqual(0n);
        expect(advice?.confidence).toBeGreaterThanOrEqual(0);
        expect(advice?.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});

describe("the totals that may come", () => {
  it("keep the week, follow a trend and a new level", () => {
    const office = possibleTotals(days(126, (day) => (day % 7 > 4 ? 0 : 10)));
    expect(Array.from(new Set(office.map((total) => total / MB)))).toEqual([220]);
    const grown = possibleTotals(days(120, (day) => (day < 60 ? 10 : 40)));
    expect((grown[250] ?? 0) / MB).toBeCloseTo(1200, -2);
  });
});

describe("a customer's SIMs in one pool", () => {
  const pooled = (members: readonly Float64Array[]) => {
    const advice = pooledAdvice(members, PLANS);
    for (let steps = 0; ; steps++) {
      const { done, value } = advice.next();
      if (done) return [value, steps] as const;
    }
  };

  it("need less together than each for itself, but not when all peak at once", () => {
    const random = seededRandom(8);
    const own = Array.from({ length: 30 }, () => days(126, () => (random() < 0.1 ? 60 : 1)));
    const [pool, steps] = pooled(own);
    expect(steps).toBe(30); // others have their turn after each SIM
    expect(pool?.sims).toBe(30);
    expect(pool?.savedShare).toBeGreaterThan(0.25);
    expect(pool?.pool.reduce((sum, { sims }) => sum + sims, 0)).toBe(30);
    expect(pool?.pooledCostMinor).toBeLessThan(pool?.singleCostMinor ?? 0n);
    const shared = days(126, () => (random() < 0.1 ? 60 : 1));
    const [alike] = pooled(Array(30).fill(shared));
    expect(alike?.savedShare).toBeCloseTo(0, 1);
    expect(pooled([])).toEqual([null, 0]);
  });
});
