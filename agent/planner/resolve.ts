import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";
import { asBackground } from "./aside/shorter.ts";
import { type Assembled, assemble } from "./assemble/assemble.ts";
import { Trouble } from "./assemble/trouble.ts";
import type { Turn } from "./conversation.ts";
import type { Reading } from "./read.ts";
import { lacksReferent, lacksTime } from "./referent.ts";
import { hangsInTheAir, isEverything } from "./says-nothing.ts";
import type { TimeContext } from "./time/span.ts";

/** The query of a turn, or why there is none. */
export type Attempt = Assembled | { trouble: Trouble; reading: Reading };

/** What a turn asks for. */
export function resolve({ reading, whole, leans, isLost }: Turn, time: TimeContext): Attempt {
  if (reading.isTooLong)
    return {
      trouble: new Trouble(
        "That is too long for one question. What is the question in one or two sentences?",
        "long",
      ),
      reading,
    };
  if (reading.unknown.length > 0) return { trouble: new Trouble("", "unknown"), reading };
  if (reading.stray !== null)
    return {
      trouble: new Trouble(
        `Is “${reading.stray}” a part of the question, or only background?`,
        "stray",
      ),
      reading,
    };
  if (!leans && hangsInTheAir(reading)) return { trouble: new Trouble("", "subject"), reading };
  if (WELL_BEING.test(reading.words.join(" ")))
    return { trouble: new Trouble("", "vague:doing"), reading };
  if (!leans && lacksTime(reading))
    return { trouble: new Trouble("Which day or which period do you mean?", "time"), reading };
  if (isLost || (!leans && lacksReferent(reading)))
    return { trouble: new Trouble("", "referent"), reading };
  try {
    const made = assemble(whole.items, whole.words, time);
    if (isEverything(made.query, whole)) return { trouble: new Trouble("", "subject"), reading };
    if (isList(made.query) && WHY.test(reading.words.join(" ")))
      return {
        trouble: new Trouble(
          "The fleet's data shows what happened, not why. Which of these would help?",
        ),
        reading: whole,
      };
    const doubt = doubtOfAll(made.query, whole);
    if (doubt) return { trouble: doubt, reading };
    return withNotes(made, whole);
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error, reading: whole };
    throw error;
  }
}

/** "is QuickVend ok?" */
const WELL_BEING =
  /^(?:is|are|was|were) .{1,80} (?:ok|okay|alright|all right)(?: again| now| today)?(?: \?)*$/;

/** Rows are no reason. */
const WHY = /^(?:and |so |but |ok )*why /;

/** A list of all there is rarely answers more than a few words: then something was not understood. */
function doubtOfAll(query: Query, { background, items, words }: Reading): Trouble | null {
  if (!isList(query)) return null;
  const text = words.join(" ");
  if (/^how (?:does|do|did|is|are|was|were) /.test(text)) return new Trouble("", "vague:doing");
  if (query.where || query.limit) return null;
  const [aside] = background;
  if (aside)
    return new Trouble(`Is “${aside.slice(0, 120)}” a part of the question, or only background?`);
  const isOne = items.some(
    (item) =>
      item.cat === "noun" &&
      item.plural !== true &&
      !item.weak &&
      /^(?:the|this|that|my|our)$/.test(words[item.start - 1] ?? ""),
  );
  return isOne ? new Trouble("", "referent") : null;
}

function withNotes(assembled: Assembled, reading: Reading): Assembled {
  const spelling = reading.corrections.map(({ from, to }) => `Read “${from}” as “${to}”.`);
  const aside = reading.background.map(asBackground);
  const quoted = reading.leftOut.map((word) => `“${word}”`).join(", ");
  const leftOut = quoted ? [`Left out, as not understood: ${quoted}.`] : [];
  return {
    query: assembled.query,
    assumptions: [...spelling, ...leftOut, ...aside, ...assembled.assumptions].slice(0, 10),
  };
}
