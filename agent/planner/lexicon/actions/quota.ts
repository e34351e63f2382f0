import type { Change } from "./change.ts";

const AMOUNT =
  "\\d[\\d.,]*(?: (?:more|extra|additional|further))* ?(?:kb|mb|gb|meg(?:s|abytes?)?|gig(?:s|abytes?)?|kilobytes?|sms|texts?|messages?)\\b";
const pattern = (source: string): RegExp => new RegExp(source.replaceAll("AMOUNT", AMOUNT), "is");

/** More data or messages, once or as a new limit. */
export const QUOTA_CHANGES: readonly Change[] = [
  {
    tool: "set_quota",
    target: "sims",
    input: {},
    needs: "amount",
    does: "Set the quota of",
    patterns: [
      pattern(
        "^(?:set|change|bump|raise|increase|lower|reduce|cut|lift|cap|limit|adjust|put|make|bring|decrease|drop|extend|expand)(?: up| down)?\\b(?= .*\\b(?:quotas?|caps?|limits?|allowances?|data)\\b)(?<object>.*?) (?:to|at) (?<amount>AMOUNT)(?<after>.*)$",
      ),
      pattern(
        "^(?:put|set|place|add|impose) (?:an? |the )?(?:new )?(?:monthly |data |sms )*(?:caps?|limits?|quotas?) (?:of|at) (?<amount>AMOUNT)(?<object>.*)$",
      ),
      pattern(
        "^(?:an? |the )?(?:new )?(?:monthly |data |sms )*(?:limits?|caps?) (?:of|at) (?<amount>AMOUNT) (?:for|on)\\b(?<object>.*)$",
      ),
      pattern(
        "^(?:an? |the )?(?:new )(?:monthly |data |sms )*(?:limits?|caps?|quotas?) (?:for|on|of)\\b(?<object>[^:=]*?)(?:: ?| ?= ?| is | of )(?<amount>AMOUNT)$",
      ),
      pattern("^(?:cap|limit)\\b(?<object>.*?) (?:to|at) (?<amount>AMOUNT)(?<after>.*)$"),
    ],
  },
  {
    tool: "top_up",
    target: "sims",
    input: {},
    needs: "amount",
    does: "Top up",
    patterns: [
      /^(?:top[ -]?up|recharge|refill|add data to|give more data to)\b(?! (?:suggest|recommend|advice|advise|proposal|propose|candidate|entries|actions|history)\w*\b)(?<object>.*)$/is,
      /^top\b(?<object>.*?) up\b(?<after>.*)$/is,
      pattern(
        "^(?:order|buy|purchase|get|give|grant|gift|add|put|chuck|load|book|allocate|assign|credit|throw|stick|provide|send|slap|pop|allow|lend|donate|increase|bump|raise|extend|boost)\\b(?! me\\b| us\\b)(?<object>.*\\bAMOUNT.*)$",
      ),
      pattern(
        "^(?<object>(?!(?:which|what|who|how|if|when|sims? that)\\b).*?)(?: each)? (?:needs?|gets?|wants?|requires?|should (?:get|have|receive)|could (?:do with|use)|deserves?) (?<amount>(?:another |an extra )AMOUNT|AMOUNT (?:on top|more|extra|additional)\\b)(?<after>.*)$",
      ),
      /^(?:bump|raise|increase|boost|extend)(?: up)?\b(?=.*\b(?:quotas?|allowances?|data)\b)(?<object>.*)$/is,
    ],
  },
];
