import { z } from "zod";
import { BYTES_OF_UNIT, formatBytes } from "#core/bytes.ts";
import { Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { type ChangeKind, defineKind, type PlannedItem, type Priced } from "../kind.ts";
import { NOT_THERE, presentSims, writeSim } from "../sim-values.ts";
import { FIELD_OF_QUOTA, QuotaType } from "./quota-type.ts";
import { PackageCount, packagesAt, packagesFor } from "./top-up-package.ts";

const Input = z.object({
  type: QuotaType,
  bytes: z
    .int()
    .min(1)
    .max(2 ** 45)
    .optional()
    .meta({ description: "For data, per SIM" }),
  messages: z.int().min(1).max(100_000).optional().meta({ description: "For sms, per SIM" }),
  packages: PackageCount.optional().meta({
    description:
      "Per SIM, where the provider sells packages; an amount is covered by as many as it takes, and none is one",
  }),
});
type Input = z.output<typeof Input>;

/** Buys volume on top of the quota. It spends money and cannot be taken back. */
export const topUp: ChangeKind = defineKind({
  tool: "top_up",
  input: Input,
  noun: "SIM",
  resourceType: "sim",
  undo: { never: "A top-up is bought and cannot be given back." },
  title: (input, rows) => `Top up ${rows} by ${saidAmount(input)} each`,
  present: presentSims,
  effect: (row, input) => {
    if (!row) return { skip: NOT_THERE };
    if (row.values.status === "deactivated") return { skip: "deactivated" };
    const field = FIELD_OF_QUOTA[input.type];
    const before = row.values[field];
    const after = (typeof before === "number" ? before : 0) + amountOf(input);
    return { before: { [field]: before }, after: { [field]: after } };
  },
  price: (sql, input, items) => priceOf(sql, input, items),
  at: (provider, input) =>
    provider.topUpPackage === undefined
      ? { kind: topUp, input }
      : packagesAt(provider, packagesFor(input, provider.topUpPackage)),
  needs: () => "top_up",
  operation: ({ target }, input) => ({
    kind: "top_up",
    iccid: target,
    type: input.type,
    amount: amountOf(input),
  }),
  apply: (sql, { target, after }, { now }) => writeSim(sql, target, after, now),
  auditAction: () => "sim.top_up",
});

function amountOf({ type, bytes, messages }: Input): number {
  const amount = type === "data" ? bytes : messages;
  if (amount === undefined) {
    throw new Invalid(
      type === "data" ? "bytes: say how much data to buy." : "messages: say how many to buy.",
    );
  }
  return amount;
}

function saidAmount(input: Input): string {
  const amount = amountOf(input);
  return input.type === "data" ? formatBytes(amount) : `${amount} SMS`;
}

/** Data costs what the SIM's own plan asks for a MB beyond its volume; messages have no listed price. */
async function priceOf(
  sql: Transaction,
  input: Input,
  items: readonly PlannedItem[],
): Promise<Priced> {
  if (input.type === "sms") {
    return {
      costs: [],
      unpriced_count: items.length,
      notes: ["The price of messages is not listed here: ask your provider."],
    };
  }
  const megabytes = amountOf(input) / BYTES_OF_UNIT.mb;
  const iccids = items.map(({ target }) => target);
  const rows = await sql<{ price: number | null; currency: string | null; sims: number }[]>`
    select p.overage_price_per_mb::float8 as price, p.currency, count(*) as sims
    from store.sims s
    left join store.rate_plans p on p.organization_id = s.organization_id and p.name = s.rate_plan
    where s.iccid = any(${iccids})
    group by 1, 2 order by 3 desc`;
  const unpriced = rows.filter(({ price }) => price === null).reduce((n, { sims }) => n + sims, 0);
  const currencies = [...new Set(rows.flatMap(({ currency }) => currency ?? []))];
  return {
    costs: currencies.map((currency) => {
      const priced = rows.filter((row) => row.currency === currency && row.price !== null);
      const amount = priced.reduce(
        (sum, { price, sims }) => sum + (price ?? 0) * megabytes * sims,
        0,
      );
      const units = [...new Set(priced.map(({ price }) => price))].map(
        (price) => `${price} ${currency}`,
      );
      return {
        total: { amount: Math.round(amount * 100) / 100, currency },
        per_unit: `${units.join(" or ")} per MB, by plan`,
        recurs: "once" as const,
      };
    }),
    ...(unpriced > 0 ? { unpriced_count: unpriced } : {}),
    notes:
      unpriced > 0
        ? [
            `For ${unpriced} ${unpriced === 1 ? "SIM the price is not known: its plan names none." : "SIMs the price is not known: their plans name none."}`,
          ]
        : [],
  };
}
