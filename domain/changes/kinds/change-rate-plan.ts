import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { defineKind, type PlannedItem, type Priced } from "../kind.ts";
import { rowsOf } from "../preview.ts";
import { NOT_THERE, presentSims, writeSim } from "../sim-values.ts";

export const changeRatePlan = defineKind({
  tool: "change_rate_plan",
  input: z.object({ rate_plan: z.string().trim().min(1).max(200) }),
  noun: "SIM",
  resourceType: "sim",
  undo: "reverse",
  title: ({ rate_plan }, rows) => `Move ${rows} to the plan ${rate_plan}`,
  present: presentSims,
  effect: (row, { rate_plan }) => {
    if (!row) return { skip: NOT_THERE };
    if (row.values.rate_plan === rate_plan) return { skip: `already on ${rate_plan}` };
    return { before: { rate_plan: row.values.rate_plan }, after: { rate_plan } };
  },
  price: (sql, _input, items) => monthlyDifference(sql, items),
  needs: () => "rate_plan",
  operation: ({ target, after }) => ({
    kind: "set",
    iccid: target,
    values: { rate_plan: z.string().nullable().parse(after.rate_plan) },
  }),
  apply: (sql, { target, after }, { now }) => writeSim(sql, target, after, now),
  auditAction: () => "sim.change_rate_plan",
});

interface Plan {
  readonly name: string;
  readonly monthly_price: number;
  readonly currency: string;
}

/** What all the SIMs cost more (or less) a month, by currency. @throws Invalid for an unknown plan. */
async function monthlyDifference(sql: Transaction, items: readonly PlannedItem[]): Promise<Priced> {
  const rows = await sql<Plan[]>`
    select name, monthly_price::float8 as monthly_price, currency from fleet.rate_plans order by name`;
  const plans = new Map(rows.map((plan) => [plan.name, plan]));
  const totals = new Map<string, number>();
  let unpriced = 0;
  const add = (plan: Plan | undefined, factor: 1 | -1) => {
    if (!plan) return;
    totals.set(plan.currency, (totals.get(plan.currency) ?? 0) + factor * plan.monthly_price);
  };
  for (const { before, after } of items) {
    if (typeof after.rate_plan === "string" && !plans.has(after.rate_plan)) {
      const known = [...plans.keys()].join(", ") || "none yet";
      throw new Invalid(
        `rate_plan: there is no rate plan called “${after.rate_plan}”. There are: ${known}.`,
      );
    }
    const old = plans.get(String(before.rate_plan));
    if (!old) unpriced++;
    add(old, -1);
    add(plans.get(String(after.rate_plan)), 1);
  }
  return {
    costs: [...totals].map(([currency, amount]) => ({
      total: { amount: Math.round(amount * 100) / 100, currency },
      per_unit: "the new plan’s monthly price less the old one’s",
      recurs: "monthly" as const,
    })),
    notes:
      unpriced > 0
        ? [
            `For ${rowsOf("SIM", unpriced)} the present plan’s price is not known: it is counted as 0.`,
          ]
        : [],
  };
}
