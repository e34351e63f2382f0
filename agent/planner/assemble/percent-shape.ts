import type { Task } from "./assemble.ts";
import { RANKED_SHARE } from "./settle-shares.ts";
import { hasPredicate, isRateOfStates } from "./shares.ts";

/** "Share of SIMs per technology": nothing is said of the SIMs but how they are split. */
export function isDistribution(task: Task): boolean {
  const isSplit = task.pool.peek("group").length > 0 || task.subject.dims.length > 0;
  return isSplit && !hasPredicate(task) && !isRateOfStates(task);
}

/** "What percentage of each customer's SIMs is on LTE": each group by itself, not its part of the whole. */
export function isPercentOfEach({ pool, subject, words }: Task): boolean {
  const { noun } = subject;
  if (!noun) return false;
  const isOfEach =
    /\b(?:of|for|against all the \w+ of|relative to) (?:each|every|its own|their own|that|the same)\b/.test(
      words.join(" "),
    );
  const isOfThem = /^(?:out )?of (?:the|all|our|those) /.test(words.join(" "));
  const asks = pool.peek("ask", (item) => item.what === "share" || item.what === "percent");
  const says = (item: { start: number }) =>
    item.start >= noun.end &&
    (words
      .slice(noun.end, item.start)
      .some((word) => PREDICATE_VERBS.has(word) || (isOfEach && word === "with")) ||
      asks.some(
        (ask) =>
          ask.start >= noun.end &&
          (Math.abs(item.start - ask.end) <= 1 || (isOfThem && item.start >= ask.end)),
      ));
  if (
    RANKED_SHARE.test(words.join(" ")) &&
    pool.peek("value", (value) => value.start >= noun.end).length > 0
  )
    return true;
  return (
    (isOfEach || pool.peek("group").length > 0) &&
    (pool.peek("value", says).length > 0 || pool.peek("cond", says).length > 0)
  );
}

const PREDICATE_VERBS = new Set(["is", "are", "was", "were", "has", "have", "had", "on", "at"]);
