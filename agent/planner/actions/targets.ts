import type { Filter, Query, View } from "#query/query.ts";
import { type Assembled, assemble } from "../assemble/assemble.ts";
import { Trouble } from "../assemble/trouble.ts";
import { namedSim } from "../follow-up/substitute.ts";
import type { Change, Target } from "../lexicon/actions/change.ts";
import type { Item } from "../parse/items.ts";
import { type Reading, read } from "../read.ts";
import { isOneSim, simMeant } from "../sim-meant.ts";
import type { TimeContext } from "../time/span.ts";
import { type ActionContext, ask, type Question } from "./context.ts";
import { meant } from "./meant.ts";
import { isPointer, objectText } from "./object.ts";
import type { Said } from "./request.ts";
import { rulesNamed } from "./rules-named.ts";

type Rows = Exclude<Target, "none">;

export interface Targets {
  readonly query: Query;
  readonly assumptions: string[];
  readonly reading: Reading;
}

const COLUMNS: Record<Rows, string[]> = {
  sims: ["sims.iccid", "sims.label", "sims.status", "sims.customer"],
  alerts: [
    "alerts.id",
    "alerts.severity",
    "alerts.message",
    "alerts.triggered_at",
    "alerts.acknowledged",
  ],
  support_tickets: [
    "support_tickets.id",
    "support_tickets.subject",
    "support_tickets.status",
    "support_tickets.priority",
  ],
  alert_rules: ["alert_rules.id", "alert_rules.name", "alert_rules.enabled"],
  anomalies: [
    "anomalies.id",
    "anomalies.iccid",
    "anomalies.day",
    "anomalies.kind",
    "anomalies.status",
  ],
};
const NOUNS: Record<Rows, string> = {
  sims: "SIMs",
  alerts: "alerts",
  support_tickets: "tickets",
  alert_rules: "alert rules",
  anomalies: "anomalies",
};

/** The rows that a request is about, by its own words, the message's, or the conversation's. */
export function targetsOf(
  change: Change,
  target: Rows,
  object: string,
  said: Said,
  context: ActionContext,
): Targets | Question {
  const { time, sims } = context;
  const named = context.earlier && namedSim(context.earlier);
  const spoken = sims && { ...sims, one: named ?? sims.one };
  const shown = target === "sims" ? simMeant(objectText(object), spoken) : null;
  if (target === "sims" && !shown && !named && !isHarmless(change) && isOfOne(object, said)) {
    const which = oneOfWhich(said, context);
    if (which) return which;
  }
  const other = change.tool === "export_sims" && isPointer(objectText(object)) && !shown;
  if (other && context.earlier && !isOfSims(context.earlier, time))
    return ask("Only SIMs come as a file, and what was shown is no list of SIMs. Which SIMs?");
  const isFewer = countSaid(object) < (sims?.listed.length ?? 0);
  if (isFewer) return ask(`${sims?.listed.length} were shown. Which of them do you mean?`);
  const rules = target === "alert_rules" ? ofRules(object, context) : null;
  if (rules) return rules;
  const whole = meant(change, shown ?? object, said, context);
  const which = `Which ${NOUNS[target]} should that be done to?`;
  if (!whole) return ask(which);
  if ("kind" in whole) return whole;
  const { reading, limit } = whole;
  if (!reading.items.some((item) => ["noun", "value", "cond", "metric"].includes(item.cat)))
    return ask(which);
  try {
    const ranked = target === "sims" ? rankedSims(reading, time, limit) : null;
    if (ranked) return { ...ranked, reading };
    const rows = aimed(reading.items, target);
    const items = change.tool === "top_up" ? leftBelow(rows) : rows;
    const made = assemble(items, reading.words, time, { asList: true });
    const query = asTargets(made.query, target);
    if (!query) return ask(which);
    if (limit && !query.orderBy) return ask(`The first ${limit} in which order?`);
    if (
      !isHarmless(change) &&
      !query.where &&
      !query.limit &&
      !limit &&
      !ALL.test(`${object} ${said.text}`)
    )
      return ask(`Which ${NOUNS[target]}? Say “all” if all of them are meant.`);
    return {
      query: limit ? { ...query, limit } : query,
      assumptions: made.assumptions,
      reading,
    };
  } catch (error) {
    if (error instanceof Trouble) return ask(error.message || which);
    throw error;
  }
}

/** It changes nothing in the fleet: "it" may be the list. */
function isHarmless({ tool }: Change): boolean {
  return tool === "refresh_usage" || tool === "export_sims";
}

/** "All 9": so many, as a check; all that there are where no number is said. */
function countSaid(object: string): number {
  const said = /^all (?:of )?(?:the |these |those )?(?<count>\d{1,4})$/i.exec(object.trim());
  return Number(said?.groups?.count ?? Number.POSITIVE_INFINITY);
}

