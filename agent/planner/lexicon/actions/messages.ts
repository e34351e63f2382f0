import { type Change, UNQUOTED } from "./change.ts";

/** Texts to devices. */
export const MESSAGE_CHANGES: readonly Change[] = [
  {
    tool: "send_sms",
    target: "sims",
    input: {},
    needs: "sms",
    does: "Send an SMS to",
    patterns: [
      new RegExp(
        `^(?:send|push|fire|shoot|issue|transmit)(?: off| out)?\\b(?! me\\b| us\\b)(?!${UNQUOTED}*\\b(?:report(?!=)|summary|overview)\\b)(?<object>.*)$`,
        "is",
      ),
      /^(?:text|sms|message|ping)\b(?= *:? *(?:to +)?(?:["'“‘]|(?:all|every|each|them|those|these|it|the|both)\b|(?:(?:sim|device|card) )?\S*\d))(?<object>.*)$/is,
      /^tell\b(?= +(?:(?:all|every|each|them|those|these|both)\b|(?:(?:sim|device|card) )?\S*\d))(?<object>.+ (?:to|that) .+)$/is,
      /^(?:[Tt]ext|[Ss]ms|SMS|[Mm]essage)\b(?= +[A-Z]{2,}[A-Z0-9_=,#*+-]* +[a-z]\S*\d\S*[\s.!]*$)(?<object>.*)$/s,
      /^(?:[Tt]ext|[Mm]essage|[Pp]ing)\b(?= +[A-Z]{2,}[A-Z0-9 _=,#*-]*(?: please| pls)? (?:to|at)\b)(?<object>.*)$/s,
    ],
  },
];
