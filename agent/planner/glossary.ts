import { GLOSSARY, type Term } from "./lexicon/glossary.ts";
import type { Plan } from "./plan.types.ts";
import { folded } from "./read.ts";

const TERM = "(?:an? )?(?<term>.{2,40}?)";
const ASKED: readonly RegExp[] = [
  // "what is the churn risk" wants a figure, "what is churn risk" a meaning
  new RegExp(
    `^(?:what is|what's|whats|what are|what s) (?!the |our |my |its )${TERM}(?: here| exactly| actually| anyway)*$`,
  ),
  new RegExp(
    `^what (?:does|do|is|are) (?:the (?:word |term )?)?${TERM} (?:mean|means|meant|stand for)(?: here| exactly)*$`,
  ),
  new RegExp(
    `^(?:what is meant by|what do you mean by|(?:the )?(?:meaning|definition) of|define|explain) (?:the (?:word |term )?)?${TERM}$`,
  ),
  new RegExp(
    `^how (?:do you|does simon|is|are) (?:the )?${TERM} (?:calculated|computed|defined|measured|determined|worked out)$`,
  ),
  new RegExp(
    `^how (?:do you|does simon) (?:calculate|compute|define|measure|determine|work out) (?:the )?${TERM}$`,
  ),
];

/** "What is an anomaly?": what a word of the field means here; null for anything else. */
export function meaning(question: string): Extract<Plan, { kind: "talk" }> | null {
  const text = folded(question)
    .replace(/[!?.,…:;"'“”]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  for (const pattern of ASKED) {
    const term = termOf(pattern.exec(text)?.groups?.term);
    if (term) return { kind: "talk", text: term.means, suggestions: [term.example] };
  }
  return null;
}

function termOf(said: string | undefined): Term | undefined {
  if (said === undefined) return undefined;
  return GLOSSARY.find(({ say }) => new RegExp(`^(?:${say})$`).test(said));
}
