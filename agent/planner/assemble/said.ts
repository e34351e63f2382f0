import type { Filter, Query } from "#query/query.ts";
import { dimension } from "../lexicon/dims.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Cond, Group, Item, Option } from "../parse/items.ts";
import { AVERAGE_OF_ALL } from "../parse/rules-average.ts";
import type { TimeSpan } from "../time/span.ts";
import { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/**
 * What chooses rows must be in the query: a name, a text, a bound, a condition or a split that was
 * understood and then found no place would be the answer to another question.
 *
 * @throws Trouble where something of that kind is missing.
 */
export function keepSaid(items: readonly Item[], words: readonly string[], query: Query): void {
  const text = JSON.stringify(query);
  keepEither(items, text);
  const isOfOne = items.some((item) => item.cat === "value" && item.dim === "sim"); // "is it active?"
  for (const item of new Pool(items).items) {
    if ((isOfOne && item.cat === "value") || isHeld(item, text)) continue;
    const said = words.slice(item.start, item.end).join(" ");
    throw new Trouble(
      `I could not place “${said}” in this question.`,
      `left:${item.start}:${item.end}`,
    );
  }
}

/** "Active or with traffic last week": two conditions of which one is enough are not two that both hold. */
function keepEither(items: readonly Item[], text: string): void {
  if (/"or":|"in"/.test(text)) return;
  const content = items.filter(({ cat }) => cat !== "filler");
  for (const [index, item] of content.entries()) {
    if (item.cat !== "word" || item.word !== "or") continue;
    const [before, after] = [content[index - 1], content[index + 1]];
    if (before && after && isCondition(before) && (isCondition(after) || isHaving(after)))
      throw new Trouble("Is one of the two enough, or do both have to hold?", "value");
  }
}

function isCondition(item: Item): boolean {
  if (item.cat === "metric") return item.verb === true;
  if (item.cat === "noun") return item.conds.length > 0;
  return (
    item.cat === "value" || item.cat === "cond" || item.cat === "pred" || item.cat === "bundle"
  );
}

function isHaving(item: Item): boolean {
  return (
    item.cat === "neg" || (item.cat === "word" && (item.word === "have" || item.word === "without"))
  );
}

function isHeld(item: Item, text: string): boolean {
  switch (item.cat) {
    case "value":
    case "cond":
      return holdsCond(item.cond, text);
    case "noun":
      return item.weak || item.conds.every((cond) => holdsCond(cond, text));
    case "quote":
      return text.includes(JSON.stringify(item.text).slice(1, -1));
    case "group":
      return item.groups.every((group) => holdsGroup(group, text));
    case "time":
      return holdsTime(item.time, text);
    case "metric":
      return item.verb === true || item.metric === "usage" || holdsMetric(item.metric, text);
    case "top":
      return /"(?:limit|first)":/.test(text);
    default:
      return true;
  }
}

/** Some period is in the query, of whichever date it is. */
function holdsTime(time: TimeSpan, text: string): boolean {
  if (time.k === "relative") return true;
  if (time.k === "rolling" && text.includes(`_${time.amount}d"`)) return true; // a chance within so many days
  if (time.k === "recurring") return text.includes('"recurring"') || text.includes(time.grain);
  return text.includes('"time":') || text.includes('"recurring"');
}

/** Its rows are looked at; what a verb or "expected" stands for is settled by the rest. */
function holdsMetric(name: MetricName, text: string): boolean {
  if (name === "ticket_resolve_time") return text.includes("_to_resolve"); // of alerts, too
  const { member, measure, raw, view } = metricOf(name);
  const homes = [member, raw?.member ?? member].map((one) =>
    one.replace(/(?:_(?:data|sms))?\..*$/, ""),
  );
  if (measure !== undefined || SETTLED.has(name) || holdsView(view, text)) return true;
  return homes.some((home) => text.includes(`"${home}`));
}

/** Figures of several kinds of rows by one name. */
const SETTLED: ReadonlySet<MetricName> = new Set<MetricName>(["age", "expected", "confidence"]);

function holdsCond(cond: Cond, text: string): boolean {
  switch (cond.k) {
    case "value":
      return (
        !cond.options.every(({ dim }) => CHOOSING.has(dim)) ||
        cond.options.some((option) => holdsOption(option, text))
      );
    case "count":
      return holdsView(cond.noun.view, text) && holdsNumber(cond.n, text);
    case "related":
      return holdsView(cond.noun.view, text) || cond.noun.metric !== undefined;
    case "listed":
      return text.includes(JSON.stringify(cond.filter));
    case "either":
      return cond.of.every((one) => holdsCond(one, text));
    default:
      return true;
  }
}

/** What rows are told apart by; of states a verb may make a figure: "how long until they acknowledge it". */
const CHOOSING: ReadonlySet<string> = new Set([
  "category",
  "cause",
  "country",
  "customer",
  "kind_of_row",
  "operator",
  "rate_plan",
  "rule",
  "severity",
  "tag",
  "team",
]);

function holdsOption({ filter }: Option, text: string): boolean {
  const scalars = scalarsOf(filter);
  return scalars.length > 0
    ? scalars.every((scalar) => text.includes(JSON.stringify(scalar)))
    : membersOf(filter).every((member) => text.includes(`"${member}"`));
}

function scalarsOf(filter: Filter): (string | number)[] {
  if ("and" in filter) return filter.and.flatMap(scalarsOf);
  if ("or" in filter) return filter.or.flatMap(scalarsOf);
  if ("not" in filter) return scalarsOf(filter.not);
  if ("values" in filter) return filter.values;
  return "value" in filter && typeof filter.value !== "boolean" ? [filter.value] : [];
}

function membersOf(filter: Filter): string[] {
  if ("and" in filter) return filter.and.flatMap(membersOf);
  if ("or" in filter) return filter.or.flatMap(membersOf);
  if ("not" in filter) return membersOf(filter.not);
  return "member" in filter ? [filter.member] : [];
}

function holdsGroup(group: Group, text: string): boolean {
  switch (group.k) {
    case "dim":
      return (
        (group.dim === "rate_plan" && text.startsWith('{"from":"rate_plans"')) || // one row each
        dimension(group.dim).members.some((member) => text.includes(`"${member}"`))
      );
    case "grain":
      return text.includes(`"${group.grain}"`);
    case "sim":
      return /\.(?:iccid|label)"|"sim"|^\{"from":"sims"/.test(text);
    case "view":
      return true;
  }
}

function holdsView(view: string, text: string): boolean {
  return text.includes(`"${view}"`) || text.includes(`"${view}.`);
}

function holdsNumber(n: number, text: string): boolean {
  if (n === AVERAGE_OF_ALL) return text.includes('"mean"');
  return new RegExp(`[:\\[,]${n}\\b`).test(text);
}
