import { ASKING_WORDS, WORDINGS } from "../lexicon/analysis-words.ts";
import type { Asked } from "./asked.ts";
import { AHEAD, daysIn } from "./horizon.ts";

const MOST_WORDS = 6;
/** Marks at the end of a word and before it. A run of them is tried once, from its first. */
const MARKS = /(?<![?!.,;:"“”()])[?!.,;:"“”()]+(?=\s|$)|(?<=^|\s)["“(]+/g;

/** Analyses that a question asks for in words of its own: what they leave is what they are of. */
export function* askedInWords(question: string): Generator<Asked> {
  const whole = question.replace(MARKS, " ").replace(/’/g, "'");
  const { horizon } = AHEAD.exec(whole)?.groups ?? {};
  const ahead = whole.replace(AHEAD, " ");
  for (const { what, cues, unless, explains, ofAll } of WORDINGS) {
    const text = what === "forecast" ? ahead : whole;
    if (!cues.every((cue) => cue.test(text)) || unless?.test(text)) continue;
    const left = text
      .replace(explains, " ")
      .replace(ASKING_WORDS, " ")
      .replace(/'s?(?=\s|$)/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (left.split(" ").length > MOST_WORDS) continue;
    if (left === "" && !ofAll) continue;
    yield { what, of: left || "the fleet", ...(what === "forecast" && { days: daysIn(horizon) }) };
  }
}
