import { DIMS } from "../lexicon/dims.ts";
import type { ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

const MORE = /^(?:more|less|fewer|higher|lower|bigger|larger|more often)$/;

/** "Who uses more, this one or that one", "do more SIMs use this network or that": each of the two with its figure. */
export function settleWhichMore(pool: Pool, words: readonly string[]): void {
  const [more, ...others] = pool.peek("cmp", ({ start, end }) =>
    MORE.test(words.slice(start, end).join(" ")),
  );
  const [two, ...otherValues] = pool.peek("value", (value) => isOneOrOther(value, words));
  if (!more || !two || others.length > 0 || otherValues.length > 0) return;
  const hasFigure =
    pool.peek("metric").length > 0 || pool.peek("noun", ({ weak }) => !weak).length > 0;
  if (!hasFigure || pool.peek("threshold").length > 0) return;
  pool.drop(more);
  pool.take("dim", ({ dim, start }) => dim === two.dim && start < more.start); // "which customer has more …"
  const counted = pool.peek("noun", ({ start }) => start === more.end)[0];
  if (counted) pool.take("metric", ({ verb }) => verb === true);
  const { start, end } = two;
  pool.put({ cat: "group", groups: [{ k: "dim", dim: two.dim ?? "" }], start, end, score: 0 });
}

function isOneOrOther(
  { dim, cond, start, end }: ItemOf<"value">,
  words: readonly string[],
): boolean {
  const isSplit = dim !== undefined && dim in DIMS && dim !== "tag" && !cond.negated;
  return isSplit && words.slice(start, end).includes("or");
}
