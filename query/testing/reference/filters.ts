import type { Filter, Measure, Query, View } from "../../query.ts";
import type { Row } from "../fixture.ts";
import { isAdded } from "./arithmetic.ts";
import type { Rows } from "./rows.ts";
import { compare, instant, times, type Value } from "./values.ts";

type Asked = Pick<Query, "from" | "where">;
/** What a measure is of the rows that a query has. */
export type MeasureOf = (query: Asked, measure: Measure, rows: readonly Row[]) => Value;

export class Filters {
  readonly #rows: Rows;
  readonly #measureOf: MeasureOf;

  constructor(rows: Rows, measureOf: MeasureOf) {
    this.#rows = rows;
    this.#measureOf = measureOf;
  }

  passes(root: View, row: Row, filter: Filter | undefined): boolean {
    if (!filter) return true;
    if ("and" in filter) return filter.and.every((f) => this.passes(root, row, f));
    if ("or" in filter) return filter.or.some((f) => this.passes(root, row, f));
    if ("not" in filter) return !this.passes(root, row, filter.not);
    if ("time" in filter) {
      const at = instant(this.#rows.value(root, row, filter.time));
      if (at === null) return false;
      const { from, to } = filter;
      return (!from || at >= Date.parse(from)) && (!to || at < Date.parse(to));
    }
    if ("recurring" in filter) {
      const at = instant(this.#rows.value(root, row, filter.recurring));
      if (at === null) return false;
      const when = new Date(at);
      const part = filter.grain === "weekday" ? when.getUTCDay() || 7 : when.getUTCHours();
      return filter.in.includes(part);
    }
    if ("related" in filter) return this.#hasRelated(root, row, filter);
    const value = this.#rows.value(root, row, filter.member);
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
        const other = this.#rows.value(root, row, filter.other);
        return compare(
          value,
          filter.op,
          filter.factor === undefined ? other : times(other, filter.factor),
        );
      }
    }
  }

  relatedRows(
    root: View,
    row: Row,
    related: View,
    where: Filter | undefined,
    via?: "customer",
  ): Row[] {
    const [own, other] = via
      ? [via, via]
      : root === "alert_rules"
        ? ["id", "rule_id"]
        : root === "rate_plans"
          ? ["name", "rate_plan"]
          : ["iccid", "iccid"];
    return this.#rows
      .rows(related)
      .filter(
        (candidate) =>
          row[own] !== null &&
          candidate[other] === row[own] &&
          this.passes(related, candidate, where),
      );
  }

  #hasRelated(root: View, row: Row, filter: Extract<Filter, { related: View }>): boolean {
    const rows = this.relatedRows(root, row, filter.related, filter.where, filter.via);
    if (!filter.having) return rows.length > 0;
    const { measure, op, value } = filter.having;
    const query = { from: filter.related, where: filter.where };
    const isKnown = rows.length > 0 || isAdded(measure);
    return compare(isKnown ? this.#measureOf(query, measure, rows) : null, op, value);
  }
}

export function isOfSims(root: View, filter: Filter): boolean {
  if ("and" in filter) return filter.and.every((f) => isOfSims(root, f));
  if ("or" in filter) return filter.or.every((f) => isOfSims(root, f));
  if ("not" in filter) return isOfSims(root, filter.not);
  if ("related" in filter) return root === "sims" || filter.via === undefined;
  const member =
    "time" in filter ? filter.time : "recurring" in filter ? filter.recurring : filter.member;
  return root === "sims" || !(member.startsWith(`${root}.`) || member.startsWith("alert_rules."));
}
