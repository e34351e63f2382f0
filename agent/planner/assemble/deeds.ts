import type { Query } from "#query/query.ts";
import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

const DOING =
  /\b(?:do|did|does|done|doing|been up to|was up to|were up to|is up to|get up to|got up to|been at|work on|worked on|working on)\b/;

/** "What did Claire do yesterday": a person and nothing else to look at, so it is what the log has of them. */
export function deedsAt(pool: Pool, words: readonly string[]): Item | null {
  if (!DOING.test(words.join(" "))) return null;
  const person = pool.peek("value", (value) => value.dim === "actor")[0];
  const others = pool.items.some(
    (item) =>
      ["metric", "dim", "cond", "column", "group"].includes(item.cat) ||
      (item.cat === "noun" && !item.weak),
  );
  if (!person || others) return null;
  pool.take("vague", (vague) => vague.topic === "doing");
  return person;
}

const DONE_TO_IT =
  /\bwho (?:all )?(?:has |have |had )?(?:did|done|do)\b.*\b(?:anything|something|things|what)\b|\bwhat (?:did|has|have) (?:anybody|anyone|somebody|someone|people|we) (?:do|did|done) (?:to|on|with)\b|\bwhat (?:was|were|is|has been|have been|got) (?:being )?done (?:to|on|with)\b/;

/** "Who did anything on X last week", "what was done to it": what the log has of one SIM. */
export function doneToOneSim(pool: Pool, words: readonly string[]): void {
  const sim = pool.peek("value", (value) => value.dim === "sim" && !value.cond.negated)[0];
  const others = pool.items.some(
    (item) => item.cat === "metric" || (item.cat === "noun" && !item.weak && item.view !== "sims"),
  );
  if (!sim || others || !DONE_TO_IT.test(words.join(" "))) return;
  for (const item of pool.peek("cond")) {
    const { cond, start, end } = item;
    if (cond.k !== "time" || !cond.members.includes("audit_logs.occurred_at")) continue;
    pool.drop(item);
    pool.put({ cat: "time", time: cond.time, start, end, score: 0 });
  }
  pool.take("pred", ({ members }) => members.includes("audit_logs.occurred_at"));
  pool.take("noun");
  const { start, end } = sim;
  pool.put({ cat: "noun", view: "audit_logs", conds: [], plural: true, start, end, score: 0 });
}

const WHAT_THEY_DID =
  /\bwhat (?:did|have|has|had) (?:they|he|she|these|those|each)(?: \w+)? (?:do|done|change|changed|touch|touched)\b/;

/** "How many acted over Slack, and what did they do": a number of people does not tell what they did. */
export function refuseDeeds(words: readonly string[], { measures, groupBy = [] }: Query): void {
  const isTold = groupBy.some(({ member }) => member === "audit_logs.action");
  if (measures && !isTold && WHAT_THEY_DID.test(words.join(" ")))
    throw new Trouble("Two questions at once: how many, or what was done?", "count");
}
