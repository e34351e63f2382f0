import type { Query } from "../query.ts";
import type { Fixture, Row } from "./fixture.ts";
import { fillGaps, grouped } from "./reference/groups.ts";
import { Measures } from "./reference/measures.ts";
import { hullOf } from "./reference/periods.ts";
import { Rows } from "./reference/rows.ts";
import { compare, times, type Value } from "./reference/values.ts";

/**
 * The meaning of a query, written down a second time: plainly, over objects in memory, with nothing
 * taken from the compiler. Tests compare the two. UTC only.
 */
export function answer(fixture: Fixture, query: Query, now: Date): Row[] {
  return new Reference(new Rows(fixture, now)).answer(query);
}

class Reference {
  readonly #rows: Rows;
  readonly #measures: Measures;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#measures = new Measures(rows);
  }

  answer(query: Query): Row[] {
    const hull = hullOf(query);
    const rows = this.#rows
      .rows(query.from)
      .filter((row) => this.#measures.filters.passes(query.from, row, query.where))
      .filter((row) => !hull || this.#measures.filters.passes(query.from, row, hull));
    const by = query.groupBy ?? [];
    const measures = query.measures ?? [];
    if (query.columns) return this.#list(query, query.columns, rows);
    const groups = grouped(this.#rows, query.from, rows, by);
    if (by.length === 0 && groups.length === 0) groups.push({ keys: [], rows: [] });
    if (query.fillGaps) fillGaps(query, groups);
    const answered = groups.map(({ keys, rows: own }) => ({
      keys,
      values: new Map(
        measures.map(({ as, measure }) => [as, this.#measures.of(query, measure, own, keys, rows)]),
      ),
    }));
    const held = answered.filter(({ values }) => holds(query, values));
    if (query.countGroups) return [{ [query.countGroups]: held.length }];
    return held.map(({ keys, values }) => ({
      ...Object.fromEntries(keys.map((key, n) => [`key_${n}`, key])),
      ...Object.fromEntries(values),
    }));
  }

  #list(query: Query, columns: readonly string[], rows: readonly Row[]): Row[] {
    const answered = rows.map((row) => ({
      row,
      values: new Map(
        (query.measures ?? []).map(({ as, measure }) => [
          as,
          this.#measures.of(query, measure, [row], [], [row]),
        ]),
      ),
    }));
    return answered
      .filter(({ values }) => holds(query, values))
      .map(({ row, values }) => ({
        ...Object.fromEntries(columns.map((c) => [c, this.#rows.value(query.from, row, c)])),
        ...Object.fromEntries(values),
      }));
  }
}

function holds(query: Query, values: ReadonlyMap<string, Value>): boolean {
  return (query.having ?? []).every(({ measure, op, value, other, factor = 1 }) => {
    const right = value ?? times(values.get(other ?? "") ?? null, factor);
    return compare(values.get(measure) ?? null, op, right);
  });
}
