import { type Item, unbundled } from "../parse/items.ts";
import type { Reading } from "../read.ts";
import { lacksReferent, lacksTime } from "../referent.ts";
import { asksWhatIsLeft, isCauseOfNothing } from "../says-nothing.ts";
import { isWidening } from "./edit-scope.ts";

const CUES =
  /^(and|or|ok|okay|now|same|only|just|also|but|no|instead|what about|how about|then|plus|as well|again|likewise|ditto|split|break|group|by|per|sort|order|without|with|excluding|including|for|in|on|make|switch|show (it|them|that|me the same)|the same|which (one )?of (them|these|those)|of (those|them|these)|how many of (them|these|those))\b/;

/** Whether a question leans on the one before: it begins like one, points back, or is only a part. */
export function isFollowUp(reading: Reading): boolean {
  if (lacksReferent(reading) || lacksTime(reading)) return true;
  if (isCauseOfNothing(reading) || asksWhatIsLeft(reading)) return true;
  const text = reading.words.join(" ");
  const { items } = reading;
  const cats = new Set(unbundled(items).map(({ cat }) => cat));
  const has = (cat: Item["cat"]) => cats.has(cat);
  const strong = items.some((item) => item.cat === "noun" && !item.weak);
  const pointsBack = items.some(
    (item) => item.cat === "word" && ["pronoun", "same", "instead"].includes(item.word),
  );
  const named = items.some((item) => item.cat === "value" && item.dim === "sim");
  const cue =
    CUES.test(text) ||
    /\b(only|instead|too|as well|please instead)( please| pls)?( \?)?$/.test(text);
  if (isWidening(text)) return true;
  const complete =
    (has("metric") || strong) &&
    (has("time") || has("group") || has("value") || has("cond") || has("ask"));
  if (pointsBack && !named && !(strong && complete && !cue)) return true;
  if (cue) return !(complete && strong && has("metric"));
  if (!strong && has("metric") && reading.words.length <= 4 && !has("time") && !has("value"))
    return true;
  const asksWho = items.some(({ cat, start }) => cat === "noun" && reading.words[start] === "who");
  if (asksWho && has("change") && has("time")) return false; // "who grew most last month": all that it takes
  return !strong && !has("metric") && !has("compare") && !has("dim");
}

/** Whether its own words say so: it begins like a follow-up, or points back. */
export function leansSurely(reading: Reading): boolean {
  const points = reading.items.some(
    (item) => item.cat === "word" && ["pronoun", "same", "instead"].includes(item.word),
  );
  return points || CUES.test(reading.words.join(" ")) || lacksReferent(reading);
}

const POINTS_AT_ROWS = "(?:they|them|those|these|it|that|all of (?:them|those|these))";
const ROWS = new RegExp(
  `^(?:and |ok |okay |so |now |please |pls |, )*(?:(?:who|which(?: ones?| sims?| cards?| devices?)?|what)(?: exactly)?(?: (?:are|is|were|was) (?:${POINTS_AT_ROWS}))?(?: (?:exactly|then|all|all))?|(?:can (?:you|i) |let me |i want to |please )*(?:list|show|name|give|see|display|print|get|enumerate)(?: me| us)?(?: all)?(?: of)? (?:${POINTS_AT_ROWS}|the (?:list|rows|sims|cards|devices|details|names|ones|tickets|alerts|messages|events))(?: all| all of them)?(?:,? (?:with|and|incl|including|plus) .{1,60}|,? (?:newest|oldest|latest) first)?)(?: please| pls| now| then)?[ ?.!]*$`,
);

/** "which ones?", "who are they", "list them": the rows behind a figure. */
export function asksForRows(words: readonly string[]): boolean {
  return ROWS.test(words.join(" "));
}
