import type { Trouble } from "./assemble/filters.ts";
import { VAGUE } from "./lexicon/vague.ts";
import type { Plan } from "./plan.types.ts";
import type { Reading } from "./read.ts";

interface Given {
  readonly reading: Reading;
  readonly question: string;
  readonly ideas: readonly string[];
  readonly isPlannable: (question: string) => boolean;
}

const MAX_OPTIONS = 4;

/** A question back, with two to four whole questions that can be answered. */
export function clarify(trouble: Trouble, given: Given): Extract<Plan, { kind: "clarify" }> {
  const [kind, ...rest] = trouble.topic.split(":");
  switch (kind) {
    case "vague": {
      const vague = VAGUE.find(({ topic }) => topic === rest[0]);
      return asked(vague?.question ?? "What exactly do you mean?", vague?.options ?? [], given);
    }
    case "unknown": {
      const words = given.reading.unknown.slice(0, 4).map((word) => `“${word}”`);
      return asked(
        `I do not know what ${words.join(" and ")} means here. Did you mean one of these?`,
        without(given, given.reading.unknown),
        given,
      );
    }
    case "referent":
      return asked(
        "Which SIM or which customer do you mean? Name its ICCID, its device name, or the customer.",
        [],
        given,
      );
    case "left": {
      const [start = 0, end = 0] = rest.map(Number);
      return asked(trouble.message, without(given, given.reading.raws.slice(start, end)), given);
    }
    case "subject":
      return asked(
        "What should be shown: SIMs, usage, alerts, tickets?",
        ["List all SIMs", "Which alerts are open?", "Open tickets per team"],
        given,
      );
    case "rank":
      return asked(
        "The top ones by which figure?",
        [
          "Top 10 SIMs by data usage last month",
          "Top 10 SIMs by alerts last month",
          "Top 10 SIMs by churn probability",
        ],
        given,
      );
    case "compare":
      return asked(
        "Which figure should be compared?",
        [
          "Data usage last week versus the week before",
          "Number of alerts last week versus the week before",
          "Number of tickets last month versus the month before",
        ],
        given,
      );
    case "average":
      return asked(
        trouble.message,
        [
          "Average daily usage last month",
          "Average usage per SIM last month",
          "Highest daily usage last month",
        ],
        given,
      );
    default:
      return asked(trouble.message || "I am not sure what is meant.", [], given);
  }
}

function asked(
  question: string,
  options: readonly string[],
  given: Given,
): Extract<Plan, { kind: "clarify" }> {
  const enough = Math.max(2, Math.min(MAX_OPTIONS, options.length || 3));
  const chosen: string[] = [];
  for (const option of new Set([...options, ...given.ideas])) {
    if (chosen.length === enough) break; // each one that is tried is read like a question
    if (option !== given.question && given.isPlannable(option)) chosen.push(option);
  }
  return { kind: "clarify", question, options: chosen };
}

/** The question without the words that were not understood, where that leaves one that can be answered. */
function without({ question }: Given, words: readonly string[]): string[] {
  let rest = question;
  for (const word of words) rest = rest.replace(word, " ");
  const tidy = rest
    .replace(/\s+/g, " ")
    .replace(/\s+([?.,!])/g, "$1")
    .trim();
  return tidy.length > 8 && tidy !== question ? [tidy] : [];
}
