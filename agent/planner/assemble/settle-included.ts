import { memberOf } from "../parse/compose.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** States that a list may leave out, so that somebody asks for them to be in it. */
const STATES = new Set(["status", "enabled", "acknowledged", "seen", "judged", "done"]);
const BEFORE =
  /\b(?:including|include|includes|incl|inclusive of|with also|and also|even) (?:the |all |those |any )*$/;
const BEHIND =
  /^ ?(?:ones?|rules?|sims?|tickets?|alerts?|cards?|devices?)? ?(?:are |is )?(?:included|inclusive|as well|counted(?: in)?)\b/;
const COUNTED_IN = /\bcounts? (?:the |all |those )*$/;

/** "including suspended ones", "count the disabled ones in": rows that are not to be left out, and no condition. */
export function settleIncluded(pool: Pool, words: readonly string[]): void {
  for (const value of pool.peek("value", ({ dim }) => STATES.has(dim ?? ""))) {
    const before = `${words.slice(0, value.start).join(" ")} `;
    const behind = words.slice(value.end, value.end + 4).join(" ");
    const isCounted = COUNTED_IN.test(before) && /^(?:\w+ )?in\b/.test(behind);
    if (value.cond.negated || !(BEFORE.test(before) || BEHIND.test(behind) || isCounted)) continue;
    pool.drop(value);
    if (isCounted) pool.take("ask", ({ what, end }) => what === "count" && value.start - end <= 2);
    refuseRivals(pool, value);
  }
}

/** "Active SIMs including suspended ones": one of the two, or both? */
function refuseRivals(pool: Pool, { cond }: ItemOf<"value">): void {
  const members = new Set(membersOf(cond));
  const rivals = [
    ...pool.peek("value").map((value) => value.cond),
    ...pool.peek("noun").flatMap((noun) => noun.conds),
  ].filter((other) => membersOf(other).some((member) => members.has(member)));
  if (rivals.length > 0)
    throw new Trouble(`“${cond.said}” ones beside the others, or only those?`, "value");
}

function membersOf(cond: Cond): string[] {
  return cond.k === "value" ? cond.options.flatMap((option) => memberOf(option.filter) ?? []) : [];
}
