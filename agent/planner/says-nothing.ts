import type { Query } from "#query/query.ts";
import { partsOf } from "./parse/compose.ts";
import type { Sem } from "./parse/items.ts";
import type { Reading } from "./read.ts";

/** "and in Norway?" where nothing was asked before. */
export function hangsInTheAir(reading: Reading): boolean {
  const { items, words } = reading;
  const text = words.join(" ");
  if (isCauseOfNothing(reading) || asksWhatIsLeft(reading)) return true;
  const said = items.flatMap(partsOf);
  const isOnlyWho = ONLY_WHO.test(text) && !said.some(isOneSim);
  return (
    (isOnlyWho || /^(?:and|or|what about|how about|same|likewise|ditto)\b/.test(text)) &&
    !said.some(
      (item) =>
        (item.cat === "noun" && !item.weak && !(isOnlyWho && item.view === "sims")) ||
        ["metric", "dim", "group", "cond"].includes(item.cat) ||
        (item.cat === "ask" && !isOnlyWho),
    )
  );
}

/** "What about Solterra?", "tell me something about Solterra". */
const ONLY_WHO =
  /^(?:(?:what|how) about|tell me (?:(?:something|anything|everything|more|all|a bit|a little) )?about|what (?:do|can) (?:we|you) (?:know|tell me|say) about)\b/;

function isOneSim(item: Sem): boolean {
  return item.cat === "value" && item.dim === "sim";
}

/** "How much is left?": of what, and of whose, the question before may have said. */
export function asksWhatIsLeft({ words }: Reading): boolean {
  return WHAT_IS_LEFT.test(words.join(" "));
}

const WHAT_IS_LEFT =
  /^(?:so |ok |and )?how (?:much|many)(?: (?:is|are|was|were|do|did|have|has|does|we|i|it|been|still|there|already|got)){0,4} (?:left|left over|remaining|used|consumed|gone|spent)(?: (?:now|already|still|so far|then|today))?(?: [?.!])*$/;

/** "what were the causes?": of what, the question before may have said. */
export function isCauseOfNothing({ items }: Reading): boolean {
  const [cause, ...others] = items.filter(({ cat }) => !["ask", "word", "filler"].includes(cat));
  return cause?.cat === "dim" && cause.dim === "cause" && others.length === 0;
}

/** "which ones …", "how many did we have": nothing was said that tells what is meant. */
export function isEverything(query: Query, { items, words }: Reading): boolean {
  if (query.from !== "sims" || query.where || query.groupBy?.length || query.limit) return false;
  const said = items.flatMap(partsOf);
  if (said.some((item) => !["noun", "ask", "word", "filler", "pred"].includes(item.cat)))
    return false;
  const nouns = said.filter((item) => item.cat === "noun");
  if (nouns.some((item) => !item.weak)) return false;
  return (
    nouns.length === 0 ||
    words.some((word) => ["who", "ones", "one", "anyone", "anybody", "somebody"].includes(word))
  );
}
