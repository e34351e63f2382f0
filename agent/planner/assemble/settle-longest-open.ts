import type { Member, View } from "#query/query.ts";
import { memberOf } from "../parse/compose.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";

/** How old rows are that nobody has closed yet. */
const AGES: Partial<Record<View, Member>> = {
  alerts: "alerts.age_hours",
  support_tickets: "support_tickets.age_days",
};

/** "Longest open alert", "how long has the oldest open ticket been open": how old it is, as nothing has ended yet. */
export function settleLongestOpen(pool: Pool, words: readonly string[]): void {
  const [noun, ...others] = pool.peek("noun", ({ weak }) => !weak);
  const age = noun && AGES[noun.view];
  if (!noun || !age || others.length > 0) return;
  const isOpenNow =
    noun.conds.some(isOpen) || pool.peek("value", ({ cond }) => isOpen(cond)).length > 0;
  if (!isOpenNow) return;
  const [longest] = pool.peek(
    "agg",
    ({ agg, start, end }) => agg === "max" && words[start] === "longest" && end === noun.start,
  );
  if (longest) {
    const { start, end } = longest;
    pool.drop(longest);
    pool.put({ cat: "superlative", direction: "asc", members: [], start, end, score: 0 });
  }
  const [oldest] = pool.peek("superlative", isOldest);
  const asked = pool.asks("long");
  if (!oldest || !(asked || longest)) return;
  if (asked) pool.drop(asked);
  for (const value of pool.peek("value", ({ cond, start }) => isOpen(cond) && start >= noun.end))
    pool.drop(value);
  const { start, end } = noun;
  pool.put({ cat: "column", members: [age], start, end, score: 0 });
}

function isOldest({ direction, members }: ItemOf<"superlative">): boolean {
  return direction === "asc" && members?.length === 0;
}

/** Open, not resolved, not acknowledged. */
function isOpen(cond: Cond): boolean {
  return (
    cond.k === "value" &&
    cond.options.some(({ filter }) =>
      OPEN.test(
        `${memberOf(filter)} ${"op" in filter ? filter.op : ""} ${"value" in filter ? filter.value : ""}`,
      ),
    )
  );
}

const OPEN =
  /^(?:alerts\.resolved_at is_null|support_tickets\.status (?:eq (?:open|pending)|ne resolved)|alerts\.acknowledged eq false)/;
