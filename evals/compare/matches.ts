import type { Row } from "../gold.ts";
import { runsOf } from "./order.ts";
import { pairUp } from "./pair-up.ts";
import { type AnswerColumn, divided, type Scale, scalesFor } from "./scales.ts";
import { byValue, same } from "./values.ts";

/** Assignments of answer columns to gold columns that are tried before giving up. */
const MAX_TRIES = 4000;

export interface Gold {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly ordered: boolean;
  readonly sql: string;
}

interface Candidate {
  readonly name: string;
  readonly scale: Scale;
}

/**
 * Whether an answer has the gold's rows: as a multiset cut to the gold's columns, found by their values;
 * in the gold's order where that counts, ties aside.
 */
export function matches(
  gold: Gold,
  rows: readonly Row[],
  described: readonly AnswerColumn[] = [],
): boolean {
  if (gold.rows.length !== rows.length) return false;
  if (rows.length === 0) return true;
  const candidates = gold.columns.map((column) => candidatesFor(column, gold, rows, described));
  const runs = gold.ordered ? runsOf(gold.sql, gold.rows) : [gold.rows.map((_, index) => index)];
  let tries = 0;
  const assign = (chosen: readonly Candidate[]): boolean => {
    if (chosen.length === gold.columns.length)
      return ++tries <= MAX_TRIES && sameRows(gold, rows, chosen, runs);
    return (candidates[chosen.length] ?? []).some(
      (next) =>
        tries <= MAX_TRIES &&
        !chosen.some(({ name }) => name === next.name) &&
        assign([...chosen, next]),
    );
  };
  return assign([]);
}

/** Columns of the answer that hold the gold column's values, in some order and some allowed unit. */
function candidatesFor(
  column: string,
  gold: Gold,
  rows: readonly Row[],
  described: readonly AnswerColumn[],
): Candidate[] {
  return Object.keys(rows[0] ?? {}).flatMap((name) =>
    scalesFor(
      column,
      described.find((each) => each.name === name),
    )
      .filter((scale) => {
        const wanted = gold.rows.map((row) => divided(row[column], scale.gold)).sort(byValue);
        const found = rows.map((row) => divided(row[name], scale.answer)).sort(byValue);
        return wanted.every((value, index) => same(value, found[index]));
      })
      .map((scale) => ({ name, scale })),
  );
}

function sameRows(
  gold: Gold,
  rows: readonly Row[],
  chosen: readonly Candidate[],
  runs: readonly number[][],
): boolean {
  const wanted = gold.rows.map((row) =>
    gold.columns.map((column, index) => divided(row[column], chosen[index]?.scale.gold ?? 1)),
  );
  const found = rows.map((row) =>
    chosen.map(({ name, scale }) => divided(row[name], scale.answer)),
  );
  const take = (from: readonly unknown[][], run: readonly number[]) =>
    run.map((index) => from[index] ?? []);
  return runs.every((run) => pairUp(take(wanted, run), take(found, run)));
}
