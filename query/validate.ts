import type { Scope } from "#core/actor.ts";
import { Forbidden, Invalid } from "#core/errors.ts";
import { findMember, memberOf, viewOf } from "./catalogue.ts";
import { keyNames } from "./compile/keys.ts";
import { rangeOf } from "./compile/time.ts";
import { conjuncts } from "./conjuncts.ts";
import { measureType, memberType } from "./measure-type.ts";
import { isList, isPerRow } from "./mode.ts";
import type { Query } from "./query.ts";
import { divisorOf } from "./units.ts";
import { type Checks, checkMember, type Issue, report, requireScope } from "./validate/context.ts";
import { checkFilter, checkOverlap } from "./validate/filter.ts";
import { checkGroup, checkMeasure } from "./validate/measure.ts";
import { didYouMean } from "./validate/suggest.ts";

/**
 * Checks a query against the catalogue. What it lets through compiles and runs.
 *
 * @param scopes What the actor may see. Default columns that it may not are left out of the result.
 * @returns The query with its default columns filled in.
 * @throws Invalid with `details.issues`, each `{ path, message }`; Forbidden for a member out of reach.
 */
export function validate(query: Query, { scopes }: { scopes: ReadonlySet<Scope> }): Query {
  const checks: Checks = { scopes, issues: [], missing: new Set() };
  requireScope(checks, viewOf(query.from).scope);
  checkMode(checks, query);
  checkFilters(checks, query);
  checkColumns(checks, query);
  checkMeasures(checks, query);
  if (checks.issues.length === 0) {
    checkHaving(checks, query);
    checkOrder(checks, query);
    checkGaps(checks, query);
    checkFirst(checks, query);
    checkCounted(checks, query);
  }
  checkZone(checks, query);
  if (checks.missing.size > 0) throw forbidden([...checks.missing]);
  if (checks.issues.length > 0) throw invalid(checks.issues);
  return withColumns(query, scopes);
}

function forbidden(scopes: readonly Scope[]): Forbidden {
  return new Forbidden(`This needs the permission ${scopes.join(", ")}, which you do not have.`, {
    details: { scopes },
  });
}

function invalid(issues: readonly Issue[]): Invalid {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return new Invalid(`${first?.path}: ${first?.message}${more}`, { details: { issues } });
}

function checkMode(checks: Checks, query: Query): void {
  const isGrouped = (query.groupBy ?? []).length > 0;
  if (query.columns && isGrouped) {
    report(
      checks,
      "columns",
      "A list with columns has no groupBy: groups show their members and measures.",
    );
  }
  if (query.columns && query.measures?.some(({ measure }) => !isPerRow(measure))) {
    report(
      checks,
      "columns",
      "columns lists rows; measures other than related ones sum them up. Give one of the two.",
    );
  }
}

function checkFilters(checks: Checks, query: Query): void {
  if (!query.where) return;
  checkFilter(checks, "where", query.from, query.where);
  checkOverlap(checks, "where", query.from, [query.where]);
}

function checkColumns(checks: Checks, query: Query): void {
  for (const [n, column] of (query.columns ?? []).entries()) {
    checkMember(checks, `columns[${n}]`, query.from, column);
  }
  reportRepeated(checks, "columns", query.columns ?? []);
  checkUnits(checks, query);
  const groups = query.groupBy ?? [];
  for (const [n, group] of groups.entries()) checkGroup(checks, `groupBy[${n}]`, query.from, group);
  reportRepeated(
    checks,
    "groupBy",
    groups.map(({ member, grain }) => `${member} ${grain ?? ""}`),
  );
}

function checkUnits(checks: Checks, query: Query): void {
  const shown = isList(query) ? (query.columns ?? viewOf(query.from).defaultColumns) : [];
  for (const [n, { member, unit }] of (query.units ?? []).entries()) {
    const found = findMember(member);
    if (!found || !shown.includes(member))
      report(checks, `units[${n}].member`, "units are of columns that the list shows.");
    else if (divisorOf(memberType(found.definition), unit) === null)
      report(checks, `units[${n}].unit`, `${member} cannot be shown in ${unit}.`);
  }
  reportRepeated(
    checks,
    "units",
    (query.units ?? []).map(({ member }) => member),
  );
}

function reportRepeated(checks: Checks, path: string, names: readonly string[]): void {
  const repeated = names.find((name, n) => names.indexOf(name) !== n);
  if (repeated) report(checks, path, `${repeated.trim()} stands there twice.`);
}

function checkMeasures(checks: Checks, query: Query): void {
  const measures = query.measures ?? [];
  for (const [n, { measure, unit }] of measures.entries()) {
    const path = `measures[${n}].measure`;
    const before = checks.issues.length;
    checkMeasure(checks, path, query.from, measure, {
      filters: conjuncts(query.where),
      place: "top",
      depth: 0,
      groupBy: query.groupBy ?? [],
      isList: isList(query),
    });
    if (!unit || checks.issues.length > before) continue;
    const type = measureType(measure);
    if (divisorOf(type, unit) === null) {
      report(checks, `measures[${n}].unit`, `${type.kind} cannot be shown in ${unit}.`);
    }
  }
  reportRepeated(
    checks,
    "measures",
    measures.map(({ as }) => as),
  );
  if (checks.issues.length > 0) return;
  const keys = keyNames(query);
  for (const [n, { as }] of measures.entries()) {
    if (keys.includes(as))
      report(checks, `measures[${n}].as`, `${as} is already the name of a group.`);
  }
}

