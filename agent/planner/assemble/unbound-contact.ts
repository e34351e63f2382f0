import type { Cond } from "../parse/items.ts";
import type { TimeSpan } from "../time/span.ts";
import type { Task } from "./assemble.ts";
import { Trouble } from "./trouble.ts";

/** Whether a word is about being in contact: it narrows the rows, and is no date to show. */
export const isOfContact = (said: string): boolean => CONTACT.test(said);

const CONTACT =
  /\b(?:offline|online|dark|silent|quiet|reachable|unreachable|connected|disconnected|dead|alive|away|gone)\b/;

/**
 * "Which SIMs are offline": no column says so, and how long a silence counts is not said. Left out, it would
 * list every SIM.
 *
 * @throws Trouble where contact narrows the rows without a bound.
 */
export function refuseUnboundContact({ pool, subject, words }: Task): void {
  if (subject.noun?.view !== "sims" || subject.single || pool.peek("time").length > 0) return;
  const isOrdered = pool.peek("superlative").length > 0 || pool.peek("top").length > 0;
  if (isOrdered || pool.asks("long")) return;
  for (const { members, start, end } of pool.peek("pred")) {
    const said = words.slice(start, end).join(" ");
    const isTo = words[end] === "to" || words[end] === "via"; // "connected to Vodafone"
    if (members.includes("sims.last_seen_at") && isOfContact(said) && !isTo)
      throw new Trouble("", "vague:online");
  }
}

/**
 * "SIMs that were connected last week": who was seen since then has a later date, and would be missing.
 *
 * @throws Trouble where contact is asked of a time that is over.
 */
export function refusePastContact({ pool, words, time }: Task): void {
  const now = time.now.toISOString();
  const isOver = (span: TimeSpan) =>
    "to" in span && span.to !== undefined && span.to <= now.slice(0, span.to.length);
  const times = pool.peek("time").map((item) => item.time);
  const dated = [
    ...pool.peek("pred", ({ members }) => members[0] === LAST_SEEN && times.some(isOver)),
    ...pool.peek("cond", ({ cond }) => isLastSeen(cond) && cond.k === "time" && isOver(cond.time)),
  ];
  for (const { start, end } of dated)
    if (IN_CONTACT.test(words.slice(start, end).join(" ")))
      throw new Trouble(
        "A SIM is only known by when it was last seen, so that a past day lacks those that came back since. SIMs with a session, or with data used, in that time?",
        "beyond",
      );
}

const LAST_SEEN = "sims.last_seen_at";
const IN_CONTACT = /\b(?:online|connected|reachable)\b/;

function isLastSeen(cond: Cond): boolean {
  return cond.k === "time" && !cond.negated && cond.members[0] === LAST_SEEN;
}
