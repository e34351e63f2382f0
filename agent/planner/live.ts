import type { Query } from "#query/query.ts";

const SIM = "(?<sim>(?:the )?(?:sim |device |card )?\\S.{1,60}?)";
const NOW =
  "(?:,? (?:right now|just now|this (?:minute|second|very moment|instant)|now|at the moment|at this moment|at present|currently|live))";
const NETWORK =
  "(?: (?:to|with|on) (?:a|the|any|its|some) (?:home |mobile )?(?:network|operator|cell|tower))?";
const STATE = `(?:online|offline|connected|attached|registered|logged on|signed on|camped)${NETWORK}|(?:reachable|blocked|in session|in a session|on the network|on a network|on any network|on air|in coverage|out of coverage|known to (?:the|any|a) network|alive|up and running|responding|answering)`;
const END = "(?: please)?[ .?!]*$";

/** What only the provider knows, and only at this moment. */
const ASKED: readonly RegExp[] = [
  new RegExp(
    `^is ${SIM}(?: (?:still|currently|now|actually|really|even))? (?:${STATE})${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^(?:and )?does ${SIM} (?:currently |now )?(?:have|get|see) (?:a |an |any )?(?:open |live |active |good |working )*(?:data |network |mobile )?(?:session|connection|coverage|signal|network|reception|service)${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^(?:can (?:you|we|i) (?:still )?(?:reach|see)|(?:please )?ping|try to reach|(?:check|see|find out|tell me|look) (?:if|whether) we can reach) ${SIM}(?: on (?:the|its|any|a) network)?(?: for (?:me|us))?${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^(?:check|see|find out|tell me|look|verify)(?: for me)? (?:if|whether) ${SIM} (?:is|'s) (?:still |currently |now |actually |really )?(?:${STATE})${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^(?:which|what) (?:network|operator|cell|mast|tower|country) is ${SIM} (?:attached|connected|registered|logged on|on)(?: to| with| in| on)?${NOW}${END}`,
    "i",
  ),
  new RegExp(
    `^(?:since when|how long)(?: is| has) ${SIM} (?:been )?(?:${STATE})${NOW}?${END}`,
    "i",
  ),
  new RegExp(
    `^is there (?:still |currently )?(?:a |an |any )?(?:open |live |active |data |network )*(?:session|connection|coverage|signal|reception) (?:on|of|for|at|with) ${SIM}${NOW}?${END}`,
    "i",
  ),
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
    const sim = pattern.exec(question.trim().replace(OPENS, ""))?.groups?.sim;
    if (sim) return `show ${sim}`;
  }
  return null;
}

const OPENS =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|please|quick one|quick question|simon|morning|evening)[, ]+)+/i;

/** "Pump-7 went dark, is it online?": the one clause that asks, and those that lead up to it. */
export function liveClause(question: string): { sim: string; others: string[] } | null {
  const clauses = question.split(/[.!?;:,]+(?:\s+|$)|\s[-–—]\s/).filter((text) => /\S/.test(text));
  if (clauses.length < 2) return null;
  const asked = clauses.flatMap((clause) => simAskedLive(clause) ?? []);
  const others = clauses.filter((clause) => simAskedLive(clause) === null);
  const sim = asked.find((one) => !pointsAtOne(one)) ?? asked[0];
  return sim === undefined || others.some((clause) => ASKS.test(clause)) ? null : { sim, others };
}

const ASKS =
  /^\s*(?:and |or |but |also )*(?:who|whose|which|what|when|where|why|how|list|show|give|count|compare|do|does|did|is|are|was|were|has|have|can|could|please)\b/i;

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
