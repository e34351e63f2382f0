import { beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { type Joined, membersOf } from "./catalogue.ts";
import { type Query, VIEWS, type View } from "./query.ts";
import { reachable } from "./relations.ts";
import { runQuery } from "./run.ts";
import { insertFixture, makeFixture, type Row } from "./testing/fixture.ts";
import { isNumeric } from "./validate/values.ts";
import { validate } from "./validate.ts";

const scopes = new Set(SCOPES);
const fixture = makeFixture();

const sumOf = (from: View, of: string): Query => ({
  from,
  measures: [{ as: "total", measure: { agg: "sum", of } }],
});

function isAllowed(from: View, of: string): boolean {
  try {
    validate(sumOf(from, of), { scopes });
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}

/** Every figure of a joined view that a view reaches. */
const PAIRS = VIEWS.flatMap((root) =>
  [...reachable(root)]
    .filter(([joined]) => joined !== root)
    .flatMap(([joined, path]) =>
      figuresOf(joined).map((member) => ({ root, member, first: path[0] })),
    ),
);

function figuresOf(joined: Joined): string[] {
  return Object.entries(membersOf(joined))
    .filter(([, { type }]) => isNumeric(type))
    .map(([column]) => `${joined}.${column}`)
    .filter((member) => !/\.(?:id|rule_id)$/.test(member));
}

describe("a sum of a joined view's figure", () => {
  it("is let through only where no two rows meet the same row of it", () => {
    const tables = fixture as unknown as Readonly<Record<string, readonly Row[] | undefined>>;
    let met = 0;
    for (const { root, member, first } of PAIRS) {
      if (root === "sims" || !isAllowed(root, member)) continue;
      const keys = (tables[root] ?? []).map((row) =>
        JSON.stringify(first?.join.on.map(([own]) => row[own])),
      );
      expect(keys.length, `${member} over ${root}`).toBe(new Set(keys).size);
      met += keys.length;
    }
    expect(met).toBeGreaterThan(0);
  });

  it.each([
    ["sim_usage_daily", "rate_plans.monthly_price"],
    ["sim_usage", "rate_plans.included_bytes"],
    ["alerts", "rate_plans.monthly_price"],
    ["support_tickets", "quota_data.total"],
    ["alerts", "alert_rules.cooldown_minutes"],
    ["sim_quota", "rate_plans.monthly_price"],
  ] as const)("is refused over %s: %s", (root, member) => {
    expect(() => validate(sumOf(root, member), { scopes })).toThrow("would count each time");
  });

  it.each([
    ["sims", "rate_plans.monthly_price"],
    ["sims", "quota_data.used"],
    ["churn_risk", "rate_plans.monthly_price"],
    ["sim_usage_daily", "forecasts.predicted"],
  ] as const)("is each row's own over %s: %s", (root, member) => {
    expect(isAllowed(root, member)).toBe(true);
  });
});

describe("over a small fleet", () => {
  const actor = testActor();
  beforeAll(() => insertFixture(actor, fixture));

  it("monthly prices add up to one for each SIM", async () => {
    const { rows } = await runQuery(actor, sumOf("sims", "rate_plans.monthly_price"));
    const { sims, rate_plans: plans } = fixture as unknown as Record<string, readonly Row[]>;
    const priceOf = (plan: unknown) =>
      Number(plans?.find(({ name }) => name === plan)?.monthly_price ?? 0);
    const total = (sims ?? []).reduce((sum, { rate_plan }) => sum + priceOf(rate_plan), 0);
    expect(total).toBeGreaterThan(0);
    expect(rows[0]?.total).toBeCloseTo(total, 6);
  });
});
