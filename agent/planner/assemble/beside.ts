import type { Query, View } from "#query/query.ts";
import { DIMS } from "../lexicon/dims.ts";
import { type MetricName, metricOf } from "../lexicon/metrics.ts";
import type { Group, Item, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { unique } from "./common.ts";
import { Trouble } from "./trouble.ts";

/** "the median for high, medium and low priority": one for each that is named. */
export function namedSideBySide({ pool, subject, words }: Task, atLeast = 2): Group[] {
  const isList = ({ start, end }: { start: number; end: number }) => {
    const said = words.slice(start, end);
    return said.includes("and") && !said.includes("or");
  };
  const isLong = (said: string) => said.split(" or ").length >= atLeast;
  const { noun } = subject;
  const nouns = [noun, subject.events].filter((one) => one !== null).filter(isList);
  const ofNouns = nouns
    .flatMap((one) => one.conds)
    .flatMap((cond) =>
      cond.k === "value" && isLong(cond.said) ? (cond.options[0]?.dim ?? []) : [],
    );
  const values = pool.peek(
    "value",
    (value) => isList(value) && (atLeast < 3 || isLong(value.cond.said)),
  );
  const dims = [...values.map((value) => value.dim ?? ""), ...ofNouns];
  return unique(dims.filter((dim) => dim in DIMS)).map((dim) => ({ k: "dim", dim }));
}

const PREPOSITIONS = new Set([
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "over",
  "through",
  "via",
]);

/** "Each day", "each SIM". */
const OF_EACH = new Set<Item["cat"]>(["by", "dim", "grain", "group", "noun", "unit"]);

/** "Over this network and over that", "what did these two use each", "compare A and B": said one by one, so told one by one. */
export function namedOneByOne({ pool, words }: Task, names: readonly MetricName[] = []): Group[] {
  const isEach = words.some(
    (word, at) =>
      word === "each" &&
      !pool.items.some(
        ({ cat, start, end }) => OF_EACH.has(cat) && start <= at + 1 && at + 1 < end,
      ),
  );
  const isCompared = pool.peek("versusword").length > 0;
  const isOfPlans = names.some((name) => metricOf(name).view === "rate_plans");
  const isApart = ({ dim, start, end }: ItemOf<"value">) => {
    const said = words.slice(start, end);
    const lead = PREPOSITIONS.has(said[0] ?? "") ? said[0] : words[start - 1];
    const at = said.lastIndexOf("and");
    const isSaidAgain = PREPOSITIONS.has(lead ?? "") && said[at + 1] === lead;
    const isOneOfPlan = isOfPlans && dim === "rate_plan"; // each plan has its own price
    const isTold = isSaidAgain || isEach || isCompared || isOneOfPlan;
    return at > 0 && !said.includes("or") && isTold;
  };
  const dims = pool.peek("value", isApart).map((value) => value.dim ?? "");
  return unique(dims.filter((dim) => dim in DIMS)).map((dim) => ({ k: "dim", dim }));
}

/** "How many are active, suspended and deactivated": three are a breakdown, two may be one group. */
export function namedApart(task: Task, isGrouped: boolean): Group[] {
  if (!isGrouped) {
    const apart = namedOneByOne(task);
    if (apart.length > 0) return apart;
  }
  const isPlace = ({ k, ...group }: Group) =>
    k === "dim" && "dim" in group && ["customer", "country", "operator", "sim"].includes(group.dim);
  return isGrouped || task.pool.asks("count")
    ? namedSideBySide(task, 3).filter((group) => !isPlace(group))
    : [];
}

export const COUNTED = "count";

/** "How many SIMs are that, and what do they cost": it is not the figure itself that is counted. */
export function countsRows({ pool, subject, words }: Task): boolean {
  const ask = pool.asks("count");
  if (ask && !subject.noun?.weak && !subject.single && isNumberAnd(ask, words)) return true;
  if (!ask || !subject.noun || subject.noun.weak) return false;
  return ![...pool.peek("metric"), ...pool.peek("unit")].some(
    (item) =>
      item.start >= ask.end &&
      item.start - ask.end <= 1 &&
      !words.slice(ask.start, ask.end + 1).includes("and"),
  );
}

/** "Top-ups this month: number and total MB": the rows are named by what they are. */
function isNumberAnd({ start, end }: { start: number; end: number }, words: readonly string[]) {
  return (
    /^(?:number|count)$/.test(words[start] ?? "") && words.slice(start, end + 1).includes("and")
  );
}

/** The rows counted beside the figure, where each is of one SIM. */
export function countBeside(from: View): NonNullable<Query["measures"]> {
  const isOneEach =
    HAPPENINGS.has(from) || ["sims", "quota_recommendations", "churn_risk"].includes(from);
  return isOneEach ? [{ as: COUNTED, measure: { agg: "count" } }] : [];
}

const HAPPENINGS: ReadonlySet<View> = new Set([
  "alerts",
  "anomalies",
  "audit_logs",
  "connection_events",
  "sms_messages",
  "support_tickets",
]);

/** Rows of another kind than the figure's: only SIMs that have such are meant, unless a time could be of either. */
export function keepOtherRows({ pool, subject, words }: Task, from: View): void {
  const { events } = subject;
  if (!events || events.view === from || !HAPPENINGS.has(events.view)) return;
  if (/^(?:and|,|&|plus)$/.test(words[events.start - 1] ?? ""))
    throw new Trouble("Several figures at once: which one first?", "count");
  if (pool.peek("time").length > 0)
    throw new Trouble("Two kinds of rows at once: which ones does the time belong to?", "value");
  const { start, end } = events;
  pool.put({ cat: "cond", cond: { k: "related", noun: events }, start, end, score: 0 });
}