/** Whether the rows that were shown are SIMs. */
function isOfSims({ items, words }: Reading, time: TimeContext): boolean {
  try {
    const { from, groupBy } = assemble(items, words, time).query;
    if (groupBy) return groupBy.every(({ member }) => SIM_KEYS.test(member));
    return from === "sims";
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}

/** "Suspend it": one SIM, which nothing in the message names. */
function isOfOne(object: string, { before, after }: Said): boolean {
  return before.length + after.length === 0 && isOneSim(objectText(object));
}

/** "It" is never the rows of a list; null where the conversation has none. */
function oneOfWhich({ text }: Said, { earlier, sims }: ActionContext): Question | null {
  if (!earlier || isRankedFirst(earlier)) return null;
  const count = sims?.listed.length ?? 0;
  const instead = (words: string) => text.replace(/\b(?:it|this|that)\b/i, words);
  if (count < 2) return ask("Which SIM do you mean? Name its ICCID or its device name.");
  return ask(`“It” is one SIM, and ${count} were shown. Is the first meant, or all of them?`, [
    instead("the first one"),
    instead("all of them"),
  ]);
}

/** "Which SIM used the most?" */
function isRankedFirst({ items }: Reading): boolean {
  return items.some((item) => item.cat === "top" && item.n === 1);
}

/** Rules by their names; several only where several are meant. */
function ofRules(
  object: string,
  { gazetteer, lexicon, time }: ActionContext,
): Targets | Question | null {
  const names = rulesNamed(object, gazetteer);
  const [only] = names;
  if (only === undefined) return null;
  if (names.length > 1 && !/\b(?:all|every|each|both|rules|alerts)\b/i.test(object))
    return ask(`Which rule: ${names.map((name) => `“${name}”`).join(" or ")}?`);
  const name = "alert_rules.name";
  const where: Filter =
    names.length > 1
      ? { member: name, op: "in", values: names }
      : { member: name, op: "eq", value: only };
  const query = { from: "alert_rules", columns: COLUMNS.alert_rules, where } as const;
  return { query, assumptions: [], reading: read(`${only} rule`, lexicon, time) };
}

/** Only who says so changes the whole fleet. */
const ALL = /\b(?:all|every|everything|each|whole|entire|complete)\b/i;

/** "the top 5 by usage", "the first ten of them": SIMs in the order of a figure, only so many. */
function rankedSims(reading: Reading, time: TimeContext, limit?: number): Assembled | null {
  const ranks =
    reading.items.some((item) => ["top", "superlative", "bundle"].includes(item.cat)) ||
    reading.words.some((word) => ENDS.has(word));
  if (!ranks && !limit) return null;
  try {
    const { query, assumptions } = assemble(reading.items, reading.words, time);
    const only = limit ?? query.limit;
    const orderBy = query.orderBy ?? largest(query);
    return only && orderBy && query.groupBy?.every(({ member }) => SIM_KEYS.test(member))
      ? { query: { ...query, orderBy, limit: only }, assumptions }
      : null;
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}

/** "The five with the highest usage": one end of an order. */
const ENDS = new Set("highest most largest biggest heaviest lowest least smallest".split(" "));
const SIM_KEYS = /\.(?:iccid|label)$/;

function largest({ measures }: Query): Query["orderBy"] {
  const [measure] = measures ?? [];
  return measure && [{ by: measure.as, direction: "desc" }];
}

/** The request's own noun, or rows of the kind that the change is for. */
function aimed(items: readonly Item[], target: View): Item[] {
  const lists = items.filter((item) => !["ask", "group", "grain"].includes(item.cat));
  const nouns = lists.filter((item) => item.cat === "noun" && !item.weak);
  if (nouns.some((item) => item.cat === "noun" && item.view === target)) return lists;
  return [
    { cat: "noun", view: target, conds: [], start: 0, end: 0, score: 0 },
    ...lists.filter((item) => !(item.cat === "noun" && item.weak)),
  ];
}

/** "Top up all below 100 MB": by what they have left, and not by what they have used. */
function leftBelow(items: readonly Item[]): Item[] {
  const isNamed = items.some(({ cat }) => cat === "metric" || cat === "time");
  return items.map((item): Item => {
    if (isNamed || item.cat !== "threshold" || item.quantity.unit !== "bytes") return item;
    const { op, quantity, start, end, score } = item;
    const cond = { k: "metric", metric: "data_remaining", op, quantity } as const;
    return { cat: "cond", cond, start, end, score };
  });
}

function asTargets(query: Query, target: Rows): Query | null {
  if (query.from !== target) return null;
  const { from, where, orderBy, limit, measures } = query;
  const isOrdered =
    orderBy !== undefined && !orderBy.some(({ by }) => measures?.some((one) => one.as === by));
  return {
    from,
    columns: COLUMNS[target],
    ...(where ? { where } : {}),
    ...(measures && orderBy && !isOrdered ? { measures } : {}),
    ...(orderBy ? { orderBy } : {}),
    ...(limit ? { limit } : {}),
  };
}
