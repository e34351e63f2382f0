import { z } from "zod";
import type { Provider } from "#connectors/provider.ts";
import { Invalid } from "#core/errors.ts";
import { type PackagePrice, packagePrice } from "#domain/sync/prices/package-price.ts";
import { type ChangeKind, defineKind } from "../kind.ts";
import { NOT_THERE, presentSims } from "../sim-values.ts";

/** A top-up at a provider that sells one fixed package: what it holds comes back with the next reading. */
export const topUpPackage: ChangeKind = defineKind({
  tool: "top_up_package",
  input: z.object({}),
  noun: "SIM",
  resourceType: "sim",
  undo: { never: "A top-up is bought and cannot be given back." },
  title: (_input, rows) => `Top up ${rows} by one package each`,
  present: presentSims,
  effect: (row) => {
    if (!row) return { skip: NOT_THERE };
    const { status } = row.values;
    return status === "deactivated" ? { skip: "deactivated" } : { before: { status }, after: {} };
  },
  at: packageAt,
  needs: () => "top_up",
  operation: ({ target }) => ({ kind: "top_up_package", iccid: target }),
  apply: async () => {}, // what the package added is the provider's to say
  auditAction: () => "sim.top_up",
});

/** The kind with what the provider says about its package. @throws Invalid where it sells none. */
export function packageAt({ topUpPackage: said }: Provider): ChangeKind {
  if (said === undefined) {
    throw new Invalid("This provider sells no packages: ask for a top-up by an amount.");
  }
  return {
    ...topUpPackage,
    price: async (sql, _input, items) => {
      const price = await packagePrice(sql);
      if (!price) return { costs: [], unpriced_count: items.length, notes: [said] };
      return { costs: [costOf(price, items.length)], unpriced_count: 0, notes: [said] };
    },
  };
}

function costOf({ amount, currency, basis }: PackagePrice, packages: number) {
  return {
    total: { amount: Math.round(amount * packages * 100) / 100, currency },
    per_unit: `${amount} ${currency} per package, ${basis}`,
    recurs: "once" as const,
  };
}
