import type { Trouble } from "./assemble/trouble.ts";
import { VAGUE } from "./lexicon/vague.ts";
import { alike } from "./options/alike.ts";
import { narrower } from "./options/narrower.ts";
import { about, nearby } from "./options/nearby.ts";
import { nextWeekday } from "./options/next-weekday.ts";
import type { Plan } from "./plan.types.ts";
import type { Reading } from "./read.ts";

interface Given {
  readonly reading: Reading;
  readonly question: string;
  readonly ideas: readonly string[];
  readonly today: string;
  /** What customers, plans and networks are called. */
  readonly names: readonly string[];
  /** It is asked of the SIMs that were listed, and so are the options. */
  readonly isOfListed: boolean;
  readonly isPlannable: (question: string) => boolean;
}

const MAX_OPTIONS = 4;

const withoutMark = (question: string) => question.replace(/[\s?.!]+$/, "");

const WHO = /^who\b/i;

/** "who had the most rejects": the SIM, or whose it is. */
function whose({ question, isPlannable }: Given): string[] {
  if (!WHO.test(question)) return [];
  return ["Which SIM", "Which customer"]
    .map((which) => question.replace(WHO, which))
    .filter(isPlannable);
}

/** A question back, with two to four whole questions that can be answered. */
export function clarify(trouble: Trouble, given: Given): Extract<Plan, { kind: "clarify" }> {
  const [kind, ...rest] = trouble.topic.split(":");
  switch (kind) {
    case "vague": {
      const vague = VAGUE.find(({ topic }) => topic === rest[0]);
      return asked(
        vague?.question ?? "What exactly do you mean?",
        given.isOfListed ? (vague?.options ?? []) : about(vague?.options ?? [], given.reading),
        given,
      );
    }
    case "unknown": {
      const next = nextWeekday(given.question, given.reading.unknown, given.today);
      if (next) return asked(next.ask, next.options, given);
      return asked(
        `I do not know what ${listed(given.reading.unknown)} here. Did you mean one of these?`,
        [
          ...alike(given.question, given.reading.unknown, given.names),
          ...narrower(given.question, given.reading.unknown),
        ],
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
      const left = given.reading.raws.slice(start, end).join(" ");
      return asked(trouble.message, narrower(given.question, [left]), given);
    }
    case "stray":
      return asked(trouble.message, narrower(given.question, [given.reading.stray ?? ""]), given);
    case "subject":
      return asked(
        "What should be shown: SIMs, usage, alerts, tickets?",
        ["List all SIMs", "Which alerts are open?", "Open tickets per team"],
        given,
      );
    case "rank":
      if (whose(given).length > 0)
        return asked("Who: which SIM, or which customer?", whose(given), given);
      return asked(
        "The top ones by which figure?",
        [
          "Top 10 SIMs by data usage last month",
          "Top 10 SIMs by alerts last month",
          "Top 10 SIMs by churn probability",
        ],
        given,
      );
    case "period":
      return asked(
        trouble.message,
        ["last week", "last month", "in the last 90 days"].map(
          (period) => `${withoutMark(given.question)} ${period}`,
        ),
        given,
      );
    case "compare":
      return asked(
        trouble.message || "Which figure should be compared?",
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
      return asked(
        trouble.message || "I am not sure what is meant.",
        about(
          trouble.options.map((option) => asTyped(option, given.reading)),
          given.reading,
        ),
        given,
      );
  }
}

function asked(
  question: string,
  options: readonly string[],
  given: Given,
): Extract<Plan, { kind: "clarify" }> {
  const enough = Math.max(2, Math.min(MAX_OPTIONS, options.length || 3));
  const chosen: string[] = [];
  const all = [...options, ...nearby(given.reading), ...given.ideas];
  for (const option of new Set(given.isOfListed ? all.flatMap(ofThem) : all)) {
    if (chosen.length === enough) break; // each one that is tried is read like a question
    if (option !== given.question && given.isPlannable(option)) chosen.push(option);
  }
  return { kind: "clarify", question, options: chosen };
}

/** Names as they were written, where a choice is made of the question's own words. */
function asTyped(option: string, { words, raws }: Reading): string {
  const typed = new Map(words.map((word, index) => [word, raws[index] ?? word]));
  return option
    .split(" ")
    .map((word) => typed.get(word) ?? word)
    .join(" ");
}

/** "Which SIMs were not seen …" as asked of those that were listed; none where it cannot be. */
function ofThem(option: string): string[] {
  if (/\bof SIMs$/.test(option)) return [option.replace(/\bof SIMs$/, "of them")];
  const asked = option.replace(/^(Which|How many)(?: active)? SIMs\b/, "$1 of them");
  return asked === option ? [] : [asked];
}

/** "“a” means", "“a” and “b” mean". */
function listed(unknown: readonly string[]): string {
  const words = unknown.slice(0, 4).map((word) => `“${word}”`);
  if (words.length === 1) return `${words[0]} means`;
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)} mean`;
}
