import { CATALOGUE } from "#query/catalogue.ts";
import { type Member, VIEWS, type View } from "#query/query.ts";
import { dimension } from "../lexicon/dims.ts";
import type { MetricName } from "../lexicon/metrics.ts";
import { memberOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";

/** A fact to show of each row: the first of these members that the row has, a figure, or a number of rows. */
export interface Column {
  readonly members: readonly Member[];
  readonly metric?: MetricName;
  readonly counted?: View;
}

const TIMES: readonly Member[] = VIEWS.filter((view) => view !== "sims").flatMap((view) => {
  const { time } = CATALOGUE[view];
  return time ? [`${view}.${time}`] : [];
});
const WHEN: Column = { members: [...TIMES, "sims.last_seen_at"] };
const AGE: Column = {
  members: [
    "support_tickets.age_days",
    "alerts.triggered_at",
    "anomalies.detected_at",
    "sims.age_days",
  ],
};
const TOOK: Column = {
  members: [
    "support_tickets.hours_to_resolve",
    "alerts.minutes_to_resolve",
    "sms_messages.minutes_to_deliver",
  ],
};
const WHO: Column = {
  members: ["audit_logs.actor", "alerts.acknowledged_by", "anomalies.assigned_to"],
};
const ASSIGNED: Column = {
  members: ["anomalies.assigned_to", "support_tickets.assigned_team"],
};
/** What a bare noun is of rows of another kind: the message of an alert. */
const NOUNS: Partial<Record<View, Column>> = {
  sms_messages: { members: ["alerts.message", "sms_messages.body"] },
  alert_rules: { members: ["alert_rules.name"] },
};
/** What is called a name of rows that are no SIMs. */
const NAMES: Readonly<Record<string, readonly Member[]>> = {
  label: ["rate_plans.name", "alert_rules.name"],
};
const TIME_WORDS = new Set(["time", "times", "timestamp", "date", "dates", "day", "moment"]);

/** What an item of a list of columns shows; "light" where it only joins them, null where it is no such item. */
export function columnOf(
  items: readonly Item[],
  at: number,
  words: readonly string[],
  before: readonly Item[],
): Column | "light" | null {
  const item = items[at];
  if (!item) return null;
  const said = words.slice(item.start, item.end);
  switch (item.cat) {
    case "dim":
      return { members: [...dimension(item.dim).members, ...(NAMES[item.dim] ?? [])] };
    case "metric":
      return metricColumn(item, items, at);
    case "pred":
      return item.inverse ? null : { members: item.members };
    case "noun":
      return nounColumn(item, items, at, before);
    case "grain":
      if (item.adjective) return null;
      return item.grain === "day" || TIME_WORDS.has(said[0] ?? "") ? WHEN : null;
    case "group":
      return said.includes("which") ? groupColumn(item) : null;
    case "ask":
      return askColumn(item, items, at, before);
    case "filler":
      return fillerColumn(said[0] ?? "");
    case "unit":
    case "by":
      return "light";
    case "value":
      return valueColumn(item, said, items.slice(0, at), words);
    case "vague":
      return words[item.start - 1] === "how" && said.includes("old") ? AGE : null;
    case "word":
      return item.word === "each" && said.length > 1 ? null : wordColumn(item, before);
    default:
      return null;
  }
}

function metricColumn(item: ItemOf<"metric">, items: readonly Item[], at: number): Column | null {
  if (item.agg && item.agg !== "sum") return null;
  if (item.metric === "age") return AGE;
  const isInDays = items
    .slice(Math.max(0, at - 2), at)
    .some((one) => one.cat === "unit" && one.unit === "day");
  if (item.metric === "data_remaining" && isInDays) return { members: [], metric: "days_left" };
  return { members: [], metric: item.metric };
}

function nounColumn(
  { view, conds, weak }: ItemOf<"noun">,
  items: readonly Item[],
  at: number,
  before: readonly Item[],
): Column | "light" | null {
  if (view === "sims" && (weak || conds.length === 0)) return "light";
  if (conds.length > 0) return null;
  const previous = items.slice(Math.max(0, at - 1), at);
  if (previous.some((one) => one.cat === "ask" && one.what === "count"))
    return { members: [], counted: view };
  if (before.some((one) => one.cat === "noun" && one.view === view)) return NOUNS[view] ?? "light";
  return NOUNS[view] ?? null;
}

function groupColumn({ groups }: ItemOf<"group">): Column | null {
  const [group, ...others] = groups;
  return group?.k === "dim" && others.length === 0
    ? { members: dimension(group.dim).members }
    : null;
}

/** A question word by itself, or only before what it asks for. */
function askColumn(
  ask: ItemOf<"ask">,
  items: readonly Item[],
  at: number,
  before: readonly Item[],
): Column | "light" | null {
  const next = items
    .slice(at + 1)
    .find((one) => !["filler", "by"].includes(one.cat) && !isLightWord(one));
  const follows = next !== undefined && next.start - ask.end <= 4;
  switch (ask.what) {
    case "list":
    case "which":
      return "light";
    case "when":
      return follows && next.cat === "pred" ? "light" : WHEN;
    case "who":
      return WHO;
    case "share":
    case "percent":
      return follows ? null : usedShare(before);
    case "exists":
      return follows && next.cat === "metric" ? "light" : null;
    case "long":
      if (follows && next.cat === "metric") return "light";
      return TOOK;
    case "count":
      return follows && isCountable(next) ? "light" : null;
    case "much":
      return follows && next.cat === "metric" ? "light" : null;
    default:
      return null;
  }
}

/** "Over 80 % of their data used; ICCID and percent": the share that was bounded. */
function usedShare(before: readonly Item[]): Column | null {
  const isBounded = before.some(
    (item) =>
      item.cat === "cond" &&
      item.cond.k === "metric" &&
      ["quota_used", "used_percent"].includes(item.cond.metric),
  );
  return isBounded ? { members: [], metric: "used_percent" } : null;
}

/** The SIMs themselves are counted by a question of its own. */
function isCountable(item: Item): boolean {
  return (
    item.cat === "unit" || item.cat === "metric" || (item.cat === "noun" && item.view !== "sims")
  );
}

function isLightWord(item: Item): boolean {
  return item.cat === "word" && ["is", "pronoun", "have", "each", "also"].includes(item.word);
}

function fillerColumn(word: string): Column | "light" {
  if (word === "who" || word === "whom") return WHO;
  if (word === "where") return { members: ["connection_events.country", "sims.country"] };
  return TIME_WORDS.has(word) ? WHEN : "light";
}

/** "what plan are they on", "whom they are assigned to", "whether it is active": said of a column. */
function valueColumn(
  { dim, cond, start }: ItemOf<"value">,
  said: readonly string[],
  earlier: readonly Item[],
  words: readonly string[],
): Column | "light" | null {
  if (dim === "enabled" && said.at(-1) === "on") return "light";
  if (words.slice(Math.max(0, start - 3), start).some((word) => WHETHER.has(word)))
    return { members: cond.options.flatMap(({ filter }) => memberOf(filter) ?? []) };
  const isLength = earlier.slice(-4).some((item) => item.cat === "ask" && item.what === "long");
  if (dim === "status" && isLength) return AGE;
  const isNobody = cond.options.some(({ filter }) => "op" in filter && filter.op === "is_null");
  return dim === "assigned" && cond.negated !== true && !isNobody ? ASSIGNED : null;
}

const WHETHER = new Set(["whether", "if"]);

const JOINING = new Set<ItemOf<"word">["word"]>([
  "alongside",
  "and",
  "also",
  "with",
  "is",
  "have",
  "each",
  "pronoun",
  "of",
  "to",
  "took",
  "orMore",
]);

function wordColumn({ word }: ItemOf<"word">, before: readonly Item[]): Column | "light" | null {
  if (word === "whichDay") return ofQuota(before) ? EXPIRY : "light";
  if (word === "chance") return chanceColumn(before);
  return JOINING.has(word) ? "light" : null;
}

/** "how much is left, and until when". */
const EXPIRY: Column = { members: ["quota_data.expires_at", "sim_quota.expires_at"] };
const ofQuota = (before: readonly Item[]) =>
  before.some(
    (item) => item.cat === "metric" && /^(data_|sms_)?(remaining|quota)/.test(item.metric),
  );

/** "probability": of leaving or of running out, as the rows before say. */
function chanceColumn(before: readonly Item[]): Column | null {
  const isChurn = before.some(
    (item) =>
      (item.cat === "value" && item.dim === "risk_level") ||
      (item.cat === "metric" && item.metric === "churn") ||
      (item.cat === "noun" && item.view === "churn_risk"),
  );
  if (isChurn) return { members: ["churn_risk.probability"] };
  const isOutlook = before.some(
    (item) =>
      (item.cat === "pred" && item.members[0]?.startsWith("outlook_data")) ||
      (item.cat === "cond" && JSON.stringify(item.cond).includes("outlook_data")),
  );
  return isOutlook ? { members: ["outlook_data.exhaustion_probability_30d"] } : null;
}
