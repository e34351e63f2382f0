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
