import type { Filter, Measure, Query } from "#query/query.ts";
import { either } from "../parse/compose.ts";
import type { Cond } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import {
  and,
  dimGroups,
  filtersOf,
  groupMembers,
  takeGrains,
  takeGroups,
  takeOrder,
} from "./common.ts";
import { defaultTime } from "./placing.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";
import { takeTimes, takeWhere } from "./where.ts";

/** "Failed to delivered SMS": with a ratio asked for, the two states stand side by side. */
export function settleRatio(pool: Pool, words: readonly string[]): void {
  if (!pool.has("ratio")) return;
  for (const value of pool.peek("value"))
    for (const noun of pool.peek("noun", (item) => item.start > value.end)) {
      if (!words.slice(value.end, noun.start).some((word) => ["to", "versus", "vs"].includes(word)))
        continue;
      for (const cond of noun.conds) {
        const both =
          cond.k === "value"
            ? either(value, { ...value, cond, start: noun.start, end: noun.end })
            : null;
        if (both?.cat !== "value") continue;
        pool.drop(value);
        pool.drop(noun);
        pool.put({ ...noun, conds: noun.conds.map((one) => (one === cond ? both.cond : one)) });
        return;
      }
    }
}

/** "The ratio of failed to delivered SMS": how many are the one for each that is the other. */
export function ratioOfStates(task: Task): Query {
  const { pool, subject } = task;
  const from = subject.noun?.view ?? "sims";
  const filters = filtersOf(task, from);
  const states = statesOf(task, from);
  if (!states) throw new Trouble("The ratio of which two figures?", "value");
  const groups = [
    ...dimGroups(task),
    ...takeGroups(task),
    ...takeGrains(task).map((grain) => ({ k: "grain", grain }) as const),
  ];
  const groupBy = groupMembers(groups, from, defaultTime(from));
  const isState = (filter: Filter) => JSON.stringify(filter) === JSON.stringify({ or: states });
  const where = [...takeWhere(task, filters), ...takeTimes(task, filters).where].filter(
    (filter) => !isState(filter),
  );
  pool.take("word", (item) => item.word === "ratio");
  const order = takeOrder(task);
  const [a, b] = states.map((state): Measure => ({ agg: "count", where: state }));
  const [first = "first", second = "second"] = states.map(nameOf);
  if (!a || !b) throw new Trouble("The ratio of which two figures?", "value");
  return {
    from,
    measures: [
      { as: "ratio", measure: { op: "ratio", a, b } },
      { as: first, measure: a },
      { as: second, measure: b },
    ],
    ...(groupBy.length > 0 ? { groupBy } : {}),
    ...and(where),
    ...(order.direction ? { orderBy: [{ by: "ratio", direction: order.direction }] } : {}),
    ...(order.limit ? { limit: order.limit } : {}),
  };
}

function nameOf(state: Filter, index: number): string {
  const value = "member" in state && "value" in state ? String(state.value) : "";
  return /^[a-z][a-z_]{1,30}$/.test(value) ? value : `count_${index + 1}`;
}

/** The two states that were named, on rows of `from`. */
function statesOf({ pool, subject }: Task, from: string): Filter[] | null {
  const conds: Cond[] = [
    ...subject.nounConds.map(({ cond }) => cond),
    ...pool.peek("value").map(({ cond }) => cond),
  ];
  for (const cond of conds)
    if (cond.k === "value" && !cond.negated)
      for (const { view, filter } of cond.options)
        if (view === from && "or" in filter && filter.or.length === 2) return filter.or;
  return null;
}
