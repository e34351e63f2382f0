import { addDays } from "#core/day.ts";
import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, Query } from "#query/query.ts";
import { assemble } from "../assemble/assemble.ts";
import { Trouble } from "../assemble/trouble.ts";
import { read } from "../read.ts";
import { dayAt } from "../time/calendar.ts";
import type { TimeContext } from "../time/span.ts";
import { type ActionContext, ask, type Question } from "./context.ts";
import type { Details } from "./details.ts";
import type { Match } from "./request.ts";

const GRAINS: readonly [RegExp, string][] = [
  [/\b(?:daily|(?:by|per|each|every) day|day by day)\b/i, "day"],
  [/\b(?:weekly|(?:by|per|each|every) week|week by week)\b/i, "week"],
  [/\b(?:monthly|(?:by|per|each|every) month|month by month)\b/i, "month"],
];
const BY = "\\b(?:by|per|for each|for every|grouped by|split by|and(?: by)?) (?:the )?";
const GROUPS: readonly [RegExp, string][] = [
  [new RegExp(`${BY}(?:customer|client|account)s?\\b`, "i"), "customer"],
  [new RegExp(`${BY}(?:country|countries)\\b`, "i"), "country"],
  [new RegExp(`${BY}(?:operator|network|carrier)s?\\b`, "i"), "operator"],
  [new RegExp(`${BY}(?:rate plan|plan|tariff)s?\\b`, "i"), "rate_plan"],
  [new RegExp(`${BY}tags?\\b`, "i"), "tag"],
];
const FILE = /\b(?:(?:as|in|to) (?:an? )?)?(?:pdf|csv|excel|xlsx|spreadsheet)(?: file| format)?\b/i;
const NOT_MADE = /\b(?:pdf|excel|xlsx|spreadsheet)\b/i;

/** Who will read it is no part of it. */
const READERS =
  /\bfor (?:the |our |my |a |an |his |her )?(?:next |upcoming |monthly |weekly )?(?:board|management|boss(?:es)?|manager|ceo|cfo|controll(?:er|ing)|finance|accounting|auditors?|meeting|call|presentation|files|records|archive|team|colleagues?|customer call|review|handover|me|us)(?: meeting| call| review| pack)?\b(?! (?:\w+ )?(?:sims?|tag))/i;

/** "a usage report by customer for last month as CSV". Without a period it is last month's. */
export function reportOf({ object }: Match, { lexicon, time }: ActionContext): Details | Question {
  let rest = object;
  const taken = (kinds: readonly [RegExp, string][]): string | undefined => {
    const found = kinds.find(([pattern]) => pattern.test(rest));
    if (found) rest = rest.replace(found[0], " ");
    return found?.[1];
  };
  const grain = taken(GRAINS);
  const group_by = taken(GROUPS);
  rest = rest
    .replace(FILE, " ")
    .replace(READERS, " ")
    .replace(/\b(?:data |usage |traffic |consumption )*reports?\b/i, " ")
    .replace(/^\s*(?:the |an? )?(?:usage|data|traffic|of|on|about)\b/i, " ")
    .replace(/\s+/g, " ")
    .trim();
  const told = rest === "" ? {} : partsOf(`data usage ${rest}`);
  if (told === null) return ask(WHAT, OPTIONS);
  const { period = "last month", ...asked } = told;
  const input = {
    ...asked,
    ...(grain ? { grain } : {}),
    ...(group_by ? { group_by } : {}),
    ...(time.zone === "UTC" ? {} : { zone: time.zone }),
    format: "csv",
  };
  const by = [grain, group_by?.replace("_", " ")].filter(Boolean).join(" and ");
  const file = NOT_MADE.test(object) ? " as CSV, the one format there is yet" : "";
  return { input, object: "", how: `: usage of ${period}${by && ` by ${by}`}${file}` };

  function partsOf(text: string) {
    const reading = read(text, lexicon, time);
    if (reading.unknown.length > 0 || reading.stray !== null) return null;
    try {
      return inputOf(assemble(reading.items, reading.words, time).query, time);
    } catch (error) {
      if (error instanceof Trouble) return null;
      throw error;
    }
  }
}

const WHAT =
  "What should the report be about? It tells data usage by day, week or month, and by customer, country, operator, rate plan or tag.";
const OPTIONS = [
  "Export a usage report by customer for last month",
  "Export a weekly usage report by country for this month",
];

const FILTERS: Readonly<Record<string, string>> = {
  "sims.customer": "customer",
  "sim_usage.country": "country",
  "sims.country": "country",
  "sim_usage.operator": "operator",
  "sims.operator": "operator",
  "sims.rate_plan": "rate_plan",
  "sims.tags": "tag",
};

interface Told {
  readonly period?: string;
  readonly start_date?: string;
  readonly end_date?: string;
}

/** The period and the filters of a question about usage; null where it asks for what a report does not tell. */
function inputOf(query: Query, time: TimeContext): Told | null {
  if (!query.from.startsWith("sim_usage") || query.groupBy?.length) return null;
  const parts = conjuncts(query.where).map((filter) => partOf(filter, time));
  return parts.some((part) => part === null) ? null : Object.assign({}, ...parts);
}

function partOf(filter: Filter, time: TimeContext): Told | Record<string, string> | null {
  if ("time" in filter) {
    const { from, to, label = "that period" } = filter;
    if (from === undefined) return null;
    const end = to === undefined ? time.today : lastDay(to, time);
    return { period: label, start_date: dayOf(from, time), end_date: end };
  }
  if (!("member" in filter) || !("value" in filter)) return null;
  const field = FILTERS[filter.member];
  if (!field || (filter.op !== "eq" && filter.op !== "has")) return null;
  return { [field]: String(filter.value) };
}

/** Of an end that is not included any more. */
function lastDay(to: string, time: TimeContext): string {
  if (to.length === 10) return addDays(to, -1);
  return dayOf(new Date(Date.parse(to) - 1).toISOString(), time);
}

function dayOf(moment: string, { zone }: TimeContext): string {
  if (moment.length === 10) return moment;
  return dayAt(new Date(moment), zone);
}
