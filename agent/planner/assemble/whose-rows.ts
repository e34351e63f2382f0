import type { Item } from "../parse/items.ts";
import { IDENTITIES } from "./subject.ts";

/**
 * "Confirmed anomalies - which customers own those devices?": rows are named first, and then asked for
 * all that they belong to. What is asked for is what they are grouped by.
 */
export function withGroups(all: readonly Item[]): readonly Item[] {
  const items = all.toSorted((a, b) => a.start - b.start);
  const at = items.findIndex((item, index) => asksWhich(item, items[index - 1]));
  const [ask, dim] = items.slice(at, at + 2);
  if (at < 1 || !ask || dim?.cat !== "dim" || !dim.plural || IDENTITIES.has(dim.dim)) return all;
  const before = items.slice(0, at);
  const after = items.slice(at + 2);
  const isWhole = before.some(isRows) && before.every((item) => !ADDS_UP.has(item.cat));
  if (!isWhole || !after.some(pointsBack) || !after.every(saysNothing)) return all;
  const { start, end } = dim;
  return [...before, { cat: "group", groups: [{ k: "dim", dim: dim.dim }], start, end, score: 0 }];
}

function asksWhich(item: Item, previous: Item | undefined): boolean {
  const isNew = previous?.cat === "filler" || (previous?.cat === "word" && previous.word === "and");
  return isNew && item.cat === "ask" && item.what === "which";
}

const ADDS_UP = new Set<Item["cat"]>(["group", "agg", "metric", "dim", "compare", "superlative"]);

function isRows(item: Item): boolean {
  return item.cat === "noun" && (!item.weak || item.conds.length > 0);
}

function pointsBack(item: Item): boolean {
  return (item.cat === "word" && item.word === "pronoun") || item.cat === "filler";
}

/** "… own those devices", "… did these come from". */
function saysNothing(item: Item): boolean {
  if (item.cat === "noun") return item.view === "sims" && item.conds.length === 0;
  return item.cat === "word" || item.cat === "filler" || isDid(item);
}

function isDid(item: Item): boolean {
  return (
    item.cat === "pred" &&
    item.end - item.start === 1 &&
    item.members.includes("audit_logs.occurred_at")
  );
}
