import type { ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { isNumbered } from "./subject.ts";

/** Values that are asked for by naming one: "X: is it active?"; as a filter they would hide the answer. */
export function askedValues(task: Task): ItemOf<"value">[] {
  const { pool, subject, words } = task;
  if (!subject.single) return [];
  const isWhole = isYesNo(task);
  return pool.take(
    "value",
    (item) => FACTS.has(item.dim ?? "") && (isWhole || isItThat(item, words)),
  );
}

/** "Did it use more than twice as much", "… doubled, did it?": of what is asked both figures tell. */
export function asksWhether(words: readonly string[]): boolean {
  return (
    /^(?:did|does|do|has|have|is|are|was|were)$/.test(words[0] ?? "") ||
    /\b(?:did|has|is|was) (?:it|that|this)(?: (?:so|true|right|correct))?(?: [?.])?$/.test(
      words.join(" "),
    )
  );
}

/** What is asked of one SIM by naming a value: "is it on LTE?" */
const FACTS = new Set(["status", "rat", "operator", "country", "rate_plan"]);

function isYesNo({ pool, subject, words }: Task): boolean {
  const isFirst = /^(?:is|are|was)$/.test(words[0] ?? ""); // "is it active, and on which plan"
  return (
    subject.single &&
    (subject.noun === null || isNumbered(subject.noun)) &&
    pool.has("is") &&
    !pool.asks("list") &&
    (isFirst || !pool.asks("which"))
  );
}

/** "… and is it 4G": asks once more, of the SIM that was named. */
function isItThat({ start }: ItemOf<"value">, words: readonly string[]): boolean {
  return /\b(?:is|was) (?:it|this|that)(?: (?:still|now|also|on|in|a|the|really))*$/.test(
    words.slice(0, start).join(" "),
  );
}
