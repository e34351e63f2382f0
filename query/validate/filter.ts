import type { MemberType } from "../catalogue/types.ts";
import { viewOf } from "../catalogue.ts";
import { rangeOf } from "../compile/time.ts";
import { conjuncts } from "../conjuncts.ts";
import type { Filter, View } from "../query.ts";
import { relationBetween } from "../relations.ts";
import { type Checks, checkMember, type FoundMember, report, requireScope } from "./context.ts";
import { checkMeasure } from "./measure.ts";
import { checkValue, isNumeric, isTime } from "./values.ts";

type MemberFilter = Extract<Filter, { member: string }>;
type TimeFilter = Extract<Filter, { time: string }>;
type RelatedFilter = Extract<Filter, { related: string }>;

const MAX_DEPTH = 6;

export function checkFilter(
  checks: Checks,
  path: string,
  root: View,
  filter: Filter,
  depth = 0,
): void {
  if (depth > MAX_DEPTH) {
    report(checks, path, `Filters nest at most ${MAX_DEPTH} deep.`);
    return;
  }
  if ("and" in filter || "or" in filter) {
    const [name, parts] =
      "and" in filter ? (["and", filter.and] as const) : (["or", filter.or] as const);
    for (const [n, part] of parts.entries()) {
      checkFilter(checks, `${path}.${name}[${n}]`, root, part, depth + 1);
    }
  } else if ("not" in filter) checkFilter(checks, `${path}.not`, root, filter.not, depth + 1);
  else if ("time" in filter) checkTime(checks, path, root, filter);
  else if ("recurring" in filter) checkRecurring(checks, path, root, filter);
  else if ("related" in filter) checkRelated(checks, path, root, filter, depth);
  else checkMemberFilter(checks, path, root, filter);
}

/** Periods that must all hold have to overlap: no row could pass otherwise. */
export function checkOverlap(
  checks: Checks,
  path: string,
  root: View,
  filters: readonly (Filter | undefined)[],
): void {
  const range = rangeOf(root, conjuncts(...filters));
  if (!range?.from || !range.to || Date.parse(range.from) < Date.parse(range.to)) return;
  report(checks, path, `No ${range.member} lies in all of the periods: they do not overlap.`);
}

function checkTime(checks: Checks, path: string, root: View, filter: TimeFilter): void {
  const found = checkMember(checks, `${path}.time`, root, filter.time);
  if (!found) return;
  if (!isTime(found.definition.type)) {
    report(checks, `${path}.time`, `${filter.time} is ${found.definition.type}, not a time.`);
    return;
  }
  if (!filter.from && !filter.to) report(checks, path, "A period needs from, to, or both.");
  for (const bound of ["from", "to"] as const) {
    const value = filter[bound];
    if (value) checkValue(checks, `${path}.${bound}`, filter.time, found.definition, value);
  }
  if (filter.from && filter.to && Date.parse(filter.from) >= Date.parse(filter.to)) {
    report(
      checks,
      path,
      `The period is empty: from ${filter.from} up to, not including, ${filter.to}.`,
    );
  }
}

function checkRecurring(
  checks: Checks,
  path: string,
  root: View,
  filter: Extract<Filter, { recurring: string }>,
): void {
  const found = checkMember(checks, `${path}.recurring`, root, filter.recurring);
  if (!found) return;
  const { type } = found.definition;
  if (!isTime(type))
    report(checks, `${path}.recurring`, `${filter.recurring} is ${type}, not a time.`);
  else if (filter.grain === "hour_of_day" && type === "day")
    report(
      checks,
      `${path}.grain`,
      `${filter.recurring} is whole days. Hours are in sim_usage.timestamp.`,
    );
  if (filter.grain === "weekday" && filter.in.some((value) => value < 1 || value > 7))
    report(checks, `${path}.in`, "Days of the week are 1 (Monday) to 7 (Sunday).");
}

function checkRelated(
  checks: Checks,
  path: string,
  root: View,
  filter: RelatedFilter,
  depth: number,
): void {
  requireScope(checks, viewOf(filter.related).scope);
  if (!relationBetween(root, filter.related, filter.via)) {
    report(
      checks,
      `${path}.related`,
      `Nothing says which rows of ${filter.related} belong to a row of ${root}${filter.via ? ` by ${filter.via}` : ""}.`,
    );
    return;
  }
  if (filter.where) {
    checkFilter(checks, `${path}.where`, filter.related, filter.where, depth + 1);
    checkOverlap(checks, `${path}.where`, filter.related, [filter.where]);
  }
  if (!filter.having) return;
  const at = `${path}.having.measure`;
  checkMeasure(checks, at, filter.related, filter.having.measure, {
    filters: filter.where ? [filter.where] : [],
    place: "related",
    depth: depth + 1,
  });
}

function checkMemberFilter(checks: Checks, path: string, root: View, filter: MemberFilter): void {
  const found = checkMember(checks, `${path}.member`, root, filter.member);
  if (!found) return;
  const { definition } = found;
  const misfit = misfitOf(filter, definition.type);
  if (misfit) {
    report(checks, `${path}.op`, `${filter.member} is ${article(definition.type)}: ${misfit}`);
    return;
  }
  if (filter.op === "in") {
    for (const [n, value] of filter.values.entries()) {
      checkValue(checks, `${path}.values[${n}]`, filter.member, definition, value);
    }
  } else if ("other" in filter) checkOther(checks, path, root, filter, found);
  else if ("value" in filter && isExact(filter.op)) {
    checkValue(checks, `${path}.value`, filter.member, definition, filter.value);
  } else if ("value" in filter && String(filter.value).includes("\u0000")) {
    report(checks, `${path}.value`, "Text cannot hold a NUL character.");
  }
}

const isExact = (op: string) => !["contains", "starts_with", "has"].includes(op);

/** Why the operator cannot be used on the type; null when it can. */
function misfitOf({ op }: MemberFilter, type: MemberType): string | null {
  switch (op) {
    case "is_null":
    case "is_not_null":
      return null;
    case "has":
      return type === "list" ? null : "has is for lists; use eq, in or contains.";
    case "contains":
    case "starts_with":
      if (type === "list") return "use has for one of its elements.";
      return ["text", "iccid", "json", "inet"].includes(type)
        ? null
        : `${op} is for text; use eq or in.`;
    case "eq":
    case "ne":
    case "in":
      if (type === "list") return "use has for one of its elements.";
      if (type === "json") return "use contains.";
      return type === "boolean" && op === "in" ? "use eq." : null;
    default:
      return isNumeric(type) || isTime(type)
        ? null
        : `${op} needs a number or a time; use eq, ne or in.`;
  }
}

function checkOther(
  checks: Checks,
  path: string,
  root: View,
  filter: Extract<MemberFilter, { other: string }>,
  found: FoundMember,
): void {
  const other = checkMember(checks, `${path}.other`, root, filter.other);
  if (!other) return;
  const { type } = found.definition;
  const isSame = family(type) === family(other.definition.type);
  if (!isSame) {
    report(
      checks,
      `${path}.other`,
      `${filter.member} (${type}) and ${filter.other} (${other.definition.type}) cannot be compared.`,
    );
  } else if (filter.factor !== undefined && !isNumeric(type)) {
    report(checks, `${path}.factor`, "A factor is for numbers only.");
  }
}

/** Types that can be compared. `number` meets every amount: a quota's is bytes or messages by its type. */
function family(type: MemberType): string {
  if (isNumeric(type)) return "number";
  return type === "enum" ? "text" : type;
}

function article(type: string): string {
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}
