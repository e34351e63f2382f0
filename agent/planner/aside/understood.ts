import type { Item } from "../parse/items.ts";
import { isName } from "./carried.ts";
import type { Segment } from "./segments.ts";

/** What the parser made of one part, by itself. */
export interface Understood {
  readonly segment: Segment;
  readonly items: readonly Item[];
  readonly hasUnknown: boolean;
  /** Every time that it names, also within something larger. */
  readonly times: readonly Item[];
}

const SUBJECTS: readonly Item["cat"][] = ["noun", "dim", "metric", "value", "cond", "column"];

/** Whether a part names something to look at: "how many is that" does not. */
export function isWhole({ items }: Understood): boolean {
  return items.some(
    (item) =>
      (SUBJECTS.includes(item.cat) &&
        !(item.cat === "noun" && item.weak && item.conds.length === 0)) ||
      (item.cat === "bundle" && item.parts.some((part) => SUBJECTS.includes(part.cat))),
  );
}

/** It says which rows by more than a name: such a sentence is never left out. */
export function isCondition(item: Item): boolean {
  if (item.cat === "bundle") return true;
  if (item.cat === "value") return !isName(item);
  return !["filler", "word", "ask", "says", "vague", "noun", "dim"].includes(item.cat);
}
