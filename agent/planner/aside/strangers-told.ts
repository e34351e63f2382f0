import type { Told } from "./background.ts";
import { hasStranger } from "./strangers.ts";
import type { Understood } from "./understood.ts";

const THEIRS = new Set(["their", "theirs", "they"]);

/**
 * "We share the site with Acme Freight, how much did their SIMs use?": a name that nothing knows, and that
 * the question is about, is no background.
 */
export function keepStrangers(told: Told): Told {
  const { mains, headings, background } = told;
  if (background.length === 0 || background.some(hasName) || !mains.some(pointsBack)) return told;
  const strange = background.filter(hasStranger);
  if (strange.length === 0) return told;
  return {
    mains: [...strange, ...mains],
    headings,
    background: background.filter((part) => !strange.includes(part)),
  };
}

function hasName({ items }: Understood): boolean {
  return items.some(
    (item) =>
      (item.cat === "value" && ["customer", "sim"].includes(item.dim ?? "")) ||
      (item.cat === "noun" && !item.weak && item.view === "sims"),
  );
}

/** Before anything in the question itself that it could stand for. */
function pointsBack({ segment, items }: Understood): boolean {
  const at = segment.tokens.findIndex(({ word }) => THEIRS.has(word));
  const isOwner = ["do", "did", "does", "have"].includes(segment.tokens[at - 1]?.word ?? "");
  if (isOwner) return true;
  return (
    at >= 0 &&
    !items.some((item) => item.end <= at && ["noun", "dim", "value", "group"].includes(item.cat))
  );
}
