import { formatBytes } from "#core/bytes.ts";
import { type ActionContext, ask, type Question } from "./context.ts";
import type { Details } from "./details.ts";
import { objectText } from "./object.ts";
import type { Match } from "./request.ts";

const AMOUNT =
  /(?:\b(?:with|by|of|another|an|a|additional|extra|further|more|plus) |\+ ?)*\b(?<n>\d+(?:[.,]\d+)*|an?|another|one|two|five|ten|hundred|half a)(?: (?:more|extra|additional|further))* ?(?<unit>kb|mb|gb|tb|megs?|gigs?|kilobytes?|megabytes?|gigabytes?|sms|text messages?|texts?|messages?)\b(?: (?:of (?:extra |additional |more |free )?(?:data(?! quota)|volume|traffic|quota)|data(?! quota| left)|extra|additional|more|each|apiece|on top|worth|free|for free))*/gi;
/** Before an amount that restricts the rows instead. */
const COMPARES =
  /(?:more than|less than|fewer than|over|under|above|below|exceed(?:s|ed|ing)?|than|least|most|used|using|have|has|had|up to|only|with|between|left|<|>)(?: only)? ?$/i;
const ADDED = /^(?:by|another|\+|additional|extra|an (?:additional|extra))(?: |$)/i;
const REMAINS = /^ (?:left|remaining|or less|or more|or fewer)\b/i;
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  another: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  hundred: 100,
  "half a": 0.5,
};
const PACKAGES =
  /(?:\b(?:with|by|of|another) |\+ ?)*\b(?<n>\d+|an?|one|two|three|four|five|ten) (?:more |extra |top-?up )?(?:packages?|packs?|bundles?)\b(?: (?:each|apiece|on top|more|extra))*/i;
const BYTES: Readonly<Record<string, number>> = {
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
};

const EACH_DAY = /\b(?:per|a|each|every) (?:day|hour|week)\b|\b(?:daily|hourly|weekly)\b/i;
const PERCENT = /\b(?:by )?\d+(?:[.,]\d+)? ?(?:%|percent\b)/i;

/** How much data, or how many messages; the rest says for which SIMs. */
export function amountOf(match: Match, { abilities }: ActionContext): Details | Question {
  const { change, object, groups } = match;
  const isTotal = change.tool === "set_quota";
  const found = groups.amount
    ? [...groups.amount.matchAll(AMOUNT)][0]
    : [...object.matchAll(AMOUNT)].find((match) => isGiven(match, object));
  const { n, unit } = found?.groups ?? {};
  if (isTotal && EACH_DAY.test(object))
    return ask(
      "A quota is one amount for its whole term, and not so much a day. How much should it be?",
    );
  if (!found || !n || !unit) {
    if (isTotal)
      return ask(
        abilities.whyNot.set_quota ??
          "Which quota, data or SMS, and how much should it be, for instance 500 MB?",
      );
    if (abilities.sellsPackages) return packagesOf(object);
    const rows = objectText(object.replace(PERCENT, " "));
    return ask(
      "Top up by how much data, for instance 500 MB?",
      rows ? [`Top up ${rows} by 500 MB`, `Top up ${rows} by 1 GB`] : [],
    );
  }
  const rest = groups.amount ? object : object.replace(found[0], " ");
  const value = WORDS[n.toLowerCase()] ?? Number(n.replace(/,(?=\d{3}\b)/g, "").replace(",", "."));
  const isSms = /^(?:sms|text|message)/i.test(unit);
  const size = isSms ? value : Math.round(value * (BYTES[unit[0]?.toLowerCase() ?? "m"] ?? 1));
  const how = isSms ? { messages: size } : { bytes: size };
  return {
    input: isTotal
      ? { type: isSms ? "sms" : "data", total: size }
      : { type: isSms ? "sms" : "data", ...how },
    object: withoutQuota(rest),
    how: `${isTotal ? " to" : " by"} ${isSms ? `${size} SMS` : formatBytes(size)} each`,
  };
}

/** Where packages are sold: so many of them, or one. */
function packagesOf(object: string): Details {
  const found = PACKAGES.exec(object);
  const said = found?.groups?.n?.toLowerCase() ?? "one";
  const packages = WORDS[said] ?? Number(said);
  return {
    input: { type: "data", packages },
    object: withoutQuota(found ? object.replace(found[0], " ") : object),
    how: ` by ${packages === 1 ? "one package" : `${packages} packages`} each`,
  };
}

function isGiven(match: RegExpMatchArray, object: string): boolean {
  const before = object.slice(0, match.index);
  const after = object.slice((match.index ?? 0) + match[0].length);
  const isAdded = ADDED.test(match[0]) && !/\bexceed\w* *$/i.test(before);
  return (isAdded || !COMPARES.test(before)) && !REMAINS.test(after);
}

/** "the data quota of …": that the quota is meant is known by now. */
function withoutQuota(object: string): string {
  return object
    .replace(
      /^\s*(?:up )?(?:the |their |its )?(?:monthly |data |sms )*(?:quotas?|caps?|limits?|allowances?|data)\b(?: (?:of|for|on|to|by))?/i,
      " ",
    )
    .replace(
      /(\w)(?:'s?)? (?:monthly |data |sms )*(?:quotas?|caps?|limits?|allowances?)\s*$/i,
      "$1",
    );
}
