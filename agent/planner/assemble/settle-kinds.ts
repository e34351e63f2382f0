import type { Filter } from "#query/query.ts";
import type { Cond, Item, ItemOf } from "../parse/items.ts";
import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

type ValueCond = Extract<Cond, { k: "value" }>;

/** One kind of SIMs that the question names: a noun ("washers"), or a tag. */
interface Kind {
  readonly item: ItemOf<"noun"> | ItemOf<"value">;
  readonly tags: readonly string[];
  readonly option: ValueCond["options"][number];
}

/**
 * "Cranes and washers", "rooftop vs spare": several kinds at once. No SIM is of two kinds of device, so
 * they are put together; where they are compared or counted, each is a group of its own.
 */
export function settleKinds(pool: Pool, words: readonly string[]): void {
  const kinds = kindsOf(pool);
  const nouns = kinds.filter(({ item }) => item.cat === "noun" || item.device === true);
  const [first] = kinds;
  const last = kinds.at(-1);
  const tags = [...new Set(kinds.flatMap((kind) => kind.tags))];
  if (!first || !last || kinds.length < 2 || tags.length < 2) return;
  const between = words.slice(first.item.start, last.item.end);
  const isEither = between.includes("or");
  const apart = !isEither && areApart(pool, kinds, nouns.length);
  const isUnion = nouns.length === kinds.length || (isEither && tags.length > 2);
  if (!apart && !isUnion) return;
  for (const { item } of kinds) pool.drop(item);
  const { start, end } = first.item;
  const cond: Cond = {
    k: "value",
    said: tags.join(" or "),
    options: [{ ...first.option, filter: { or: kinds.map(({ option }) => option.filter) } }],
  };
  pool.put(
    {
      cat: "noun",
      view: "sims",
      conds: [...sharedConds(nouns), cond],
      plural: true,
      start,
      end,
      score: 0,
    },
    ...(apart ? [groupOf(tags, last.item)] : []),
  );
  if (apart) {
    pool.take("versusword");
    pool.take("group", ({ groups }) =>
      groups.every((one) => one.k === "dim" && one.dim === "tag" && !one.only),
    );
  }
}

function groupOf(only: readonly string[], { start, end }: Item): ItemOf<"group"> {
  return { cat: "group", groups: [{ k: "dim", dim: "tag", only }], start, end, score: 0 };
}

/** Compared, each asked for, counted, or too many to be all at once. */
function areApart(pool: Pool, kinds: readonly Kind[], nouns: number): boolean {
  const isCount = pool.asks("count") !== undefined;
  const isFigure = isCount || pool.peek("metric").length > 0 || pool.asks("percent") !== undefined;
  const byTag = pool.peek("group", ({ groups }) =>
    groups.some((one) => one.k === "dim" && one.dim === "tag"),
  );
  return (
    pool.peek("versusword").length > 0 ||
    pool.has("each") ||
    byTag.length > 0 ||
    (isCount && nouns === kinds.length) ||
    (isFigure && kinds.length > 2)
  );
}

function kindsOf(pool: Pool): Kind[] {
  const nouns = pool
    .peek("noun", ({ view, weak }) => view === "sims" && !weak)
    .flatMap((item): Kind[] => kindOf(item, item.conds.filter(isTag)));
  const values = pool
    .peek("value", ({ dim }) => dim === "tag")
    .flatMap((item): Kind[] => kindOf(item, [item.cond]));
  return [...nouns, ...values].sort((a, b) => a.item.start - b.item.start);
}

function kindOf(item: Kind["item"], conds: readonly Cond[]): Kind[] {
  const [cond, ...others] = conds;
  if (cond?.k !== "value" || cond.negated || others.length > 0) return [];
  const [option] = cond.options;
  const tags = option ? tagsOf(option.filter) : null;
  return option && tags ? [{ item, tags, option }] : [];
}

function isTag(cond: Cond): boolean {
  return cond.k === "value" && cond.options.some((option) => tagsOf(option.filter) !== null);
}

function tagsOf(filter: Filter): string[] | null {
  if ("or" in filter) {
    const tags = filter.or.map(tagsOf);
    return tags.every((one) => one !== null) ? tags.flat() : null;
  }
  const isTagFilter = "op" in filter && filter.op === "has" && filter.member === "sims.tags";
  return isTagFilter ? [filter.value] : null;
}

/** "Active cranes and washers" are all active; "cranes and active washers" may be either. */
function sharedConds(nouns: readonly Kind[]): Cond[] {
  const own = nouns.map(({ item }) =>
    item.cat === "noun" ? item.conds.filter((cond) => !isTag(cond)) : [],
  );
  const [first = [], ...others] = own;
  const key = JSON.stringify(first);
  if (others.some((conds) => conds.length > 0 && JSON.stringify(conds) !== key))
    throw new Trouble("Is that said of all of them, or of the last ones only?", "value");
  return first;
}
