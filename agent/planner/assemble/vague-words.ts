import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

/** Words that no condition beside them explains: "old SIMs with open alerts" leaves open how old. */
const NEVER = new Set(["other", "recent", "same_day"]);

/** @throws Trouble where a word needs a meaning first that the rest of the question does not give it. */
export function refuseVague(pool: Pool, words: readonly string[]): void {
  for (const item of pool.peek("vague")) {
    const explained =
      !NEVER.has(item.topic) &&
      pool.items.some((other) => other.start > item.end && explains(other, item.topic, pool));
    const said = words.slice(item.start, item.end).join(" ");
    const isTold = AROUND.test(said) && pool.items.some((other) => isNeverUsed(other));
    const isCheck =
      item.topic === "bad" && pool.peek("metric").length > 0 && pool.peek("group").length > 0;
    if (!explained && !isCheck && !isTold) throw new Trouble("", `vague:${item.topic}`);
    pool.drop(item);
  }
}

/** "Never activated cards lying around": what they are says why they do. */
const AROUND = /^(?:lying|sitting) (?:around|idle)$|^gathering dust$/;

function isNeverUsed(item: Item): boolean {
  if (item.cat === "value") return isOfUse(item);
  if (item.cat !== "noun") return isSilence(item);
  return item.conds.some((cond) => cond.k === "value" && cond.options.some(isOfUse));
}

function isOfUse({ dim }: { readonly dim?: string }): boolean {
  return dim === "activated" || dim === "status";
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
