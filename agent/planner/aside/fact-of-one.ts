import type { Item } from "../parse/items.ts";

/** "collar-7 went dark on Monday": of one SIM it is told, it chooses no rows. */
export function isFactOfOne(items: readonly Item[]): boolean {
  const sim = items.find((item) => item.cat === "value" && item.dim === "sim");
  return (
    sim !== undefined &&
    items.some(
      (item) =>
        item.start >= sim.end &&
        ((item.cat === "cond" && ["time", "age"].includes(item.cond.k)) ||
          (item.cat === "noun" && item.verb === true) ||
          (item.cat === "pred" && item.inverse === true)),
    )
  );
}
