import { ask, type Question } from "./context.ts";
import type { Details } from "./details.ts";
import type { Match } from "./request.ts";

/** What a new rule watches for, in the words of the person. */
export function ruleOf({ object }: Match): Details | Question {
  const condition = object
    .replace(
      /^[\s:,]*(?:rule )?(?:for me )?(?:that (?:fires|triggers|alerts)|which fires|to (?:alert|warn|notify) (?:me|us))?\s*/i,
      "",
    )
    .replace(/^(?:if|when|whenever|for|on|about|as soon as|once|every time)\s+/i, "")
    .trim();
  if (condition.split(" ").length < 2)
    return ask(
      "What should the rule watch for? For instance: a SIM uses more than 50 MB in a day.",
    );
  const severity =
    /\b(low|medium|high|critical)\b(?= (?:severity|alert))|severity (low|medium|high|critical)/i.exec(
      object,
    );
  return {
    input: {
      name: condition.slice(0, 80),
      condition: condition.slice(0, 500),
      ...(severity ? { severity: (severity[1] ?? severity[2] ?? "").toLowerCase() } : {}),
    },
    object: "",
    how: `: ${condition}`,
  };
}
