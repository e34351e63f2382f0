import type { Item, ItemOf } from "../parse/items.ts";

const NAMES = new Set(["country", "customer", "operator", "rate_plan", "tag", "team", "category"]);
const JOINT =
  /^(?:(?:but|and|or|nor|not|no|without|mention|mentions|mentioning|contain|contains|containing|the) )+/;
const MOST_WORDS_BETWEEN = 2;

/** "Tickets that mention roaming but not Austria": what follows a text in one breath is looked for in the texts, too. */
export function mentionsGoOn(items: readonly Item[], words: readonly string[]): readonly Item[] {
  const texts = items.filter((item) => item.cat === "quote" && item.how === "contains");
  if (texts.length === 0) return items;
  return items.map((item) => {
    if (item.cat !== "value" || !NAMES.has(item.dim ?? "")) return item;
    const before = texts.findLast(({ end }) => end <= item.start);
    return (before && asText(before, item, words)) ?? item;
  });
}

/** The name as a text; null where it says of whom, or from where, the rows are. */
function asText(before: Item, name: ItemOf<"value">, words: readonly string[]): Item | null {
  if (name.start - before.end > MOST_WORDS_BETWEEN) return null;
  const said = words.slice(before.end, name.end).join(" ");
  const text = said.replace(JOINT, "");
  const isOfRows = text === said || /^(?:in|from|of|on|at|by|for) /.test(text);
  const isKind = name.dim === "category" && text.includes(" "); // "billing questions"
  if (isOfRows || isKind) return null;
  const { start, end, score } = name;
  const negated = name.cond.negated ? { negated: true } : {};
  return { cat: "quote", text, how: "contains", ...negated, start, end, score };
}
