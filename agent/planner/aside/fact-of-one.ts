import type { Item } from "../parse/items.ts";

/** "MediFridge is in Italy": where all of theirs are said to be. */
function isSaidPlace(items: readonly Item[]): boolean {
  const customer = items.find((item) => item.cat === "value" && item.dim === "customer");
  return (
    customer !== undefined &&
    items.some(
      (item) =>
        item.cat === "value" &&
        item.dim === "country" &&
        item.start >= customer.end &&
        isSaidOf(items, item),
    )
  );
}

/** "collar-7 went dark on Monday", "… crossed the border", "… is in France": of one SIM it is told, it chooses no rows. */
export function isFactOfOne(items: readonly Item[]): boolean {
  const sim = items.find((item) => item.cat === "value" && item.dim === "sim");
  if (sim === undefined) return isSaidPlace(items);
  return items.some(
    (item) =>
      item.start >= sim.end &&
      (item.cat === "cond" ||
        (item.cat === "value" && isSaidOf(items, item)) ||
        (item.cat === "noun" && item.verb === true) ||
        (item.cat === "pred" && item.inverse === true)),
  );
}

function isSaidOf(items: readonly Item[], value: Item): boolean {
  return items.some(
    (item) =>
      item.cat === "word" &&
      item.word === "is" &&
      item.end <= value.start &&
      value.start - item.end <= 2,
  );
}
