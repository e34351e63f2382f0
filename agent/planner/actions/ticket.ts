import type { Details } from "./details.ts";
import type { Match, Said } from "./request.ts";

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:connectivity|connection|connections|connects?|disconnect\w*|attach\w*|offline|network|signal|drops out|unreachable)\b/i,
    "connectivity_issue",
  ],
  [/\b(?:billing|bill|charged?|price|prices|invoice\w*|overcharged)\b/i, "billing_question"],
  [/\b(?:quota|out of data|data limit|allowance|used up)\b/i, "quota_exhausted"],
  [/\b(?:activat\w*)\b/i, "activation_problem"],
  [/\baccount\b/i, "account_management"],
  [/\bfeatures?\b/i, "feature_request"],
  [/\b(?:complaint|complain\w*|unhappy|angry)\b/i, "complaint"],
];

/** Priority, category, and what it is about, from the whole message. */
export function ticketOf({ object }: Match, { before, text, after }: Said): Details {
  const whole = [...before, text, ...after].join(". ");
  const [head = "", ...tail] = object.split(
    /\s[-–—]\s|:\s|\.\s|, (?=(?:it|they|the|she|he|we|customer|because|since)\b)/i,
  );
  const subject = [...tail, ...after].join(". ").trim() || [...before, text].join(". ");
  const priority = /\b(?:high|urgent|critical|p1|top|highest)\b/i.test(whole)
    ? "high"
    : /\b(?:low|minor|p3|not urgent)\b/i.test(whole)
      ? "low"
      : "medium";
  const category =
    CATEGORIES.find(([pattern]) => pattern.test(head))?.[1] ??
    CATEGORIES.find(([pattern]) => pattern.test(whole))?.[1] ??
    "technical_support";
  return {
    input: {
      priority,
      category,
      subject: subject.slice(0, 200),
      description: subject.slice(0, 2000),
    },
    object: head
      .replace(/^.*?\b(?:ticket|case|request)s?\b/i, "")
      .replace(/^\s*(?:for|about|on|regarding|against)\b/i, ""),
  };
}
