/** A number as Postgres' `jsonb` writes it: all digits, no exponent. */
class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * JSON text in the one form that a value has, whether `JSON.stringify` or a `jsonb` wrote it: keys
 * sorted, no spaces, numbers digit by digit, so that also a change beyond a double's precision shows.
 */
export function canonicalJson(text: string): string {
  return write(JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown));
}

/** TypeScript does not know the third argument of a reviver yet. */
function keepDigits(_: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === "number" ? new Digits(withoutExponent(source ?? String(value))) : value;
}

function write(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(",")}}`;
}

/** `1.5e-7` → `0.00000015`, `1e+21` → `1` and 21 zeros. */
function withoutExponent(number: string): string {
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(number) ?? [];
  if (exponent === undefined) return number;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${"0".repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
