import { BEYOND_ROWS } from "./beyond-rows.ts";

export type Beyond = {
  readonly says: RegExp;
  /** Not where the query holds what is said. */
  readonly unless?: RegExp;
} & (
  | {
      readonly ask: string;
      /** Questions to choose from: `{those}` are the SIMs that were named, `{when}` the time that was. */
      readonly options?: readonly string[];
      /** The question itself in other words, where the pattern is in it. */
      readonly instead?: readonly (readonly [RegExp, string])[];
    }
  /** A topic of `vague.ts`, which asks and has choices. */
  | { readonly vague: string }
);

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const RANKED =
  "most|least|highest|lowest|biggest|largest|smallest|best|worst|heaviest|oldest|newest|latest|busiest|quietest|hungriest|cheapest|longest|last";
const GROUPS =
  "customers?|clients?|accounts?|operators?|networks?|countries|country|plans?|teams?|users?";

/** Turns of phrase that quantify, order or change rows in ways that no query says: asked about, never left out. */
export const BEYOND: readonly Beyond[] = [
  ...BEYOND_ROWS,
  {
    says: /\b(?:up|upload|uplink) ?(?:\/|vs|versus|and|to) ?(?:down|download|downlink) (?:split|ratio|share|breakdown)\b/,
    unless: /upload|download|direction/,
    ask: "Upload and download each, or what part the upload is of all?",
    options: [
      "Upload and download of {those}{when}",
      "Upload as a percentage of all data of {those}{when}",
    ],
  },
  {
    says: /\bfull (?:data |sms )?(?:quota|allowance)s?\b|\b(?:quota|allowance)s? (?:is|are) full\b/,
    ask: "Full: is nothing of the quota used yet, or all of it?",
  },
  {
    says: /\b(?:above|over|beyond|exceed\w*|below|under|outside|in|within|past)(?: the)?(?: \S+){1,2} percentile\b/,
    ask: "Those beyond a percentile cannot be picked yet. The value at that percentile, or the largest ones in their order?",
    options: [
      "95th percentile of the usage per SIM of {those}{when}",
      "Top 10 SIMs by data usage{when}",
    ],
  },
  {
    says: /\b(?:what|how much) (?:would|will|does|could) (?:it|that|this) cost (?:us )?(?:to|if)\b/,
    ask: "What a change costs stands in its preview, before anything happens. Should it be proposed, or is it about today's costs?",
  },
  {
    says: /\b(?:connect(?:ed|ing|s)?|online|reachable)\b/,
    unless: /^(?!.*"sims\.last_seen_at","grain")/,
    ask: "A SIM is only known by when it was last seen, so that a past day lacks those that came back since. SIMs with a session, or with data used, on each day?",
    options: [
      "Number of SIMs with data used per day{when}",
      "Sessions of {those} per day{when}",
      "How many SIMs were seen in the last 24 hours?",
    ],
  },
  {
    says: /\bboth (?:the |their |its )?(?:(?:data and sms|sms and data|data and text|text and data) )?(?:quotas?|allowances?)\b|\b(?:data and sms|sms and data) (?:quotas?|allowances?)\b.{0,20}\b(?:exhausted|used up|empty|spent|depleted|gone)\b/,
    ask: "The data quota and the SMS quota are two: which one first?",
    options: [
      "Which SIMs have used up their data quota?",
      "Which SIMs have used up their SMS quota?",
    ],
  },
  {
    says: /\b(?:cumulative(?:ly)?|cumulated|accumulat\w+|running (?:total|sum)|adding up day by day)\b/,
    unless: /^(?!.*"grain")/,
    ask: "Running totals cannot be shown yet. Each period by itself, or the total of them all?",
    options: ["Data usage of {those} per day{when}", "Total data usage of {those}{when}"],
  },
  {
    says: /\b(?:with|have|has|had|having) a single\b/,
    unless: /"not":|"op":"eq","value":1\b|single_day|"day"/,
    ask: "Exactly one, or at least one?",
    instead: [
      [/\b(with|have|has|had|having) a single\b/, "$1 exactly one"],
      [/\b(with|have|has|had|having) a single\b/, "$1 at least one"],
    ],
  },
  {
    says: /\bused to (?:be|have|belong|use|run|sit|live|send|work)\b/,
    ask: "The data tells how things are now and what happened when, not how they used to be. Which event, in which period?",
  },
  {
    says: /\bno longer (?:in|on|at|with|of|from|belong\w*|use[sd]?|using|send\w*)\b/,
    ask: "Since when: in which period was it so, and in which not any more?",
  },
  {
    says: /\b(?:on|in|within|during|at) the (?:very )?same (?:day|hour|minute|week|month|time|sim|device|network|operator|country)\b/,
    ask: "The same for each of the rows cannot be looked for yet. Which day or which one do you mean?",
  },
  {
    says: /^(?:so |and |but |ok |hi |hello |, )*(?:is|are|do|does|did|have|has|was|were) (?:all|every|each)\b(?! (?:of )?(?:these|those|them|that|this))/,
    ask: "Whether all of them do is best seen from those that do not. Do you want to see which ones do not, or how many do?",
    instead: [
      [
        /^(?:\w+ )?(?:are|were|is) (?:all|every|each)(?: of)?(?: (?:the|our|my))? (.+?) (\S+)(?: [?.!])*$/,
        "which $1 are not $2",
      ],
      [
        /^(?:\w+ )?(?:are|were|is) (?:all|every|each)(?: of)?(?: (?:the|our|my))? (.+?) (\S+)(?: [?.!])*$/,
        "how many $1 are $2",
      ],
      [
        /^(?:\w+ )?(?:are|were|is) (?:all|every|each)(?: of)?(?: (?:the|our|my))? (.+?) ((?:on|in|with|from|at) .+?)(?: [?.!])*$/,
        "which $1 are not $2",
      ],
      [
        /^(?:\w+ )?(?:do|did|have|has) (?:all|every|each)(?: of)?(?: (?:the|our|my))? (.+?) have (.+?)(?: [?.!])*$/,
        "which $1 have no $2",
      ],
    ],
  },
  {
    says: new RegExp(
      `\\b(?:second|third|fourth|fifth|2 ?nd|3 ?rd|4 ?th|5 ?th|next) (?:${RANKED})\\b|\\blast but one\\b`,
    ),
    ask: "A single place behind the first cannot be picked yet. How many of the first ones do you want to see?",
  },
  {
    says: /\b(?:first|oldest|earliest) and (?:the )?(?:last|latest|newest)\b|\b(?:last|latest|newest) and (?:the )?(?:first|oldest|earliest)\b/,
    unless: /"agg":"min".*"agg":"max"|"agg":"max".*"agg":"min"/,
    ask: "The first one or the last one?",
  },
  {
    says: new RegExp(`\\bnew (?:${GROUPS})\\b`),
    ask: "When a customer, a network or a plan was new is not recorded. Do you mean SIMs that are new there?",
    options: ["SIMs activated{when} per customer", "SIMs created{when} per customer"],
  },
  {
    says: /\b(?:is|are|was|were|be|been) (?:still |now |currently |all |back |again )*(?:up|down|out|over|away|back)(?= *(?:$|[?.!,]|since\b|today\b|yesterday\b|now\b|again\b|in\b|at\b|for\b|right\b|currently\b|please\b))/,
    unless: /last_seen_at|exhaust/,
    vague: "online",
  },
  {
    says: /\b(?:is|are|was|were) (?:any|some|all|the|our|my)(?: of (?:the|our|my))? [\w -]{2,30} (?:down|up|out)(?: now| today| right now| at the moment)?[ ?.!]*$/,
    unless: /last_seen_at|exhaust|change_percent/,
    vague: "online",
  },
  {
    says: /\bper (?:euro|dollar|pound|eur|usd|gbp)\b/,
    ask: "A figure per unit of money is not kept. The usage, or the prices?",
  },
  {
    says: /\b(?:every|each) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/,
    unless: /"grain":"(?:day|week)"|"columns"|^(?!.*"measures")/,
    ask: "Each of those days by itself, or all of them together?",
    options: ["Data usage of {those} per day{when}", "Data usage of {those} per weekday{when}"],
  },
  {
    says: new RegExp(
      `\\bfrom (?:the )?(?:\\d{1,2}(?: ?(?:st|nd|rd|th))?(?: of)? (?:${MONTHS})|(?:${MONTHS}) \\d{1,2}\\b)`,
    ),
    unless: /"label":"(?:since|after|until|the week|[^"]* to )/,
    ask: "Only on that day, or since then?",
  },
  {
    says: new RegExp(
      `\\b(?:${GROUPS})(?: that| who| which)? (?:with|having|have|has) (?:only|just|nothing but|solely|exclusively) (?!one\\b|a\\b|\\d)`,
    ),
    ask: "Groups of which all the SIMs are alike cannot be picked yet. Those with at least one, or the number of each kind per group?",
  },
  {
    says: new RegExp(
      `\\b(?:${GROUPS}) (?:whose|where|in which|for which|for whom|of whom|of which) [^,.?]*\\b(?:all|every|each|none|no|only)\\b`,
    ),
    unless: /"having":\[\{"measure":"percent"/,
    ask: "Groups of which all or none of the SIMs are so cannot be picked yet. Those with at least one, or the number per group?",
  },
  {
    says: /\bwithout (?:a |any )?(?:plan|tariff|label|name|status|operator|network|owner) changes?\b/,
    unless: /"not":\{"related"/,
    ask: "In which period: which changes do you mean?",
  },
  {
    says: /\bfirst (?:seen|online|connected|heard|used|appeared|showed up|came online|attached)\b/,
    unless: /"agg":"min"|"connection_events/,
    ask: "When a SIM was first seen is not kept, only when it was last seen. When it was activated, or its first event?",
    options: ["Which SIMs were activated{when}?", "First event of {those}{when}"],
  },
  {
    says: /\bhow long (?:has|have|is|are|was|were) .*\b(?:active|inactive|suspended|paused|blocked|deactivated|open|disabled|enabled|off|on)\b/,
    unless: /age_|hours_|minutes_|_time/,
    ask: "Since when a state holds stands in the audit log. Who changed it last, and when?",
    options: [
      "Audit log entries of the last 30 days, newest first",
      "Who suspended SIMs in the last 30 days?",
    ],
  },
  {
    says: /^(?:everything|anything|all) (?:but|except|excluding) (?!for\b)/,
    ask: "Everything of what: SIMs, alerts, tickets?",
  },
  {
    says: /\b(?:upload|download)s? (?:share|part|percentage|proportion) of (?:the |their |its |all )?(?:total |overall )?(?:traffic|usage|data|volume)\b/,
    unless: /"op":"percent"/,
    ask: "Of each group's own traffic, or of all uploads together?",
  },
  {
    says: /(?:,| and) each[ ?.!]*$/,
    unless: /"groupBy"/,
    ask: "Each of what by itself?",
  },
  {
    says: /(?:\band|\bplus|\bwith|,) (?:also )?(?:the |a |their |its )?(?:grand |overall )?total[ ?.!]*$/,
    unless: /^(?!.*"groupBy")/,
    ask: "One row each, or the total of all?",
  },
  {
    says: /\b(?:can|could|will|would) (?:you|u|ya|someone) (?:please |pls )?(?:do|fix|sort|handle) (?:that|this|it)(?: for (?:me|us))?(?: please| pls| asap)?[ .?!]*$/,
    ask: "What should be done, and to which SIM?",
  },
  {
    says: new RegExp(
      `\\b(?:since|after|before|until) (?:the|that|our) (?:\\w+ ){0,2}(?:on|from|of|in) (?:the )?(?:\\d|${MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)`,
    ),
    unless: /"label":"(?:since|after|before|until)/,
    ask: "From which day on, or until which day?",
  },
  {
    says: /\b(?:first|last) (?:\w+ )?(?:hours?|minutes?) of\b/,
    ask: "Between which hours?",
  },
  {
    says: /\b(?:followed by|preceded by|(?:right|shortly|directly|soon|just) (?:after|before)) (?:a|an|the|its|their|being)\b/,
    ask: "What came after what is not looked for yet. Which of the two do you want to see?",
  },
  {
    says: /\b(?:ones|sims|cards|devices|tickets|alerts) (?:out|aside|away)(?= *(?:$|[.,;:!?]))/,
    unless: /"op":"ne"|"not":/,
    ask: "Leave those out, or only look at those?",
  },
  {
    says: /(?<!\b(?:ever|long|days|hours|time)) since(?: then| that| it)?(?= *(?:$|[.,;:?!]))/,
    unless: /"label":"since/,
    ask: "Since when: from which day on?",
  },
  {
    says: /(?<!\b(?:phone|card|serial|part|imei|imsi|model|ticket|account) )\b(?:figures|numbers|stats|statistics|kpis|metrics|data points)\b(?! of (?:the |all |our |their |these |those )?(?:sims?|cards?|devices?))/,
    unless: /"measures"|"columns"|"label":"sims\./,
    ask: "Which figures: their number, the data they used, alerts, tickets, costs? And of which period?",
    options: [
      "How many SIMs are there by status?",
      "Data usage of {those} per day in the last 14 days",
      "Open alerts of {those} by severity",
      "Monthly fees of {those}",
    ],
  },
  {
    says: /\bhow (?:far|much|badly) (?:off|out|wrong)\b|\b(?:forecast|prediction) (?:error|deviation)\b|\b(?:was|were|is|are) (?:off|out) by\b/,
    unless: /"op":"(?:difference|percent_change|percent|ratio)"|"measures":\[\{.*\},\{"as"/,
    ask: "Predicted and actual data beside each other, of which days?",
  },
  {
    says: /\b(?:how many|number of) (?:different|distinct|unique) imeis?\b/,
    unless: /"count_distinct"/,
    ask: "The IMEIs that the SIMs are in now, or how often one changed?",
    options: [
      "Number of IMEI changes of {those}{when}",
      "Which IMEIs are used by more than one SIM?",
    ],
  },
  {
    says: /\b(?:anymore|any more|no longer)\b/,
    unless: /^(?!.*"not":\{"related")|"from":"\d{4}/,
    ask: "Not any more since when?",
  },
  {
    says: /\b(?:suspended|deactivated|inactive|disabled|blocked|paused)\b.*\bsince when\b|\bsince when\b.*\b(?:suspended|deactivated|inactive|disabled|blocked|paused)\b/,
    unless: /"from":"audit_logs"/,
    ask: "Since when it is so stands in the audit log at most: should its entries be shown?",
    options: [
      "Who suspended SIMs in the last 30 days?",
      "Audit log entries of the last 30 days, newest first",
    ],
  },
  {
    says: /\bpaying (?:customers?|clients?|accounts?)\b/,
    ask: "Who has paid is not recorded. Do you mean what the plans of their SIMs cost?",
    options: ["Monthly fee by customer", "List the rate plans by monthly price"],
  },
  {
    says: /\bby (?:hand|mistake|accident|chance|default)\b|\bon time\b/,
    ask: "How it came about is not recorded that way. By whom, over which channel, or within how long?",
  },
  {
    says: /\b(?:the|all|our|any) (?:remaining|rest of the) (?:sims?|cards?|devices?|units?|customers?|tickets?|alerts?|ones)\b/,
    ask: "The remaining ones besides which?",
  },
  {
    says: new RegExp(
      `\\b(?:start|beginning|begin|middle|end) of (?:the )?(?:last|this|week|month|quarter|year|${MONTHS})\\b`,
    ),
    unless: /"from":"\d{4}-\d\d-(?!01)|label":"(?:since|until|before|by|up to|from)/,
    ask: "From which day to which day?",
  },
  {
    says: /\b(?:during|over|within|in) the (?:week|month|quarter|year)\b(?! (?:of|before|to|from|after|end|ago))/,
    unless: /"time":|"grain":|"recurring":/,
    ask: "Which one: the current one, or the last one?",
  },
  {
    says: /\bin (?:euros?|eur|dollars?|pounds?|money|cash|€|£|\$)(?=$|\W)/,
    unless: /price|saving|fee|cost|currency/,
    ask: "What in money: prices, monthly fees or possible savings?",
    options: [
      "Monthly fees of {those}",
      "Total monthly saving of the recommendations for {those}",
      "List the rate plans by monthly price",
    ],
  },
];
