import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** Words that no condition beside them explains: "old SIMs with open alerts" leaves open how old. */
const NEVER = new Set(["other", "recent", "same_day"]);

/** @throws Trouble where a word needs a meaning first that the rest of the question does not give it. */
export function refuseVague(pool: Pool): void {
  for (const item of pool.peek("vague")) {
    const explained =
      !NEVER.has(item.topic) &&
      pool.items.some((other) => other.start > item.end && explains(other, item.topic, pool));
    const isCheck =
      item.topic === "bad" && pool.peek("metric").length > 0 && pool.peek("group").length > 0;
    if (!explained && !isCheck) throw new Trouble("", `vague:${item.topic}`);
    pool.drop(item);
  }
}

function explains(item: Item, topic: string, pool: Pool): boolean {
  if (item.cat === "cond") return topic !== "stale" || isSilence(item);
  const isRanked = pool.peek("top").length > 0 || pool.peek("superlative").length > 0;
  return item.cat === "metric" && isRanked;
}

/** Not seen, or no traffic, and since when. */
function isSilence(item: Item): boolean {
  if (item.cat !== "cond") return false;
  const { cond } = item;
  if (cond.k === "related") return cond.negated === true;
  return cond.k === "age" || cond.k === "time" || cond.k === "metric";
}
