import { type Micros, micros } from "./money.ts";

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

const BYTES_PER_MB = 1024 ** 2;

/** A plan's prices as numbers, read once for the many months that are priced. */
interface Rates {
  readonly base: Micros;
  readonly includedBytes: number;
  /** Of a MB beyond; NaN: there is none. */
  readonly overage: Micros;
  /** What each package adds and costs; NaN: none is sold. */
  readonly packageBytes: number;
  readonly packagePrice: Micros;
}

function ratesOf({ monthlyPrice, includedBytes, overagePricePerMb, topUp }: Plan): Rates {
  return {
    base: micros(monthlyPrice),
    includedBytes,
    overage: overagePricePerMb === null ? Number.NaN : micros(overagePricePerMb),
    packageBytes: topUp?.bytes ?? Number.NaN,
    packagePrice: topUp ? micros(topUp.price) : Number.NaN,
  };
}

/** NaN where the plan cannot carry it. Megabytes and the rest apart, so that no product outgrows whole numbers. */
function priced(rates: Rates, volumeBytes: number): Micros {
  const beyond = Math.round(volumeBytes) - rates.includedBytes;
  if (!(beyond > 0)) return rates.base;
  const megabytes = Math.floor(beyond / BYTES_PER_MB);
  const rest = beyond - megabytes * BYTES_PER_MB;
  const overage =
    megabytes * rates.overage + Math.floor((rest * rates.overage) / BYTES_PER_MB + 0.5);
  const packages = Math.ceil(beyond / rates.packageBytes) * rates.packagePrice;
  return rates.base + (packages < overage || Number.isNaN(overage) ? packages : overage);
}

/** What a month with this volume costs; null where the plan cannot carry it. */
export function costOf(plan: Plan, volumeBytes: number): Micros | null {
  const cost = priced(ratesOf(plan), volumeBytes);
  return Number.isNaN(cost) ? null : cost;
}

/** Mean cost over possible months; null where one of more than `mostCut` of them would be cut off. */
export function expectedCost(
  plan: Plan,
  totals: ArrayLike<number>,
  mostCut: number,
): Micros | null {
  const rates = ratesOf(plan);
  let sum = 0;
  let cut = 0;
  for (let i = 0; i < totals.length; i++) {
    const cost = priced(rates, totals[i] ?? 0);
    if (Number.isNaN(cost)) cut++;
    sum += Number.isNaN(cost) ? rates.base : cost;
  }
  if (totals.length === 0 || cut > mostCut * totals.length) return null;
  return Math.round(sum / totals.length);
}

/** Share of possible months in which `plan` costs no more than `own`; being cut off costs more than anything. */
export function shareNoDearer(plan: Plan, own: Plan, totals: ArrayLike<number>): number {
  const [rates, ownRates] = [ratesOf(plan), ratesOf(own)];
  let right = 0;
  for (let i = 0; i < totals.length; i++) {
    const cost = priced(rates, totals[i] ?? 0);
    const ownCost = priced(ownRates, totals[i] ?? 0);
    if (cost <= ownCost || (Number.isNaN(ownCost) && !Number.isNaN(cost))) right++;
  }
  return right / totals.length;
}

/** Share of possible months that need more than `bytes`. */
export function riskBeyond(bytes: number, totals: ArrayLike<number>): number {
  let beyond = 0;
  for (let i = 0; i < totals.length; i++) if ((totals[i] ?? 0) > bytes) beyond++;
  return totals.length > 0 ? beyond / totals.length : 0;
}
