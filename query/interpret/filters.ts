import { memberOf, viewOf } from "../catalogue.ts";
import { conjuncts } from "../conjuncts.ts";
import { lower } from "../measure-label.ts";
import { measureType } from "../measure-type.ts";
import type { Filter, View } from "../query.ts";
import { simMember } from "../sim-side.ts";
import { measureText } from "./measures.ts";
import { periodText } from "./period.ts";
import { amountText, comparatorText, valueText } from "./values.ts";

type MemberFilter = Extract<Filter, { member: string }>;
type RelatedFilter = Extract<Filter, { related: View }>;
type TimeFilter = Extract<Filter, { time: string }>;

/** A filter in words, as a condition on a row of `root`. */
export function filterText(filter: Filter, root: View, zone: string): string {
  if ("and" in filter) return joined(filter.and, "and", root, zone);
  if ("or" in filter) return joined(filter.or, "or", root, zone);
  if ("not" in filter) return notText(filter.not, root, zone);
  if ("time" in filter) return timeText(filter, root, zone);
  if ("recurring" in filter) return recurringText(filter, root);
  if ("related" in filter) return relatedText(filter, "with", zone);
  return memberText(filter, root, zone);
}

/** Conditions that all hold, in brackets behind what they narrow; empty for none. */
export function inBrackets(filters: readonly Filter[], root: View, zone: string): string {
  const texts = filters.map((filter) =>
    "time" in filter
      ? timeText(filter, root, zone).replace(/ \((.*)\)$/, ", $1")
      : filterText(filter, root, zone),
  );
  return texts.length > 0 ? ` (${texts.join(" and ")})` : "";
}

function joined(filters: readonly Filter[], word: "and" | "or", root: View, zone: string): string {
  const texts = filters.map((filter) => filterText(filter, root, zone));
  return texts.length === 1 ? (texts[0] ?? "") : `(${texts.join(` ${word} `)})`;
}

function notText(filter: Filter, root: View, zone: string): string {
  if ("related" in filter && !filter.having) return relatedText(filter, "without", zone);
  return `not (${filterText(filter, root, zone)})`;
}

/** "last week (from 12 to 18 Oct 2026)"; another time than the view's own is named. */
export function timeText({ time, from, to, label }: TimeFilter, root: View, zone: string): string {
  const period = periodText(from, to, zone);
  const words = label ? `${label} (${period})` : period;
  if (time === `${root}.${viewOf(root).time}`) return words;
  const name = nameOf(time, root);
  return `${isOfItsSim(time, root) ? "of SIMs " : ""}${PARTICIPLES[name] ?? name} ${words}`;
}

/** "Alerts of SIMs running out this week". */
function isOfItsSim(member: string, root: View): boolean {
  return root !== "sims" && memberOf(member).joined !== root && simMember(root, member) !== null;
}

/** Dates whose label is a verb: "SIMs running out this week". */
const PARTICIPLES: Readonly<Record<string, string>> = {
  "runs out on": "running out",
  expires: "expiring",
};

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** "day of the week is Saturday or Sunday", "hour of the day is 2 or 3". */
function recurringText(filter: Extract<Filter, { recurring: string }>, root: View): string {
  const isWeekday = filter.grain === "weekday";
  const values = filter.in.map((value) => (isWeekday ? WEEKDAYS[value - 1] : `${value}:00`));
  const isOwn = filter.recurring === `${root}.${viewOf(root).time}`;
  const of = isOwn ? "" : ` of ${nameOf(filter.recurring, root)}`;
  return `${isWeekday ? "day of the week" : "hour of the day"}${of} is ${values.join(" or ")}`;
}

function relatedText(filter: RelatedFilter, word: "with" | "without", zone: string): string {
  const { related, via, where, having } = filter;
  const conditions = inBrackets(conjuncts(where), related, zone);
  const rows = related.startsWith("sim_usage") ? "usage" : viewOf(related).noun[1];
  if (!having && via) return `whose ${via} has ${word === "with" ? "" : "no "}${rows}${conditions}`;
  if (!having) return `${word} ${rows}${conditions}`;
  const measure = measureText(having.measure, related, zone);
  const amount = amountText(measureType(having.measure), having.value);
  return `whose ${via ? `${via}’s ` : ""}${measure}${conditions} ${comparatorText(having.op, false)} ${amount}`;
}

const MOST_NAMED = 12;

function eitherOf(values: readonly string[]): string {
  if (values.length <= MOST_NAMED) return values.join(" or ");
  return `one of ${values.length}: ${values.slice(0, MOST_NAMED).join(", ")} …`;
}

function memberText(filter: MemberFilter, root: View, zone: string): string {
  const name = nameOf(filter.member, root);
  const { definition } = memberOf(filter.member);
  const isTime = definition.type === "timestamp" || definition.type === "day";
  switch (filter.op) {
    case "is_null":
      return `${name} is missing`;
    case "is_not_null":
      return `${name} is known`;
    case "in":
      return `${name} is ${eitherOf(filter.values.map((value) => valueText(definition, value, zone)))}`;
    case "contains":
      return `${name} contains "${filter.value}"`;
    case "starts_with":
      return `${name} starts with "${filter.value}"`;
    case "has":
      return filter.member === "sims.lists"
        ? `${root === "sims" ? "" : "of SIMs "}on the list "${filter.value}"`
        : `${name} include ${filter.value}`;
  }
  if ("other" in filter) {
    const factor = filter.factor === undefined ? "" : `${filter.factor} × `;
    return `${name} ${comparatorText(filter.op, isTime)} ${factor}${nameOf(filter.other, root)}`;
  }
  if (definition.type === "boolean" && (filter.op === "eq" || filter.op === "ne")) {
    return (filter.value === true) === (filter.op === "eq") ? name : `not ${name}`;
  }
  return `${name} ${comparatorText(filter.op, isTime)} ${valueText(definition, filter.value, zone)}`;
}

/** A member in words; whose it is, where the root has one of the same name or it is not a SIM's. */
export function nameOf(member: string, root: View): string {
  const { joined, column, definition } = memberOf(member);
  const label = lower(definition.label);
  if (joined === root) return label;
  const isClear = joined === "sims" && !Object.hasOwn(viewOf(root).members, column);
  if (isClear || joined.includes("_data") || joined.includes("_sms")) return label;
  return `${viewOf(joined).noun[0]}'s ${label}`;
}
