import { setImmediate as nextTurn } from "node:timers/promises";
import { minorText } from "#analytics/quota/money.ts";
import { type Plan, type PooledAdvice, pooledAdvice } from "#analytics/quota-advice.ts";
import type { Actor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { membersOf } from "./members.ts";
import { pooledSummary } from "./pooled-summary.ts";
import { priceTable } from "./price-table.ts";
import type { PooledQuota } from "./quota-advice.ts";

/** More take longer than somebody waits for: on two busy cores a SIM takes 1.5 to 3.4 ms with its reading, these 3 to 7 s. */
export const MOST_POOLED = 2000;
const LARGEST = 5;
/** So many are examined at a stretch. */
const STRETCH = 20;

/** A customer's SIMs on one shared volume, against each on its own. @throws NotFound */
export async function poolQuotas(actor: Actor, customer: string): Promise<PooledQuota> {
  const { sims, asOf, members, plans, singles, largest } = await asActor(actor, async (sql) => {
    const [count] = await sql<{ sims: number }[]>`
      select count(*) as sims from store.sims where customer = ${customer} and status <> 'deactivated'`;
    const sims = count?.sims ?? 0;
    if (sims === 0)
      throw new NotFound(`No SIM of a customer called “${customer}” in this organisation.`);
    const [read, plans, singles, largest] = await Promise.all([
      sims > MOST_POOLED
        ? { asOf: null, members: [] }
        : membersOf(sql, { by: "customer", name: customer }),
      priceTable(sql, actor),
      singlesOf(sql, customer),
      largestOf(sql, customer),
    ]);
    return { sims, ...read, plans, singles, largest };
  });
  const pooled = await pooledInTurns(
    members.map(({ values }) => values),
    plans,
  );
  const output = {
    subject: { kind: "customer", name: customer, iccid: null, customer, sims } as const,
    as_of: asOf,
    pooled: pooled && pooledRow(pooled),
    why_not: pooled ? null : whyNot(sims),
    singles: [...singles],
    largest: [...largest],
  };
  return { ...output, summary: pooledSummary(output) };
}

/** Others have their turn in between. */
async function pooledInTurns(members: readonly Float64Array[], plans: readonly Plan[]) {
  const steps = pooledAdvice(members, plans);
  for (let step = 1; ; step++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % STRETCH === 0) await nextTurn();
  }
}

function whyNot(sims: number): string {
  return sims > MOST_POOLED
    ? `${sims.toLocaleString("en")} SIMs are too many to pool while you wait; up to ${MOST_POOLED} can be.`
    : "Fewer than four weeks of their usage are known.";
}

function pooledRow(pooled: PooledAdvice): NonNullable<PooledQuota["pooled"]> {
  const { currency } = pooled;
  const money = (minor: bigint | null) =>
    minor === null || currency === null ? null : minorText(minor, currency);
  return {
    sims: pooled.sims,
    single_bytes: pooled.singleBytes,
    pooled_bytes: pooled.pooledBytes,
    saved_share: pooled.savedShare,
    pool: [...pooled.pool],
    currency,
    single_cost: money(pooled.singleCostMinor),
    pooled_cost: money(pooled.pooledCostMinor),
    monthly_saving: pooled.monthlySaving,
  };
}

function singlesOf(sql: Transaction, customer: string) {
  return sql<PooledQuota["singles"]>`
    select r.type, r.currency, count(*) as sims, sum(r.monthly_saving)::text as monthly_saving
    from store.quota_recommendations r join store.sims s using (organization_id, iccid)
    where s.customer = ${customer} and r.currency is not null
    group by r.type, r.currency order by sims desc, r.type, r.currency`;
}

function largestOf(sql: Transaction, customer: string) {
  return sql<PooledQuota["largest"]>`
    select r.iccid, s.label, r.type, r.recommended_total, r.monthly_saving::text as monthly_saving, r.currency
    from store.quota_recommendations r join store.sims s using (organization_id, iccid)
    where s.customer = ${customer} and r.currency is not null and r.monthly_saving > 0
    order by r.monthly_saving desc, r.iccid limit ${LARGEST}`;
}
