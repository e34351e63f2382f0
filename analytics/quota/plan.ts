import { divideRounded, type Micros, micros } from "./money.ts";

/** A row of the price table. Prices are decimals as text, which lose nothing. */
export interface Plan {
  readonly name: string;
  readonly currency: string;
  readonly monthlyPrice: string;
  readonly includedBytes: number;
  /** What each MB (1024² bytes) beyond costs; null: there is no traffic beyond. */
  readonly overagePricePerMb: string | null;
  /** A package that can be bought on top. */
  readonly topUp?: { readonly bytes: number; readonly price: string } | null;
}

const BYTES_PER_MB = 1024n ** 2n;

/** What a month with this volume costs; null where the plan cannot carry it. */
export function costOf(plan: Plan, volumeBytes: number): Micros | null {
  const base = micros(plan.monthlyPrice);
  const beyond = BigInt(Math.max(0, Math.round(volumeBytes) - plan.includedBytes));
  if (beyond === 0n) return base;
  const overage =
    plan.overagePricePerMb === null
      ? null
      : divideRounded(beyond * micros(plan.overagePricePerMb), BYTES_PER_MB);
  const packages = plan.topUp
    ? ((beyond + BigInt(plan.topUp.bytes) - 1n) / BigInt(plan.topUp.bytes)) *
      micros(plan.topUp.price)
    : null;
  const cheaper =
    overage !== null && (packages === null || overage < packages) ? overage : packages;
  return cheaper === null ? null : base + cheaper;
}

/** Mean cost over possible months; null where one of more than `mostCut` of them would be cut off. */
export function expectedCost(
  plan: Plan,
  totals: ArrayLike<number>,
  mostCut: number,
): Micros | null {
  let sum = 0n;
  let cut = 0;
  for (let i = 0; i < totals.length; i++) {
    const cost = costOf(plan, totals[i] ?? 0);
    if (cost === null) cut++;
    sum += cost ?? micros(plan.monthlyPrice);
  }
  if (totals.length === 0 || cut > mostCut * totals.length) return null;
  return divideRounded(sum, BigInt(totals.length));
}

/** Share of possible months that need more than `bytes`. */
export function riskBeyond(bytes: number, totals: ArrayLike<number>): number {
  let beyond = 0;
  for (let i = 0; i < totals.length; i++) if ((totals[i] ?? 0) > bytes) beyond++;
  return totals.length > 0 ? beyond / totals.length : 0;
}
