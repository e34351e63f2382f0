import type { GroupBy, Query } from "#query/query.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import type { takeOrder } from "./common.ts";
import { Trouble } from "./trouble.ts";

const CALENDAR = new Set(["hour", "day", "week", "month", "quarter", "year"]);

/**
 * "The top 3 customers per month": the first of each month. "Monthly usage of the top 3 customers" follows those
 * that lead over the whole time, which no query says.
 *
 * @throws Trouble where the first rows of all would be other ones than those that were asked for.
 */
export function leadersOfTimes(
  { subject, words }: Task,
  grains: readonly ItemOf<"grain">[],
  order: ReturnType<typeof takeOrder>,
  groupBy: readonly GroupBy[],
): Query["firstPer"] {
  const said = grains.find(({ adjective, grain }) => adjective && CALENDAR.has(grain));
  const time = said && groupBy.find(({ grain }) => grain === said.grain);
  const { noun, dims } = subject;
  const others = groupBy.filter(({ grain }) => grain !== undefined && grain !== said?.grain);
  const ranksOthers = dims.length > 0 || (noun?.view === "sims" && !noun.weak);
  const isRanked = order.superlative && order.limit !== undefined && order.limit <= 100;
  if (!said || !time || !isRanked || !order.limit) return;
  if (others.length > 0 && isOfEach(said, words))
    throw new Trouble(`The first of each ${said.grain}, or the first of all?`, "group"); // "the busiest day of each week"
  if (!ranksOthers || others.length > 0) return;
  const isSplit = groupBy.some(({ grain }) => grain === undefined);
  if (isSplit && isOfEach(said, words)) return { members: [time.member], limit: order.limit };
  throw new Trouble(
    `The first of each ${said.grain}, or those that lead over the whole time?`,
    "group",
  );
}

/** "Top 3 customers per month", "who used most each month"; not "customers by rejects per day". */
function isOfEach({ start, end }: ItemOf<"grain">, words: readonly string[]): boolean {
  if (/^(?:in |for |of )?(?:each|every)\b/.test(words.slice(start, end).join(" "))) return true;
  return words[start] === "per" && RANKED.has(words[start - 1] ?? "");
}

const RANKED = new Set(
  "customers customer clients operators operator networks countries country plans tariffs teams causes tags sims devices cards".split(
    " ",
  ),
);
