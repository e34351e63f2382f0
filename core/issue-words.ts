import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with an input, for whoever gave it: "add_tags, entry 3: at most 200 characters". */
export function issueSentence(issue: Issue): string {
  const names = issue.path.map((part, index) => {
    if (typeof part === "number") return `, entry ${part + 1}`;
    return `${index > 0 ? "." : ""}${String(part)}`;
  });
  const words = issueWords(issue);
  return names.length > 0 ? `${names.join("")}: ${words}` : words;
}

/** zod's own messages are for programmers; what a schema says itself stays. */
const OF_ZOD = /^(Too (big|small)|Invalid |Unrecognized )/;

export function issueWords(issue: Issue): string {
  if (!OF_ZOD.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${amountOf(issue.maximum, issue.origin)}`;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "must not be empty";
      return `${issue.inclusive === false ? "more than" : "at least"} ${amountOf(issue.minimum, issue.origin)}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? "is missing"
        : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_format":
      return FORMATS[issue.format] ?? `must be of the form ${issue.pattern ?? issue.format}`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "unrecognized_keys":
      return `is not known here: ${issue.keys.join(", ")}`;
    default:
      return "is not right";
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "must be a day, such as 2026-10-20",
  datetime: "must be an instant, such as 2026-10-20T09:00:00Z",
  email: "must be an e-mail address",
  url: "must be an address, such as https://example.com",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function amountOf(limit: number | bigint, origin: string): string {
  const count = limit.toLocaleString("en");
  if (origin === "string") return `${count} characters`;
  if (origin === "array" || origin === "set") return limit === 1 ? "1 entry" : `${count} entries`;
  return count;
}
