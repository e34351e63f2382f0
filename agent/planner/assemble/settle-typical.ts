import type { Pool } from "./pool.ts";

/** "SMS per SIM last month by customer": of the SIMs of each, also where a time stands between. */
export function settlePerSimOfGroups(pool: Pool, words: readonly string[]): void {
  const of = (kind: "sim" | "dim") =>
    pool.peek("group", ({ groups }) => groups.every(({ k }) => k === kind));
  const [sim, ...others] = of("sim");
  const [dim] = of("dim");
  const isPer = sim !== undefined && words[sim.start] === "per";
  if (!isPer || !dim || others.length > 0 || dim.start < sim.end || words[dim.start] !== "by")
    return;
  const isSaid =
    pool.peek("agg").length > 0 || pool.peek("metric", ({ agg }) => agg !== undefined).length > 0;
  if (isSaid || pool.peek("superlative").length > 0 || pool.peek("threshold").length > 0) return;
  const { start, end } = sim;
  pool.put({ cat: "agg", agg: "avg", start, end, score: 0 });
}

/** "How much does a typical lock use per month", "an average SIM": what one of them uses, and not all together. */
export function settleTypical(pool: Pool, words: readonly string[]): void {
  const [noun, ...others] = pool.peek("noun", ({ view, weak }) => view === "sims" && !weak);
  if (!noun || noun.plural || others.length > 0) return;
  const [average] = pool.peek("agg", ({ agg, end }) => agg === "avg" && end === noun.start);
  const isOne =
    average !== undefined && /^(?:a|an|the|one|our)$/.test(words[average.start - 1] ?? "");
  const isSplit =
    pool.peek("group", ({ groups }) => groups.some(({ k }) => k === "sim")).length > 0;
  if (!isOne || isSplit) return;
  const { start, end } = average;
  pool.put({ cat: "group", groups: [{ k: "sim" }], start, end, score: 0 });
}
