import type { Item } from "../parse/items.ts";

/** "collar-7 went dark on Monday", "… crossed the border", "… is in France": of one SIM it is told, it chooses no rows. */
export function isFactOfOne(items: readonly Item[]): boolean {
  const sim = items.find((item) => item.cat === "value" && item.dim === "sim");
  return (
    sim !== undefined &&
    items.some(
      (item) =>
        item.start >= sim.end &&
        (item.cat === "cond" ||
          (item.cat === "value" && isSaidOf(items, item)) ||
          (item.cat === "noun" && item.verb === true) ||
          (item.cat === "pred" && item.inverse === true)),
    )
  );
}

function isSaidOf(items: readonly Item[], value: Item): boolean {
  return items.some(
    (item) =>
      item.cat === "word" &&
      item.word === "is" &&
      item.end <= value.start &&
      value.start - item.end <= 1,
  );
}
