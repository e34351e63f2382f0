import type { Row } from "../gold.ts";
import { asNumber, same } from "./values.ts";

const NAMES_A_ROW = new Set(["iccid", "id", "label"]);

/**
 * The gold's rows in runs that tie in what its SQL orders by; inside a run rows may swap. A key that is
 * no column of the gold leaves each row a run of its own.
 */
export function runsOf(sql: string, rows: readonly Row[]): number[][] {
  const keys = keysOf(sql, rows);
  const runs: number[][] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const ties = keys && before && keys.every((key) => same(before[key], row[key]));
    if (ties) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

function keysOf(sql: string, rows: readonly Row[]): string[] | null {
  const names = Object.keys(rows[0] ?? {});
  const clause = lastOrderBy(sql);
  if (clause === null) return null;
  const keys = splitOutside(clause, ",").map((term) => columnOf(term, names));
  const [first, ...later] = keys;
  if (first === undefined || first === null) return null;
  const ranks = rows.some((row) => asNumber(row[first]) !== null);
  const counting: string[] = [first];
  for (const key of later) {
    if (key === null) return counting;
    // Behind a rank, a name only makes the gold the same at each run.
    const isTieBreak =
      NAMES_A_ROW.has(key) || (ranks && rows.every((row) => asNumber(row[key]) === null));
    if (!isTieBreak) counting.push(key);
  }
  return counting;
}

function columnOf(term: string, names: readonly string[]): string | null {
  const bare = term
    .trim()
    .replace(/\s+nulls\s+(first|last)$/i, "")
    .replace(/\s+(asc|desc)$/i, "")
    .trim();
  if (/^\d+$/.test(bare)) return names[Number(bare) - 1] ?? null;
  const name = /^(?:\w+\.)?(\w+)$/.exec(bare)?.[1]?.toLowerCase();
  return name !== undefined && names.includes(name) ? name : null;
}

/** The terms of the outermost ORDER BY. */
function lastOrderBy(sql: string): string | null {
  const outside = maskInside(sql);
  const at = [...outside.matchAll(/\border\s+by\b/gi)].at(-1);
  if (!at) return null;
  const start = at.index + at[0].length;
  const end = /\b(limit|offset|fetch)\b|;/i.exec(outside.slice(start));
  return sql.slice(start, end ? start + end.index : undefined);
}

/** The text with all that stands in parentheses or quotes blanked, so that places stay. */
function maskInside(sql: string): string {
  let depth = 0;
  let isQuoted = false;
  return [...sql]
    .map((letter) => {
      if (letter === "'") isQuoted = !isQuoted;
      else if (!isQuoted && letter === "(") depth++;
      else if (!isQuoted && letter === ")") depth--;
      else if (!isQuoted && depth === 0) return letter;
      return " ";
    })
    .join("");
}

function splitOutside(text: string, separator: string): string[] {
  const outside = maskInside(text);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && outside[at] !== separator) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return parts;
}
