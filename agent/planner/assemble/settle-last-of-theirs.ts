import type { Pool } from "./pool.ts";

/** "list collars with their last alert": the last one of each, and not the SIMs by a date of theirs. */
export function settleLastOfTheirs(pool: Pool, words: readonly string[]): void {
  const [last, ...others] = pool.peek("superlative", ({ members }) => members?.length === 0);
  const [rows] = pool.peek(
    "noun",
    ({ view, weak, start }) => view !== "sims" && !weak && start === last?.end,
  );
  const [sims] = pool.peek("noun", ({ view, weak }) => view === "sims" && !weak);
  const isTheirs = last && /^(?:their|its)$/.test(words[last.start - 1] ?? "");
  if (!last || !rows || !sims || !isTheirs || others.length > 0 || sims.end > last.start) return;
  if (pool.peek("group").length > 0 || pool.peek("metric").length > 0) return;
  pool.take(
    "word",
    ({ word, end }) => (word === "pronoun" || word === "with") && end <= last.start,
  );
  pool.drop(sims);
  const { start, end } = sims;
  pool.put({ cat: "group", groups: [{ k: "sim" }], start, end, score: 0 }, { ...sims, weak: true });
}
