import type { Pool } from "../assemble/pool.ts";
import { either, memberOf, sideBySide } from "../parse/compose.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import { swapQuota } from "./edit-nouns.ts";

/** New values take the place of old ones of their kind; what is left out comes on top. */
export function editValues(pool: Pool, fresh: Pool, words: readonly string[]): void {
  const values = fresh
    .take("value")
    .filter((value) => !(value.dim === "quota_type" && swapQuota(pool, value)));
  if (besideOld(pool, fresh, values, words)) return;
  for (const value of merged(values)) {
    const old = value.cond.negated ? [] : replaced(pool, value);
    const [{ start, end } = wholeOf(pool) ?? value] = old;
    pool.put({ ...value, start, end });
  }
}

/** "What share of the SIMs is active?", "and in Spain?": another value narrows the rows that it is a share of. */
function wholeOf(pool: Pool): Item | undefined {
  return pool.asks("percent") ? pool.peek("noun")[0] : undefined;
}

/** What the value takes the place of: "what share of the SIMs in Italy is active?", "and in Spain?" is of all there. */
function replaced(pool: Pool, value: ItemOf<"value">): Item[] {
  const own = pool.take("value", (old) => old.dim === value.dim && value.dim !== "tag");
  return [...own, ...editConds(pool, value)];
}

const ADDED = /\b(?:also|too|as well|add|include|plus|additionally|in addition)\b/;

/**
 * "versus PetTrail": the old and the new one, each by itself; "also the resolved ones": any of both.
 * False where the new values take the place of old ones.
 */
function besideOld(
  pool: Pool,
  fresh: Pool,
  values: readonly ItemOf<"value">[],
  words: readonly string[],
): boolean {
  const [value, ...others] = values;
  if (!value || others.length > 0 || value.cond.negated) return false;
  const isVersus = fresh.peek("versusword").length > 0 && fresh.peek("time").length === 0;
  const isAdded = ADDED.test(words.join(" "));
  if (!isVersus && !(isAdded && STATES.has(value.dim ?? ""))) return false;
  const old = takeOld(pool, value);
  if (!old) return false;
  fresh.take("versusword");
  const made = isVersus ? sideBySide(old, value) : either(old, value);
  if (!made) return false;
  pool.put({ ...made, start: value.start, end: value.end, score: 0 });
  return true;
}

const STATES = new Set(["status", "severity", "priority", "category"]);

/** The one value of the same kind that the question had, by itself or at its noun. */
function takeOld(pool: Pool, { dim, cond }: ItemOf<"value">): ItemOf<"value"> | null {
  const [own] = pool.peek("value", (value) => value.dim === dim && !value.cond.negated);
  if (own) {
    pool.drop(own);
    return own;
  }
  const members = membersOf(cond);
  for (const noun of pool.peek("noun")) {
    const held = noun.conds.find((one) =>
      membersOf(one).some((member) => members.includes(member)),
    );
    if (held?.k !== "value") continue;
    pool.drop(noun);
    pool.put({ ...noun, conds: noun.conds.filter((one) => one !== held) });
    const { start, end } = noun;
    return { cat: "value", cond: held, ...(dim ? { dim } : {}), start, end, score: 0 };
  }
  return null;
}

/** "critical + high together": several of one kind are any of them. */
function merged(values: readonly ItemOf<"value">[]): ItemOf<"value">[] {
  const kept: ItemOf<"value">[] = [];
  for (const value of values) {
    const at = kept.findIndex((one) => one.dim === value.dim && !one.cond.negated);
    const same = kept[at];
    const both = same && !value.cond.negated ? either(same, value) : null;
    if (same && both?.cat === "value") kept[at] = { ...same, ...both };
    else kept.push(value);
  }
  return kept;
}

/** A new value takes the place of one of the same kind that stood at a noun: which nouns lost one. */
function editConds(pool: Pool, value: ItemOf<"value">): Item[] {
  const members = membersOf(value.cond);
  const changed: Item[] = [];
  for (const noun of pool.take("noun")) {
    const conds = noun.conds.filter(
      (cond) =>
        !membersOf(cond).some((member) => member !== "sims.tags" && members.includes(member)),
    );
    if (conds.length < noun.conds.length) changed.push(noun);
    pool.put({ ...noun, conds });
  }
  return changed;
}

function membersOf(cond: Cond): string[] {
  const filters =
    cond.k === "listed"
      ? [cond.filter]
      : cond.k === "value"
        ? cond.options.map(({ filter }) => filter)
        : [];
  return filters.flatMap((filter) => memberOf(filter) ?? []);
}
