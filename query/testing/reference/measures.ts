import type { Filter, Measure, Query } from "../../query.ts";
import type { Row } from "../fixture.ts";
import { aggregate, isAdded, operate } from "./arithmetic.ts";
import { Filters, isOfSims } from "./filters.ts";
import { grouped } from "./groups.ts";
import { daysOf, flattened } from "./periods.ts";
import type { Rows } from "./rows.ts";
import { bucket, type Value } from "./values.ts";

type Asked = Pick<Query, "from" | "where" | "groupBy" | "fillGaps">;

export class Measures {
  readonly #rows: Rows;
  readonly #filters: Filters;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#filters = new Filters(rows, (query, measure, own) =>
      this.of(query, measure, own, [], own),
    );
  }

  get filters(): Filters {
    return this.#filters;
  }

  /**
   * @param rows Those of the group whose keys are given.
   * @param whole Those of all groups.
   */
  of(
    query: Asked,
    measure: Measure,
    rows: readonly Row[],
    keys: readonly Value[],
    whole: readonly Row[],
  ): Value {
    const { from: root } = query;
    const same = (part: Measure) => this.of(query, part, rows, keys, whole);
    if ("share" in measure) {
      const groups = grouped(this.#rows, root, whole, query.groupBy ?? []);
      const total = groups
        .map((group) => Number(this.of(query, measure.share, group.rows, group.keys, whole)))
        .reduce((sum, value) => sum + value, 0);
      return total === 0 ? null : (100 * Number(same(measure.share))) / total;
    }
    if ("mean" in measure) {
      if (!query.groupBy?.length) return same(measure.mean);
      const groups = grouped(this.#rows, root, whole, query.groupBy ?? []);
      const values = groups.map((group) =>
        this.of(query, measure.mean, group.rows, group.keys, whole),
      );
      return aggregate("avg", values, values.length);
    }
    if ("related" in measure) {
      const values = rows.map((row) => {
        const related = this.#filters.relatedRows(root, row, measure.related, undefined);
        return Number(this.of({ from: measure.related }, measure.measure, related, [], related));
      });
      return values.reduce((sum, value) => sum + value, 0);
    }
    if ("over" in measure) return this.#over(query, measure, rows, keys);
    if ("op" in measure) {
      const result = operate(measure.op, same(measure.a), same(measure.b));
      return "times" in measure && result !== null ? measure.times * Number(result) : result;
    }
    if ("without" in measure) {
      const time = flattened(measure.where).find((filter) => "time" in filter)?.time ?? "";
      const units = new Set<Value>(
        daysOf(measure.where, measure.without).map((day) => bucket(day, measure.without)),
      );
      for (const row of rows.filter((one) => this.#filters.passes(root, one, measure.where)))
        units.delete(bucket(this.#rows.value(root, row, time), measure.without));
      return units.size;
    }
    const passed = rows.filter((row) => this.#filters.passes(root, row, measure.where));
    const values =
      measure.agg === "count" ? [] : passed.map((row) => this.#rows.value(root, row, measure.of));
    const result = aggregate(measure.agg, values, passed.length);
    return (measure.per ?? []).reduce<Value>(
      (left, unit) =>
        operate(
          "ratio",
          left,
          unit === "sim"
            ? this.#sims(query, measure.where, keys)
            : this.#days(query, measure.where, keys, unit) /
                { day: 1, week: 7, hour: 1 / 24, month: 30 }[unit],
        ),
      result,
    );
  }

  /** Days of the range; with a key of time, those in its bucket. */
  #days(
    query: Pick<Query, "where" | "groupBy">,
    where: Filter | undefined,
    keys: readonly Value[],
    unit: string,
  ): number {
    const all = { and: [query.where, where].filter((f) => f !== undefined) };
    const at = (query.groupBy ?? []).findIndex(({ grain }) => grain);
    const grain = query.groupBy?.[at]?.grain;
    return daysOf(all, unit).filter((day) => !grain || bucket(day, grain) === keys[at]).length;
  }

  /** SIMs that pass what is said of SIMs, in the group where that is of SIMs. */
  #sims(query: Asked, where: Filter | undefined, keys: readonly Value[]): number {
    const conditions = [query.where, where].flatMap((filter) => (filter ? flattened(filter) : []));
    const own = conditions.filter((filter) => isOfSims(query.from, filter));
    return this.#rows.rows("sims").filter((sim) => {
      const passes = own.every((filter) => this.#filters.passes("sims", sim, filter));
      return (
        passes &&
        (query.groupBy ?? []).every(({ member, grain }, n) => {
          if (!member.startsWith("sims.") && !member.endsWith(".iccid")) return true;
          const value = this.#rows.value("sims", sim, member.replace(/^.*\.iccid$/, "sims.iccid"));
          if (Array.isArray(value)) return value.includes(String(keys[n]));
          return (grain ? bucket(value, grain) : value) === keys[n];
        })
      );
    }).length;
  }

  #over(
    query: Asked,
    { agg, over }: Extract<Measure, { over: unknown }>,
    rows: readonly Row[],
    keys: readonly Value[],
  ): Value {
    const inner = grouped(this.#rows, query.from, rows, over.by).filter(({ keys: own }) =>
      over.by.every(({ member }, n) => !member.endsWith(".iccid") || own[n] !== null),
    );
    if (query.fillGaps && inner.length === 0 && isAdded(over.measure)) return 0;
    const all = inner.map((group) =>
      this.of({ from: query.from, where: query.where }, over.measure, group.rows, [], group.rows),
    );
    const [by] = over.by;
    if (by?.grain && isAdded(over.measure)) {
      const missing = this.#bucketsIn(query, by.grain, keys) - inner.length;
      for (let n = 0; n < missing; n++) all.push(0);
    } else if (by?.member.endsWith(".iccid") && isAdded(over.measure)) {
      const missing = this.#sims(query, undefined, keys) - inner.length;
      for (let n = 0; n < missing; n++) all.push(0);
    }
    const known = all.filter((value) => value !== null);
    if (known.length === 0) return null;
    const values = known.toSorted((a, b) => Number(b) - Number(a)).slice(0, over.first);
    return aggregate(agg, values, values.length);
  }

  #bucketsIn(
    query: Pick<Query, "where" | "groupBy">,
    grain: string,
    keys: readonly Value[],
  ): number {
    const at = (query.groupBy ?? []).findIndex((group) => group.grain);
    const outer = query.groupBy?.[at]?.grain;
    const buckets = new Set<Value>();
    for (const iso of daysOf(query.where, grain)) {
      if (!outer || bucket(iso, outer) === keys[at]) buckets.add(bucket(iso, grain));
    }
    return buckets.size;
  }
}
