const BYTES_OF_MB = 1024n ** 2n;
const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

/**
 * Megabytes, as a number or as decimal text, in whole bytes: counted in integers, since a volume such as
 * `"0.002803"` has no exact double. Null when it is no number.
 */
export function bytesOfMegabytes(value: unknown): number | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  const match = DECIMAL.exec(String(value).trim());
  const [, sign, whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (!match || whole + fraction === "") return null;
  const digits = BigInt(whole + fraction) * BYTES_OF_MB;
  const places = fraction.length - Number(exponent);
  const bytes =
    places <= 0 ? digits * 10n ** BigInt(-places) : rounded(digits, 10n ** BigInt(places));
  return sign === "-" ? -Number(bytes) : Number(bytes);
}

function rounded(value: bigint, divisor: bigint): bigint {
  return (value + divisor / 2n) / divisor;
}
