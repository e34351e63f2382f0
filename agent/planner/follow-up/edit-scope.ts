import type { Pool } from "../assemble/pool.ts";
import type { Item } from "../parse/items.ts";

const FLEET =
  /^(?:and |now |ok |what about |how about |same |in |on |over |across |for |, )*(?:the |our )?(?:(?:whole|entire|total) fleet|everyone|everybody|fleet ?wide|fleet)(?: please| then| now| as a whole)?[ ?.!]*$/;
const EVER =
  /^(?:and |now |or )*(?:ever|all time|of all time|over all time|since ever|since the beginning|in total ever)[ ?.!]*$/;
const DIMENSION =
  "countr(?:y|ies)|status(?:es)?|states?|customers?|clients?|accounts?|operators?|networks?|carriers?|plans?|rate plans?|severit(?:y|ies)|priorit(?:y|ies)|teams?|categor(?:y|ies)|technolog(?:y|ies)|causes?|types?|kinds?";
const ANY = new RegExp(
  `^(?:and |now |in |for |with |on |across |of |what about )*(?:the )?(any|whatever|all|every|each)(?: the| our)? (?:${DIMENSION})[ ?.!]*$`,
);

/** A turn that takes a condition away: "for the whole fleet", "ever", "any country". */
export function isWidening(text: string): boolean {
  return FLEET.test(text) || EVER.test(text) || ANY.test(text);
}

/** Whose, when or which no longer matters. */
export function widen(pool: Pool, fresh: Pool, words: readonly string[]): void {
  const text = words.join(" ");
  if (FLEET.test(text)) takeValues(pool, ["customer", "sim"]);
  if (EVER.test(text)) pool.take("time");
  const any = ANY.exec(text)?.[1];
  if (any === "any" || any === "whatever") takeValues(pool, saidDims(fresh, true));
  else if (any) refuseAll(pool, fresh);
}

function takeValues(pool: Pool, dims: readonly string[]): void {
  pool.take("value", ({ dim }) => dims.includes(dim ?? ""));
  for (const noun of pool.peek("noun")) {
    const conds = noun.conds.filter(
      (cond) => cond.k !== "value" || !cond.options.some(({ dim }) => dims.includes(dim)),
    );
    pool.drop(noun);
    pool.put({ ...noun, conds });
  }
}

/** "and for all customers?" after one of them: a total, or one row each? */
function refuseAll(pool: Pool, fresh: Pool): void {
  const dims = saidDims(fresh, false);
  const isBound = pool.peek("value", ({ dim }) => dims.includes(dim ?? "")).length > 0;
  const [said] = [...fresh.peek("dim"), ...fresh.peek("group")];
  if (isBound && said) fresh.put(vague("each_or_all", said));
}

function saidDims(fresh: Pool, taken: boolean): string[] {
  const items = [...fresh.peek("dim"), ...fresh.peek("group")];
  if (taken) for (const item of items) fresh.drop(item);
  return items.flatMap((item) =>
    item.cat === "dim"
      ? [item.dim]
      : item.groups.flatMap((group) => (group.k === "dim" ? [group.dim] : [])),
  );
}

const FILTERS: ReadonlySet<Item["cat"]> = new Set<Item["cat"]>(["value", "cond", "threshold"]);

/** "which of them are in Norway" after a ranking: a condition would change the ranking instead. */
export function refuseOfRanked(pool: Pool, fresh: Pool): void {
  const isRanked =
    pool.peek("top").length > 0 ||
    pool.peek("superlative", ({ members }) => members === undefined).length > 0;
  const points = fresh.peek("word", ({ word }) => word === "pronoun")[0];
  const isNarrowed = fresh.items.some((item) => FILTERS.has(item.cat));
  const isTurned = fresh.peek("top").length + fresh.peek("superlative").length > 0;
  if (isRanked && points && isNarrowed && !isTurned && !fresh.has("same"))
    fresh.put(vague("of_ranked", points));
}

function vague(topic: string, { start, end }: Item): Item {
  return { cat: "vague", topic, start, end, score: 0 };
}
