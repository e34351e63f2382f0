import type { Row } from "./gold.ts";

const TOLERANCE = 1e-6;
/** Rounding of a shown figure to a few digits is no other answer. */
const ROUNDING = 0.006;
const BYTE_FACTORS = [1024, 1024 ** 2, 1024 ** 3, 1024 ** 4];
const IS_BYTES =
  /byte|volume|[kmgt]b$|[kmgt]b_|data|usage|traffic|used|total|remaining|predicted|actual|upper|lower|observed|expected|included/;
const IS_SHARE = /percent|pct|share|rate|ratio|probability|confidence|change|growth/;
/** Assignments of answer columns to gold columns that are tried before giving up. */
const MAX_TRIES = 4000;

export interface Gold {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly ordered: boolean;
}

/**
 * Whether an answer has the gold's rows: as a multiset cut to the gold's columns, found by their values;
 * in the gold's order where that counts, ties aside.
 */
export function matches(gold: Gold, rows: readonly Row[]): boolean {
  if (gold.rows.length !== rows.length) return false;
  if (rows.length === 0) return true;
  const names = Object.keys(rows[0] ?? {});
  const candidates = gold.columns.map((column) => {
    const wanted = gold.rows.map((row) => row[column]);
    return names.filter((name) =>
      sameMultiset(
        column,
        wanted,
        rows.map((row) => row[name]),
      ),
    );
  });
  if (candidates.some((list) => list.length === 0)) return false;
  let tries = 0;
  const assign = (index: number, chosen: readonly string[]): boolean => {
    if (tries > MAX_TRIES) return false;
    if (index === gold.columns.length) {
      tries++;
      return sameRows(gold, rows, chosen);
    }
    return (candidates[index] ?? []).some(
      (name) => !chosen.includes(name) && assign(index + 1, [...chosen, name]),
    );
  };
  return assign(0, []);
}

function sameRows(gold: Gold, rows: readonly Row[], chosen: readonly string[]): boolean {
  const factors = gold.columns.map((column, index) =>
    factorOf(
      column,
      gold.rows.map((row) => row[column]),
      rows.map((row) => row[chosen[index] ?? ""]),
    ),
  );
  if (factors.some((factor) => factor === null)) return false;
  const cutGold = gold.rows.map((row) => gold.columns.map((column) => row[column]));
  const cutRows = rows.map((row) =>
    chosen.map((name, index) => scaled(row[name], factors[index] ?? 1)),
  );
  const pairs = zipSorted(cutGold, cutRows);
  if (!pairs.every(([a, b]) => a.every((value, index) => same(value, b[index])))) return false;
  return !gold.ordered || inOrder(cutGold, cutRows);
}

/** The rows stand in the gold's order, as far as one of the columns that rise or fall there tells. */
function inOrder(gold: readonly unknown[][], rows: readonly unknown[][]): boolean {
  const width = gold[0]?.length ?? 0;
  if (gold.every((row, n) => row.every((value, index) => same(value, rows[n]?.[index]))))
    return true;
  for (let index = 0; index < width; index++) {
    const wanted = gold.map((row) => row[index]);
    if (new Set(wanted.map(key)).size < 2 || !isMonotone(wanted)) continue;
    if (wanted.every((value, n) => same(value, rows[n]?.[index]))) return true;
  }
  return false;
}

function isMonotone(values: readonly unknown[]): boolean {
  const known = values.filter((value) => value !== null).map(orderKey);
  const rises = known.every((value, n) => n === 0 || (known[n - 1] ?? value) <= value);
  return rises || known.every((value, n) => n === 0 || (known[n - 1] ?? value) >= value);
}

function orderKey(value: unknown): number | string {
  return asNumber(value) ?? key(value);
}

function sameMultiset(
  column: string,
  gold: readonly unknown[],
  answer: readonly unknown[],
): boolean {
  const factor = factorOf(column, gold, answer);
  if (factor === null) return false;
  const a = [...gold].sort(byValue);
  const b = answer.map((value) => scaled(value, factor)).sort(byValue);
  return a.every((value, index) => same(value, b[index]));
}

/** By what the answer's numbers differ as a whole: bytes in another unit, or a share instead of a percentage. A count is a count. */
function factorOf(
  column: string,
  gold: readonly unknown[],
  answer: readonly unknown[],
): number | null {
  const sum = (values: readonly unknown[]) =>
    values.reduce<number>((total, value) => total + Math.abs(asNumber(value) ?? 0), 0);
  if (!gold.some((value) => asNumber(value) !== null)) return 1;
  const [a, b] = [sum(gold), sum(answer)];
  if (near(a, b)) return 1;
  if (b === 0) return null;
  const factors = [
    ...(IS_BYTES.test(column) ? BYTE_FACTORS : []),
    ...(IS_SHARE.test(column) ? [100] : []),
  ];
  for (const factor of factors) {
    if (near(a, b * factor)) return factor;
    if (near(a * factor, b)) return 1 / factor;
  }
  return null;
}

function scaled(value: unknown, factor: number): unknown {
  const number = factor === 1 ? null : asNumber(value);
  return number === null ? value : number * factor;
}

function zipSorted(a: readonly unknown[][], b: readonly unknown[][]): [unknown[], unknown[]][] {
  const order = (x: unknown[], y: unknown[]) => {
    for (let n = 0; n < x.length; n++) {
      const by = byValue(x[n], y[n]);
      if (by !== 0) return by;
    }
    return 0;
  };
  const left = [...a].sort(order);
  const right = [...b].sort(order);
  return left.map((row, n) => [row, right[n] ?? []]);
}

function byValue(a: unknown, b: unknown): number {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== null && y !== null) return near(x, y) ? 0 : x - y;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

export function same(gold: unknown, answer: unknown): boolean {
  const [a, b] = [asNumber(gold), asNumber(answer)];
  if (a !== null && b !== null) return near(a, b);
  return key(gold) === key(answer);
}

function near(a: number, b: number): boolean {
  const gap = Math.abs(a - b);
  return (
    gap <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b)) ||
    (gap <= ROUNDING &&
      Number.isInteger(Math.round(Math.min(Math.abs(a), Math.abs(b)) * 100)) &&
      (isRounded(a) || isRounded(b)) &&
      gap <= 0.06)
  );
}

function isRounded(value: number): boolean {
  return (
    Math.abs(value * 10 - Math.round(value * 10)) < 1e-9 ||
    Math.abs(value * 100 - Math.round(value * 100)) < 1e-9
  );
}

function asNumber(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (
    typeof value === "string" &&
    /^-?\d+(\.\d+)?$/.test(value) &&
    value.replace(/\D/g, "").length < 18
  )
    return Number(value);
  return null;
}

/** A value as text: instants by the minute they name, a month as its first day, yes and no as one. */
function key(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) || typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (/^\d{4}-\d{2}$/.test(text)) return `${text}-01T00:00:00.000Z`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text}T00:00:00.000Z`;
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) {
    const instant = new Date(/[Z+]/.test(text.slice(10)) ? text : `${text}Z`);
    return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
  }
  if (text === "true") return "yes";
  return text === "false" ? "no" : text;
}
