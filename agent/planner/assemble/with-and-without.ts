import { isList } from "#query/mode.ts";
import type { Filter, Measure, Query } from "#query/query.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { filtersOf } from "./common.ts";
import { countRows } from "./counts.ts";
import { aggregate } from "./measures.ts";
import { Trouble } from "./trouble.ts";

const BOTH =
  /\bwith (?:and|or|vs|versus|against|&) without\b|\bwithout (?:and|or|vs|versus|against|&) with\b|\b(?:vs|versus|against|and|or|to|than) (?:those |the ones |ones |sims |cards |devices |the rest )?without(?: any| one| them| it| such)?(?= *(?:$|[?.!,]|last\b|this\b|in\b|per\b|by\b|over\b|for\b))/;

/** "Average usage of SIMs with open alerts vs without": the figure of those that have such rows, and of the others. */
export function withAndWithout(task: Task): Query | null {
  const { pool, words } = task;
  const [has, ...others] = pool.peek(
    "cond",
    ({ cond }) => cond.k === "related" && !cond.noun.metric,
  );
  if (!has || others.length > 0 || !BOTH.test(words.join(" "))) return null;
  pool.drop(has);
  pool.take("versusword");
  pool.take("word", ({ word }) => ["with", "without", "and", "or", "pronoun", "to"].includes(word));
  dropBase(pool, has);
  const query = pool.peek("metric").length > 0 ? aggregate(task) : countRows(counting(task));
  if (isList(query) || query.having || query.limit || !query.measures)
    throw new Trouble("Those that have such rows, or the others: which first?", "without");
  const { negated: _, ...cond } = has.cond;
  const filter = filtersOf(task, query.from).of(cond as Cond);
  const [first, ...more] = query.measures;
  if (!first || more.length > 0) throw new Trouble("Which figure of the two?", "without");
  const { orderBy: __, ...rest } = query;
  return {
    ...rest,
    measures: [
      { ...first, as: `${first.as}_with`, measure: within(first.measure, filter) },
      { ...first, as: `${first.as}_without`, measure: within(first.measure, { not: filter }) },
    ],
  };
}

function counting(task: Task): Task {
  const { pool, subject } = task;
  if (!pool.asks("count") && subject.noun)
    pool.put({ cat: "ask", what: "count", start: 0, end: 0, score: 0 });
  return task;
}

/** "… vs those without": the rows that are named once more. */
function dropBase(pool: Task["pool"], { end }: ItemOf<"cond">): void {
  pool.take("noun", (noun) => noun.weak === true && noun.start >= end);
}

function within(measure: Measure, filter: Filter): Measure {
  if (!("agg" in measure) || "over" in measure)
    throw new Trouble("That figure cannot be told of the two apart.", "without");
  return { ...measure, where: measure.where ? { and: [measure.where, filter] } : filter };
}
