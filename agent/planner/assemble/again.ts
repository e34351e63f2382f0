import type { Item } from "../parse/items.ts";
import { Trouble } from "./trouble.ts";

/**
 * "Which SIMs were rejected again today": it happened before as well, which no filter says yet. Where one
 * only wants to be reminded ("what was its plan again?") the word says nothing.
 *
 * @throws Trouble where something happened again.
 */
export function refuseAgain(items: readonly Item[], words: readonly string[]): void {
  const at = words.indexOf("again");
  const deed = items.find((item) => item.end === at && happens(item, words));
  if (at < 0 || !deed) return;
  const isDated = items.some((item) => item.cat === "time" && item.start === at + 1);
  const isLast = words.slice(at + 1).every((word) => /^[.?!]$|^(?:please|pls)$/.test(word));
  if (isDated || (isLast && ROWS.has(words[0] ?? "")))
    throw new Trouble(
      "“Again” after which period? What happened before cannot be held against it yet.",
      `left:${at}:${at + 1}`,
    );
}

const ROWS = new Set(["which", "list", "show", "give", "find", "any", "sims", "devices", "cards"]);

/** What somebody or something did, rather than how it is. */
function happens(item: Item, words: readonly string[]): boolean {
  if (item.cat === "noun")
    return item.verb === true || (item.view !== "sims" && DONE.test(words[item.start] ?? ""));
  if (item.cat === "cond") return item.cond.k === "related" || item.cond.k === "time";
  return (item.cat === "pred" || item.cat === "value") && DONE.test(words[item.start] ?? "");
}

const DONE = /ed$|^(?:went|gone|go|goes|got|get|gets|came|come|fell|hit|lost|ran|was|were)$/;
