import type { Query } from "#query/query.ts";

const SIM = "(?<sim>(?:the )?(?:sim |device |card )?\\S.{1,60}?)";
const NOW =
  "(?:,? (?:right now|just now|now|at the moment|at this moment|at present|currently|live))";
const STATE =
  "(?:online|offline|connected|attached|reachable|registered|blocked|in session|in a session|on the network|on a network|on air|in coverage)";
const END = "(?: please)?[ .?!]*$";

/** What only the provider knows, and only at this moment. */
const ASKED: readonly RegExp[] = [
  new RegExp(`^is ${SIM}(?: (?:still|currently|now|actually|really))? ${STATE}${NOW}?${END}`, "i"),
  new RegExp(
    `^(?:and )?does ${SIM} (?:currently |now )?have (?:a |an )?(?:open |live |active )?(?:data )?(?:session|connection|coverage|signal|network)${NOW}?${END}`,
    "i",
  ),
  new RegExp(`^(?:since when|how long)(?: is| has) ${SIM} (?:been )?${STATE}${NOW}?${END}`, "i"),
  new RegExp(`^where (?:is|are) ${SIM}${NOW}${END}`, "i"),
  new RegExp(
    `^(?:check|show|get|what is|what's|test)(?: me)? (?:the )?(?:live |current |network )?(?:connectivity|connection|connection status|network status|live status|connectivity status) (?:of|for) ${SIM}${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^(?:what|which|what are|which are|show(?: me)?|list)(?: are)?(?: the)? (?:monthly |data |sms |account |usage )*limits (?:of|for|on|apply to|does|has) ${SIM}(?: have)?${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^is ${SIM} (?:limited|capped|throttled|held back by (?:a|its|the) limit)${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^(?:has|did) ${SIM} (?:hit|reach|reached|run into) (?:its|a|the) (?:monthly |data )*(?:limit|cap)${NOW}?${END}`,
    "i",
  ),
];

/** How the fleet is asked for the SIM that a question about this very moment is about; null for other questions. */
export function simAskedLive(question: string): string | null {
  for (const pattern of ASKED) {
    const sim = pattern.exec(question.trim())?.groups?.sim;
    if (sim) return `show ${sim}`;
  }
  return null;
}

const POINTER =
  /^show (?:it|this|that|(?:this|that|the (?:first|second|third|last)) (?:one|sim|device|card))$/i;

/** Whether what `simAskedLive` gave points at one SIM that was spoken of, and does not name it. */
export function pointsAtOne(sim: string): boolean {
  return POINTER.test(sim);
}

const IDENTITIES = ["iccid", "label", "imsi", "imei", "msisdn", "ip_address"];

/** Whether a query is of SIMs that were named one by one: the provider is asked about one only. */
export function isOfNamedSim({ from, where, measures }: Query): boolean {
  if (from !== "sims" || !where || measures?.length) return false;
  const names = "or" in where ? where.or : [where];
  return names.every(
    (one) => "member" in one && IDENTITIES.some((field) => one.member === `sims.${field}`),
  );
}
