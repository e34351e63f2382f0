/** Money as a whole number of millionths of its currency, so that no price is rounded before the end; exact up to 9 000 million. */
export type Micros = number;

/** Prices are few, and each is needed for every month that may come. */
const known = new Map<string, Micros>();
const MOST_KNOWN = 1_000;

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;
const DIGITS = 6;

/** `"0.0125"` → 12500; RangeError for what is no price or finer than a millionth. */
export function micros(decimal: string): Micros {
  const remembered = known.get(decimal);
  if (remembered !== undefined) return remembered;
  if (known.size >= MOST_KNOWN) known.clear();
  const amount = parsed(decimal);
  known.set(decimal, amount);
  return amount;
}

function parsed(decimal: string): Micros {
  const match = DECIMAL.exec(decimal.trim());
  const fraction = (match?.[2] ?? "").replace(/0+$/, "");
  if (!match || fraction.length > DIGITS) throw new RangeError(`"${decimal}" is no price.`);
  return Number(match[1]) * 10 ** DIGITS + Number(fraction.padEnd(DIGITS, "0"));
}

/** `12500` → `"0.012500"`. */
export function toDecimal(amount: Micros): string {
  const text = BigInt(amount)
    .toString()
    .padStart(DIGITS + 1, "0");
  return `${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`;
}

const digitsOf = new Map<string, number>();

/** Digits behind the point of a currency: 2 for EUR, 0 for JPY. Asking for them takes longer than all else here. */
function minorDigits(currency: string): number {
  const digits = digitsOf.get(currency) ?? askForDigits(currency);
  digitsOf.set(currency, digits);
  return digits;
}

function askForDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** To whole cents (or what the currency has), halves away from zero. */
export function toMinor(amount: Micros, currency: string): bigint {
  const by = 10n ** BigInt(DIGITS - minorDigits(currency));
  const size = (BigInt(Math.abs(amount)) + by / 2n) / by;
  return amount < 0 ? -size : size;
}

/** `-1250n`, EUR → `"-12.50"`. */
export function minorText(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = digits > 0 ? `.${text.slice(-digits)}` : "";
  return `${minor < 0n ? "-" : ""}${whole}${fraction}`;
}
