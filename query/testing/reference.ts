import type { Filter, GroupBy, Measure, Query, View } from "../query.ts";
import type { Fixture, Row } from "./fixture.ts";

/**
 * The meaning of a query, written down a second time: plainly, over objects in memory, with nothing
 * taken from the compiler. Tests compare the two. UTC only.
 */
export function answer(fixture: Fixture, query: Query, now: Date): Row[] {
  return new Reference(fixture, now).answer(query);
}

type Value = string | number | boolean | null | readonly string[];
const DAY_MS = 86_400_000;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

class Reference {
  readonly #fixture: Fixture;
  readonly #now: Date;

  constructor(fixture: Fixture, now: Date) {
    this.#fixture = fixture;
    this.#now = now;
  }

  answer(query: Query): Row[] {
    const hull = hullOf(query);
    const rows = this.#rows(query.from)
      .filter((row) => this.#passes(query.from, row, query.where))
      .filter((row) => !hull || this.#passes(query.from, row, hull));
    const groups = query.groupBy ?? [];
    const measures = query.measures ?? [];
    if (query.columns) return this.#list(query, query.columns, rows);
    const grouped = this.#group(query.from, rows, groups);
    if (groups.length === 0 && grouped.length === 0) grouped.push({ keys: [], rows: [] });
    if (query.fillGaps) this.#fill(query, grouped);
    const answered = grouped.map(({ keys, rows: own }) => ({
      keys,
      values: new Map(
        measures.map(({ as, measure }) => [as, this.#measure(query, measure, own, keys, rows)]),
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
          this.#measure(query, measure, [row], [], [row]),
        ]),
      ),
    }));
    return answered
      .filter(({ values }) => holds(query, values))
      .map(({ row, values }) => ({
        ...Object.fromEntries(columns.map((c) => [c, this.#value(query.from, row, c)])),
        ...Object.fromEntries(values),
      }));
  }

  #rows(view: View): readonly Row[] {
    const rows = (this.#fixture as unknown as Record<string, Row[] | undefined>)[view];
    if (!rows) throw new Error(`The fixture has no ${view}.`);
    return rows;
  }

  #value(root: View, row: Row, member: string): Value {
    const [view = "", column = ""] = member.split(".");
    if (view === root) return this.#own(root, row, column);
    if (view === "alert_rules") return this.#of("alert_rules", "id", row.rule_id, column);
    const sim = root === "sims" ? row : this.#find("sims", "iccid", row.iccid);
    if (!sim) return null;
    if (view === "sims") return this.#own("sims", sim, column);
    if (view === "rate_plans") return this.#of("rate_plans", "name", sim.rate_plan, column);
    if (view === "churn_risk") return this.#of("churn_risk", "iccid", sim.iccid, column);
    const type = view === "quota_data" ? "data" : "sms";
    const quota = this.#rows("sim_quota").find((q) => q.iccid === sim.iccid && q.type === type);
    return quota ? this.#own("sim_quota", quota, column) : null;
  }

  #find(view: View, column: string, value: unknown): Row | undefined {
    return this.#rows(view).find((row) => row[column] === value);
  }

  #of(view: View, key: string, value: unknown, column: string): Value {
    const row = value === null ? undefined : this.#find(view, key, value);
    return row ? this.#own(view, row, column) : null;
  }

  #own(view: View, row: Row, column: string): Value {
    const at = (name: string) => (row[name] instanceof Date ? row[name].getTime() : null);
    const minutes = (from: number | null, to: number | null) =>
      from === null || to === null ? null : (to - from) / 60_000;
    switch (`${view}.${column}`) {
      case "alerts.is_open":
        return row.resolved_at === null;
      case "alerts.minutes_to_acknowledge":
        return minutes(at("triggered_at"), at("acknowledged_at"));
      case "support_tickets.hours_to_resolve":
        return times(minutes(at("created_at"), at("resolved_at")), 1 / 60);
      case "sims.days_since_seen":
        return times(minutes(at("last_seen_at"), this.#now.getTime()), 1 / 1440);
      case "sim_quota.used_percent":
        return row.total ? (100 * Number(row.used)) / Number(row.total) : null;
    }
    const value = row[column] ?? null;
    return value instanceof Date ? value.toISOString() : (value as Value);
  }

  #passes(root: View, row: Row, filter: Filter | undefined): boolean {
    if (!filter) return true;
    if ("and" in filter) return filter.and.every((f) => this.#passes(root, row, f));
    if ("or" in filter) return filter.or.some((f) => this.#passes(root, row, f));
    if ("not" in filter) return !this.#passes(root, row, filter.not);
    if ("time" in filter) {
      const at = instant(this.#value(root, row, filter.time));
      if (at === null) return false;
      const { from, to } = filter;
      return (!from || at >= Date.parse(from)) && (!to || at < Date.parse(to));
    }
    if ("recurring" in filter) {
      const at = instant(this.#value(root, row, filter.recurring));
      if (at === null) return false;
      const when = new Date(at);
      const part = filter.grain === "weekday" ? when.getUTCDay() || 7 : when.getUTCHours();
      return filter.in.includes(part);
    }
    if ("related" in filter) return this.#hasRelated(root, row, filter);
    const value = this.#value(root, row, filter.member);
    switch (filter.op) {
      case "is_null":
        return Array.isArray(value) ? value.length === 0 : value === null;
      case "is_not_null":
        return Array.isArray(value) ? value.length > 0 : value !== null;
      case "in":
        return filter.values.some((wanted) => wanted === value);
      case "has":
        return Array.isArray(value) && value.includes(filter.value);
      case "contains":
        return value !== null && String(value).toLowerCase().includes(filter.value.toLowerCase());
      case "starts_with":
        return value !== null && String(value).toLowerCase().startsWith(filter.value.toLowerCase());
      default: {
        if ("value" in filter) return compare(value, filter.op, filter.value);
        const other = this.#value(root, row, filter.other);
        return compare(
          value,
          filter.op,
          filter.factor === undefined ? other : times(other, filter.factor),
        );
      }
    }
  }

  #relatedRows(root: View, row: Row, related: View, where: Filter | undefined): Row[] {
    const [own, other] =
      root === "alert_rules"
        ? ["id", "rule_id"]
        : root === "rate_plans"
          ? ["name", "rate_plan"]
          : ["iccid", "iccid"];
    return this.#rows(related).filter(
      (candidate) =>
        row[own] !== null &&
        candidate[other] === row[own] &&
        this.#passes(related, candidate, where),
    );
  }

  #hasRelated(root: View, row: Row, filter: Extract<Filter, { related: View }>): boolean {
    const rows = this.#relatedRows(root, row, filter.related, filter.where);
    if (!filter.having) return rows.length > 0;
    const { measure, op, value } = filter.having;
    const query = { from: filter.related, where: filter.where };
    const isKnown = rows.length > 0 || isAdded(measure);
    return compare(isKnown ? this.#measure(query, measure, rows, [], rows) : null, op, value);
  }

  #group(
    root: View,
    rows: readonly Row[],
    by: readonly GroupBy[],
  ): { keys: Value[]; rows: Row[] }[] {
    const groups = new Map<string, { keys: Value[]; rows: Row[] }>();
    for (const row of rows) {
      for (const keys of this.#keys(root, row, by)) {
        const name = JSON.stringify(keys);
        const group = groups.get(name) ?? { keys, rows: [] };
        group.rows.push(row);
        groups.set(name, group);
      }
    }
    return [...groups.values()];
  }

  /** One for each combination of elements, where a key is a list. */
  #keys(root: View, row: Row, by: readonly GroupBy[]): Value[][] {
    return by.reduce<Value[][]>(
      (all, { member, grain, only }) => {
        const found = this.#value(root, row, member);
        const tags = Array.isArray(found) ? found.filter((tag) => only?.includes(tag) ?? true) : [];
        const value = member.endsWith(".tags") ? tags : found;
        const values = Array.isArray(value) ? value : [grain ? bucket(value, grain) : value];
        return all.flatMap((keys) => values.map((one) => [...keys, one as Value]));
      },
      [[]],
    );
  }

  #fill(query: Query, groups: { keys: Value[]; rows: Row[] }[]): void {
    const by = query.groupBy ?? [];
    const at = by.findIndex(({ grain }) => grain);
    const grain = by[at]?.grain ?? "day";
    const { from, to } = rangeOf(query.where);
    const buckets = new Set<Value>();
    for (let day = from; day < to; day += DAY_MS)
      buckets.add(bucket(new Date(day).toISOString(), grain));
    const others =
      by.length > 1
        ? [...new Set(groups.map(({ keys }) => JSON.stringify(keys.toSpliced(at, 1))))]
        : ["[]"];
    for (const other of others) {
      for (const one of buckets) {
        const keys = (JSON.parse(other) as Value[]).toSpliced(at, 0, one);
        const isThere = groups.some((group) => JSON.stringify(group.keys) === JSON.stringify(keys));
        if (!isThere) groups.push({ keys, rows: [] });
      }
    }
  }

  #measure(
    query: Pick<Query, "from" | "where" | "groupBy" | "fillGaps">,
    measure: Measure,
    rows: readonly Row[],
    keys: readonly Value[],
    whole: readonly Row[],
  ): Value {
    const { from: root } = query;
    const same = (part: Measure) => this.#measure(query, part, rows, keys, whole);
    if ("share" in measure) {
      const groups = this.#group(root, whole, query.groupBy ?? []);
      const total = groups
        .map((group) => Number(this.#measure(query, measure.share, group.rows, group.keys, whole)))
        .reduce((sum, value) => sum + value, 0);
      return total === 0 ? null : (100 * Number(same(measure.share))) / total;
    }
    if ("related" in measure) {
      const values = rows.map((row) => {
        const related = this.#relatedRows(root, row, measure.related, undefined);
        return Number(
          this.#measure({ from: measure.related }, measure.measure, related, [], related),
        );
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
      const { from, to } = rangeOf(measure.where);
      const units = new Set<Value>();
      for (let day = from; day < to; day += DAY_MS)
        units.add(bucket(new Date(day).toISOString(), measure.without));
      for (const row of rows.filter((one) => this.#passes(root, one, measure.where)))
        units.delete(bucket(this.#value(root, row, time), measure.without));
      return units.size;
    }
    const passed = rows.filter((row) => this.#passes(root, row, measure.where));
    const values =
      measure.agg === "count" ? [] : passed.map((row) => this.#value(root, row, measure.of));
    const result = aggregate(measure.agg, values, passed.length);
    return (measure.per ?? []).reduce<Value>(
      (left, unit) =>
        operate(
          "ratio",
          left,
          unit === "sim"
            ? this.#sims(query, measure.where, keys)
            : this.#days(query, measure.where, keys) /
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
  ): number {
    const { from, to } = rangeOf({ and: [query.where, where].filter((f) => f !== undefined) });
    const at = (query.groupBy ?? []).findIndex(({ grain }) => grain);
    const grain = query.groupBy?.[at]?.grain;
    let days = 0;
    for (let day = from; day < to; day += DAY_MS) {
      if (!grain || bucket(new Date(day).toISOString(), grain) === keys[at]) days++;
    }
    return days;
  }

  /** SIMs that pass what is said of SIMs, in the group where that is of SIMs. */
  #sims(
    query: Pick<Query, "from" | "where" | "groupBy" | "fillGaps">,
    where: Filter | undefined,
    keys: readonly Value[],
  ): number {
    const conditions = [query.where, where].flatMap((filter) => (filter ? flattened(filter) : []));
    const own = conditions.filter((filter) => isOfSims(query.from, filter));
    return this.#rows("sims").filter((sim) => {
      const passes = own.every((filter) => this.#passes("sims", sim, filter));
      return (
        passes &&
        (query.groupBy ?? []).every(({ member, grain }, n) => {
          if (!member.startsWith("sims.") && !member.endsWith(".iccid")) return true;
          const value = this.#value("sims", sim, member.replace(/^.*\.iccid$/, "sims.iccid"));
          if (Array.isArray(value)) return value.includes(String(keys[n]));
          return (grain ? bucket(value, grain) : value) === keys[n];
        })
      );
    }).length;
  }

  #over(
    query: Pick<Query, "from" | "where" | "groupBy" | "fillGaps">,
    { agg, over }: Extract<Measure, { over: unknown }>,
    rows: readonly Row[],
    keys: readonly Value[],
  ): Value {
    const isPerSim = over.by.length === 1 && over.by[0]?.member.endsWith(".iccid");
    const inner = this.#group(query.from, rows, over.by).filter(
      ({ keys: own }) => !isPerSim || own[0] !== null,
    );
    if (query.fillGaps && inner.length === 0 && isAdded(over.measure)) return 0;
    const all = inner.map((group) =>
      this.#measure(
        { from: query.from, where: query.where },
        over.measure,
        group.rows,
        [],
        group.rows,
      ),
    );
    const [by] = over.by;
    if (by?.grain && isAdded(over.measure)) {
      const missing = this.#bucketsIn(query, by.grain, keys) - inner.length;
      for (let n = 0; n < missing; n++) all.push(0);
    } else if (by?.member.endsWith(".iccid") && isAdded(over.measure)) {
      const missing = this.#sims(query, undefined, keys) - inner.length;
      for (let n = 0; n < missing; n++) all.push(0);
    }
    const values = all.toSorted((a, b) => Number(b) - Number(a)).slice(0, over.first);
    return aggregate(agg, values, values.length);
  }

  #bucketsIn(
    query: Pick<Query, "where" | "groupBy">,
    grain: string,
    keys: readonly Value[],
  ): number {
    const { from, to } = rangeOf(query.where);
    const at = (query.groupBy ?? []).findIndex((group) => group.grain);
    const outer = query.groupBy?.[at]?.grain;
    const buckets = new Set<Value>();
    for (let day = from; day < to; day += DAY_MS) {
      const iso = new Date(day).toISOString();
      if (!outer || bucket(iso, outer) === keys[at]) buckets.add(bucket(iso, grain));
    }
    return buckets.size;
  }
}

/** The period around those of all measures, where each has one on the same time. */
function hullOf(query: Query): Extract<Filter, { time: string }> | null {
  const periods = (query.measures ?? []).flatMap(({ measure }) => periodsOf(measure, query.from));
  const [first] = periods;
  if (!first || periods.some((period) => period?.time !== first.time)) return null;
  const bounds = (name: "from" | "to") => periods.map((period) => period?.[name] ?? "").sort();
  return { time: first.time, from: bounds("from")[0], to: bounds("to").at(-1) };
}

function periodsOf(measure: Measure, root: View): (Extract<Filter, { time: string }> | null)[] {
  if ("share" in measure) return periodsOf(measure.share, root);
  if ("op" in measure) return [...periodsOf(measure.a, root), ...periodsOf(measure.b, root)];
  if ("over" in measure || "related" in measure || !measure.where) return [null];
  const own = flattened(measure.where).filter((filter) => "time" in filter);
  const [first] = own.filter((filter) => filter.time.startsWith(`${root}.`));
  if (!first) return [null];
  const from = own
    .map((filter) => filter.from ?? "")
    .sort()
    .at(-1);
  const to = own.map((filter) => filter.to ?? "").sort()[0];
  return [{ time: first.time, from, to }];
}

function holds(query: Query, values: ReadonlyMap<string, Value>): boolean {
  return (query.having ?? []).every(({ measure, op, value, other, factor = 1 }) => {
    const right = value ?? times(values.get(other ?? "") ?? null, factor);
    return compare(values.get(measure) ?? null, op, right);
  });
}

function isOfSims(root: View, filter: Filter): boolean {
  if ("and" in filter) return filter.and.every((f) => isOfSims(root, f));
  if ("or" in filter) return filter.or.every((f) => isOfSims(root, f));
  if ("not" in filter) return isOfSims(root, filter.not);
  if ("related" in filter) return true;
  const member =
    "time" in filter ? filter.time : "recurring" in filter ? filter.recurring : filter.member;
  return root === "sims" || !(member.startsWith(`${root}.`) || member.startsWith("alert_rules."));
}

function isAdded(measure: Measure): boolean {
  return (
    "agg" in measure &&
    !("over" in measure) &&
    ["count", "sum", "count_distinct"].includes(measure.agg)
  );
}

function aggregate(agg: string, all: readonly Value[], count: number): Value {
  if (agg === "count") return count;
  const values = all.filter((value) => value !== null);
  if (agg === "count_distinct") return new Set(values).size;
  const numbers = values.map((value) =>
    typeof value === "string" ? Date.parse(value) : Number(value),
  );
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (agg === "sum") return sum;
  if (numbers.length === 0) return null;
  numbers.sort((a, b) => a - b);
  if (agg === "avg") return sum / numbers.length;
  const part = agg === "median" ? 50 : Number(/^p(\d\d)$/.exec(agg)?.[1]);
  if (!Number.isNaN(part)) return percentile(numbers, part / 100);
  return (agg === "min" ? numbers[0] : numbers.at(-1)) ?? null;
}

function percentile(sorted: readonly number[], part: number): number {
  const position = part * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

function operate(op: string, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  const [left, right] = [Number(a), Number(b)];
  if (op === "difference") return left - right;
  if (op === "sum") return left + right;
  if (op === "excess") return Math.max(left - right, 0);
  if (op === "product") return left * right;
  if (right === 0) return null;
  if (op === "ratio" || op === "rate") return left / right;
  return op === "percent" ? (100 * left) / right : (100 * (left - right)) / right;
}

function compare(a: Value, op: string, b: Value): boolean {
  if (op === "ne") return a !== b;
  if (a === null || b === null) return false;
  if (op === "eq") return a === b;
  const [left, right] =
    typeof a === "string" && typeof b === "string"
      ? [Date.parse(a), Date.parse(b)]
      : [Number(a), Number(b)];
  if (op === "gt") return left > right;
  if (op === "gte") return left >= right;
  return op === "lt" ? left < right : left <= right;
}

function times(value: Value, factor: number): Value {
  return value === null ? null : Number(value) * factor;
}

function instant(value: Value): number | null {
  return typeof value === "string" ? Date.parse(value) : null;
}

function bucket(value: Value, grain: string): Value {
  if (typeof value !== "string") return null;
  const at = new Date(value);
  const day = at.toISOString().slice(0, 10);
  if (grain === "weekday") return WEEKDAYS[at.getUTCDay()] ?? null;
  if (grain === "month") return `${day.slice(0, 7)}-01`;
  if (grain !== "week") return day;
  const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS;
  return new Date(monday).toISOString().slice(0, 10);
}

function flattened(filter: Filter): Filter[] {
  return "and" in filter ? filter.and.flatMap(flattened) : [filter];
}

/** Of the first period in the filters; the tests give one with both ends. */
function rangeOf(filter: Filter | undefined): { from: number; to: number } {
  const filters = filter ? flattened(filter) : [];
  const ranges = filters.filter((f) => "time" in f);
  const from = Math.max(...ranges.map((f) => Date.parse(f.from ?? "")));
  const to = Math.min(...ranges.map((f) => Date.parse(f.to ?? "")));
  return { from, to };
}