function checkHaving(checks: Checks, query: Query): void {
  const names = (query.measures ?? []).map(({ as }) => as);
  for (const [n, { measure, value, other, factor }] of (query.having ?? []).entries()) {
    const path = `having[${n}]`;
    for (const name of [measure, ...(other === undefined ? [] : [other])]) {
      if (!names.includes(name)) {
        report(
          checks,
          path,
          `There is no measure ${name}.${didYouMean(name, names)} Measures: ${names.join(", ") || "none"}.`,
        );
      }
    }
    if ((value === undefined) === (other === undefined))
      report(checks, path, "Give value or other.");
    if (factor !== undefined && other === undefined)
      report(checks, path, "A factor goes with other.");
    const wanted = query.measures?.find(({ as }) => as === measure);
    if (wanted && ["day", "timestamp"].includes(measureType(wanted.measure).kind)) {
      report(checks, path, `${measure} is a time; having compares numbers.`);
    }
  }
}

function checkOrder(checks: Checks, query: Query): void {
  for (const [n, { by }] of (query.orderBy ?? []).entries()) {
    const path = `orderBy[${n}].by`;
    if (query.measures?.some(({ as }) => as === by)) continue;
    if (isList(query)) {
      if (!findMember(by)) report(checks, path, unknownOrder(by, query));
      else if (checkMember(checks, path, query.from, by)) checkSortable(checks, path, by);
    } else if (!orderNames(query).includes(by)) report(checks, path, unknownOrder(by, query));
  }
}

function checkSortable(checks: Checks, path: string, by: string): void {
  const { type } = memberOf(by).definition;
  if (type === "json" || type === "list")
    report(checks, path, `${by} is ${type}: it has no order.`);
}

function orderNames(query: Query): string[] {
  const groups = (query.groupBy ?? []).flatMap(({ member, grain }) => [
    member,
    ...(grain ? [grain] : []),
  ]);
  return [...(query.measures ?? []).map(({ as }) => as), ...groups, ...keyNames(query)];
}

function unknownOrder(by: string, query: Query): string {
  const names = isList(query)
    ? [
        ...(query.measures ?? []).map(({ as }) => as),
        ...(query.columns ?? viewOf(query.from).defaultColumns),
      ]
    : [...new Set(orderNames(query))];
  return `Nothing here is called ${by}.${didYouMean(by, names)} Order by one of ${names.join(", ") || "nothing"}.`;
}

function checkGaps(checks: Checks, query: Query): void {
  if (!query.fillGaps) return;
  const grained = (query.groupBy ?? []).filter(({ grain }) => grain);
  const [only] = grained;
  if (!only || grained.length > 1) {
    report(checks, "fillGaps", "Filling gaps needs exactly one group with a grain of time.");
    return;
  }
  if (query.measures?.some(({ measure }) => "mean" in measure))
    report(checks, "fillGaps", "An average over all groups is of those that have rows.");
  const range = rangeOf(query.from, conjuncts(query.where));
  if (!range?.from || range.member !== only.member) {
    report(
      checks,
      "fillGaps",
      `Filling gaps needs a period with a start on ${only.member}, in where.`,
    );
  }
}

function checkFirst(checks: Checks, query: Query): void {
  if (!query.firstPer) return;
  const shown = isList(query)
    ? (query.columns ?? viewOf(query.from).defaultColumns)
    : (query.groupBy ?? []).map(({ member }) => member);
  for (const [n, member] of query.firstPer.members.entries()) {
    if (shown.includes(member)) continue;
    const kinds = isList(query) ? "columns" : "groups";
    report(checks, `firstPer.members[${n}]`, `${member} is not among the ${kinds}.`);
  }
  for (const [n, { by }] of (query.orderBy ?? []).entries()) {
    const isShown =
      query.measures?.some(({ as }) => as === by) ||
      shown.includes(by) ||
      orderNames(query).includes(by);
    if (findMember(by)?.definition.ordered)
      report(checks, `orderBy[${n}].by`, `firstPer cannot rank by ${by}.`);
    if (!isShown)
      report(checks, `orderBy[${n}].by`, `firstPer orders by what is shown, not ${by}.`);
  }
  if (!query.orderBy) report(checks, "firstPer", "It needs orderBy: the first in which order?");
}

function checkCounted(checks: Checks, query: Query): void {
  if (query.countGroups === undefined) return;
  if (!query.groupBy?.length)
    report(checks, "countGroups", "It counts groups: give groupBy, or count rows by a measure.");
  if (query.limit !== undefined || query.firstPer)
    report(checks, "countGroups", "It counts all groups: leave out limit and firstPer.");
}

function checkZone(checks: Checks, query: Query): void {
  if (!query.zone) return;
  try {
    new Intl.DateTimeFormat("en", { timeZone: query.zone });
    if (/^[+-]/.test(query.zone)) throw new RangeError("an offset");
  } catch {
    report(
      checks,
      "zone",
      `${query.zone} is no time zone. Give an IANA name such as Europe/Berlin.`,
    );
  }
}

function withColumns(query: Query, scopes: ReadonlySet<Scope>): Query {
  if (!isList(query) || query.columns) return query;
  const columns = viewOf(query.from).defaultColumns.filter((column) => {
    const { joined, definition } = memberOf(column);
    return [viewOf(joined).scope, definition.scope].every((scope) => !scope || scopes.has(scope));
  });
  return { ...query, columns };
}
