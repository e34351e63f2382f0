import { partsOf } from "../parse/compose.ts";
import type { Item, ItemOf } from "../parse/items.ts";
import type { Reading } from "../read.ts";

const MOST_WORDS = 5;
const OF_ALL =
  /\b(?:all|whole|entire|overall|fleet|total|every|everyone|each|any|per|by|our|which|who|top|most|list|compare)\b/;
const GOES_ON = /^(?:and|or|also|plus|but|now|only|just|without|what about|how about|same)\b/;

/**
 * "VoltCharge", then "usage last week"; "when was X last seen", then "rejects today": a few words without a name
 * are about the one SIM, or the customer, that was all that was talked about. Null where they may be about all.
 */
export function keptTopic(earlier: Reading, later: Reading): Reading | null {
  const topic = topicOf(earlier);
  const { items, words } = later;
  const said = words.join(" ");
  if (!topic || words.length > MOST_WORDS || OF_ALL.test(said) || GOES_ON.test(said)) return null;
  const isNamed = items
    .flatMap(partsOf)
    .some((part) => part.cat === "value" && NAMES.has(part.dim ?? ""));
  const isFigure = (item: Item) =>
    item.cat === "metric" ||
    (item.cat === "noun" && !item.weak && (item.view !== "sims" || topic.dim === "customer"));
  const hasFigure = items.some(isFigure);
  const points = items.some((item) => item.cat === "word" && item.word === "pronoun");
  if (isNamed || points || !hasFigure) return null;
  const at = words.length;
  return { ...later, items: [...items, { ...topic, start: at, end: at }] };
}

const NAMES = new Set(["sim", "customer", "country", "operator", "rate_plan", "tag"]);

/** The one SIM that the question was about, or the name that was all of it. */
function topicOf({ items }: Reading): (Item & ItemOf<"value">) | null {
  const named = items.filter(
    (item): item is Item & ItemOf<"value"> =>
      item.cat === "value" && NAMES.has(item.dim ?? "") && !item.cond.negated,
  );
  const [only, ...others] = named;
  if (!only || others.length > 0) return null;
  if (only.dim === "sim") return only;
  const isBare = items.every((item) => item === only || ["filler", "word"].includes(item.cat));
  return isBare && only.dim === "customer" ? only : null;
}
