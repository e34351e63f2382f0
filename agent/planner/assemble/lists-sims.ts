import type { ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import type { Pool } from "./pool.ts";

/** "Which SIMs used data last week and how much": a row for each of them. */
export function listsSims({ pool, subject, words }: Task): boolean {
  const { noun } = subject;
  if (noun?.view !== "sims" || noun.weak || subject.dims.length > 0) return false;
  const isWhich = pool
    .peek("ask", ({ what }) => what === "which")
    .some(
      ({ start, end }) =>
        words[start] === "which" && (isNear(noun.start - end) || words[end] === "of"),
    );
  const isListed = pool.asks("list") !== undefined && subject.start < 4;
  const much = pool.asks("much") ?? howManyUnits(pool, words);
  if (much && much.start > noun.end && isWhetherAny(pool, noun) && !ADDED_UP.test(words.join(" ")))
    return true;
  return (
    (isWhich || isListed) && (!pool.asks("much") || (isWhich && (much?.start ?? 0) > noun.end))
  );
}

/** "Any suspended SIM that used data? How much?": each of them, with its figure. */
function isWhetherAny(pool: Pool, noun: ItemOf<"noun">): boolean {
  return pool
    .peek("ask", ({ what }) => what === "exists")
    .some(({ end }) => isNear(noun.start - end));
}

const ADDED_UP = /\b(?:in total|altogether|in all|overall|combined|all together|in sum)\b/;

function isNear(distance: number): boolean {
  return distance >= 0 && distance <= 3;
}

/** "How many MB": how much, in MB. */
function howManyUnits(pool: Pool, words: readonly string[]): ItemOf<"ask"> | undefined {
  const count = pool.asks("count");
  return count && BYTES.test(words[count.end] ?? "") ? count : undefined;
}

const BYTES = /^(?:[kmgt]i?b|(?:kilo|mega|giga|tera)bytes?|megs?|gigs?)$/;
