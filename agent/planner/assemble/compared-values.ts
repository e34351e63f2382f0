import { sideBySide } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";

const TIE = /^(?:(?:the|that|those|of|in|on|from|data|usage|traffic|tickets|alerts|sims) )*$/;
const AGAINST = /^(?:(?:sims|cards|devices|ones|\w+s) )?(?:with|to|against|and|vs|versus) /;

/** "Compare the usage of A with B", "A's tickets compared to B's": two values that are held against each other, each in a row of its own. */
export function comparedValues(items: readonly Item[], words: readonly string[]): readonly Item[] {
  const compares = items.some(({ cat }) => cat === "versusword");
  const values = items.filter(
    (item): item is Item & ItemOf<"value"> => item.cat === "value" && !item.cond.negated,
  );
  const [a, b] = values;
  if (!compares || !a || !b || a.dim !== b.dim || values.length > 2) return items;
  const between = `${words.slice(a.end, b.start).join(" ")} `;
  const tie = between.replace(AGAINST, "");
  const isHeld = tie !== between && TIE.test(tie);
  const both = isHeld ? sideBySide(a, b) : null;
  if (!both) return items;
  const { start } = a;
  const { end } = b;
  return items.flatMap((item): Item[] =>
    item === b ? [] : item === a ? [{ ...both, start, end, score: a.score }] : [item],
  );
}
