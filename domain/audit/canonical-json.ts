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
  return write(JSON.parse(withoutEscapes(text), keepDigits as Reviver));
}

type Reviver = (key: string, value: unknown) => unknown;

const ESCAPE = /\\(?:u([\da-f]{4})|["\\/bfnrt])/gi;
const STAND_INS = 0xdc00;
const STAND_IN = /[\udc00-\udc7f]/gu;

/**
 * V8 of Node 24 takes the key `\"` for the key `\` where an object before had that one in its place: it compares
 * the text with the key that it expects, and forgets that the text is an escape. So none is left to it: half of a
 * surrogate pair, which no text here has, stands for each ASCII character that was escaped.
 */
function withoutEscapes(text: string): string {
  return text.replace(ESCAPE, (escaped) => {
    const character: string = JSON.parse(`"${escaped}"`);
    const code = character.charCodeAt(0);
    return code < 0x80 ? String.fromCharCode(STAND_INS + code) : character;
  });
}

function restored(text: string): string {
  return text.replace(STAND_IN, (half) => String.fromCharCode(half.charCodeAt(0) - STAND_INS));
}

/** TypeScript does not know the third argument of a reviver yet. */
function keepDigits(_: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === "number" ? new Digits(withoutExponent(source ?? String(value))) : value;
}

function write(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (typeof value === "string") return JSON.stringify(restored(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .map(([key, inner]) => [restored(key), inner] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
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
