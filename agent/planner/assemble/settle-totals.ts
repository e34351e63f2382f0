import type { Item } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** "Upload, download and total": both together is a figure of its own. */
export function settleTotals(pool: Pool, words: readonly string[]): void {
  const names = pool.peek("metric").map((item) => item.metric);
  if (!names.includes("upload") || !names.includes("download") || names.includes("usage")) return;
  const [total] = pool.peek("agg", (item) => item.agg === "sum" && isListed(item, words));
  if (!total) return;
  pool.drop(total);
  pool.put({ cat: "metric", metric: "usage", start: total.start, end: total.end, score: 0 });
}

function isListed({ start }: Item, words: readonly string[]): boolean {
  const before = words[start - 1] === "the" ? words[start - 2] : words[start - 1];
  return ["and", ",", "plus", "&", "+", "."].includes(before ?? "");
}

const atEnd = ({ length }: readonly string[]) => ({ start: length, end: length, score: 0 });

/** "How many are silent, and whose are they": the number of each owner, which is the number in all, too. */
export function settleWhose(pool: Pool, words: readonly string[]): void {
  const count = pool.asks("count");
  if (!count || pool.peek("group").length > 0) return;
  const byWhom = pool.peek(
    "by",
    (by) => by.start > count.end && /^whom?$/.test(words[by.end] ?? ""),
  )[0];
  if (byWhom) {
    const { start, end } = byWhom;
    pool.put({ cat: "group", groups: [{ k: "dim", dim: "actor" }], start, end, score: 0 });
    return;
  }
  if (/\b(?:for|from|of|with|to) whom\b/.test(words.join(" "))) {
    pool.put({ cat: "group", groups: [{ k: "dim", dim: "customer" }], ...atEnd(words) });
    return;
  }
  const isEach = words.includes("each"); // "whose cards are these, how many each"
  const isOfNoun = ({ start }: Item) => pool.peek("noun", ({ end }) => end === start).length > 0; // "SIMs whose label …"
  const whose = pool.peek(
    "ask",
    (ask) => (isEach || ask.start > count.end) && words[ask.start] === "whose" && !isOfNoun(ask),
  )[0];
  if (whose && pool.peek("dim", (dim) => dim.start >= whose.end).length === 0) {
    const { start, end } = whose;
    pool.put({ cat: "group", groups: [{ k: "dim", dim: "customer" }], start, end, score: 0 });
    return;
  }
  for (const dim of pool.peek("dim", (item) => item.start > count.end)) {
    const isAsked =
      pool.peek("ask", (ask) => ask.what === "which" && ask.end === dim.start).length > 0;
    const isTheirs = words
      .slice(dim.end, dim.end + 3)
      .some((word) => word === "they" || word === "those");
    if (!isAsked || !isTheirs) continue;
    const { start, end } = dim;
    pool.drop(dim);
    pool.put({ cat: "group", groups: [{ k: "dim", dim: dim.dim }], start, end, score: 0 });
  }
}
