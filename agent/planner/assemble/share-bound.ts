import type { Query } from "#query/query.ts";
import type { ItemOf, NounSem } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { and } from "./common.ts";
import { boundsOf } from "./count-parts.ts";
import { percentOf } from "./shares.ts";

const OF_THEIRS = new Set("of their its the all his her our total".split(" "));

/**
 * "Customers with more than half of their SIMs suspended", "teams where over 30 % of tickets are high
 * priority": groups by the share of their own rows that something holds for.
 */
export function shareBound(task: Task): Query | null {
  const { pool, subject } = task;
  const { noun } = subject;
  const [bound, ...others] = pool.peek("threshold", isPercent);
  const isSplit = subject.dims.length > 0 || pool.peek("group").length > 0;
  if (!bound || others.length > 0 || !noun || !isSplit) return null;
  if (pool.peek("metric").length > 0 || !isOfRows(task, bound, noun)) return null;
  pool.drop(bound);
  const query = percentOf(withPredicate(task, bound, noun));
  const isKnown = (query.groupBy ?? [])
    .filter(({ grain }) => grain === undefined)
    .map(({ member }) => ({ member, op: "is_not_null" }) as const);
  return {
    ...query,
    ...and([...(query.where ? [query.where] : []), ...isKnown]),
    having: boundsOf(bound).map((one) => ({ measure: "percent", ...one })),
  };
}

function isPercent({ quantity }: ItemOf<"threshold">): boolean {
  return quantity.unit === "percent";
}

/** "Over 20 % of their SIMs …", "whose SIMs are over 20 % inactive". */
function isOfRows({ words }: Task, bound: ItemOf<"threshold">, noun: ItemOf<"noun">): boolean {
  if (bound.end <= noun.start)
    return words.slice(bound.end, noun.start).every((word) => OF_THEIRS.has(word));
  return (
    !noun.weak &&
    noun.end < bound.start &&
    /^(?:is|are|was|were)$/.test(words[bound.start - 1] ?? "")
  );
}

/** "More than 20 % suspended SIMs": without "of", what stands before the rows is what is said of them. */
function withPredicate(task: Task, bound: ItemOf<"threshold">, noun: ItemOf<"noun">): Task {
  const { pool, subject, words } = task;
  const said = words.slice(bound.start, bound.end);
  const isOf = said.some((word) => /^(?:of|their|its|all|every|most)$/.test(word));
  if (noun.start !== bound.end || isOf || !STATED.has(noun.view)) return task;
  const place = { start: noun.end, end: noun.end, score: 0 };
  for (const cond of noun.conds) {
    if (cond.k !== "value") return task;
    const dim = cond.options[0]?.dim;
    pool.put({ cat: "value", cond, ...(dim ? { dim } : {}), ...place });
  }
  return { ...task, subject: { ...subject, nounConds: [] } };
}

/** Rows of which a word before them says a state: "rejects" are no events that happen to be rejected. */
const STATED: ReadonlySet<NounSem["view"]> = new Set<NounSem["view"]>([
  "sims",
  "support_tickets",
  "alerts",
]);
