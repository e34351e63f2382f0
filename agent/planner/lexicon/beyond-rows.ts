import type { Beyond } from "./beyond.ts";

const HAD =
  "had|have|has|got|get|gets|used|sent|received|saw|made|raised|caused|attached|connected";
const ROWS =
  "alerts?|tickets?|rejects?|traffic|data|usage|events?|messages?|sessions?|attach(?:es)?|detach(?:es)?|anomal(?:y|ies)";
const PERIODS = "days|hours|weeks|months|weekends|weekdays|nights";

/** What is said of rows and holds of no single one: that nothing else happened, what came first, what would be. */
export const BEYOND_ROWS: readonly Beyond[] = [
  {
    says: /\b(?:pay|paying|paid|spend|spent|costs?|prices?|charged?|bill)\b.{0,25}\b(?:sms|smses|texts?|text messages)\b|\b(?:sms|text) (?:costs?|prices?|fees?|charges?)\b/,
    unless: /included_sms|"from":"rate_plans"|monthly_price/,
    ask: "A message has no price of its own in the data: a plan says how many of them it includes. That, or how many were sent?",
    options: ["Included SMS of each plan", "Number of SMS sent per customer{when}"],
  },
  {
    says: /\b(?:right now|at the moment|currently|at this moment|just now)\b/,
    unless:
      /"time":|"op":"gte?","value":\d{4}|^(?!.*"(?:related|from)":"(?:connection_events|sms_messages)")/,
    ask: "Events are moments: within how long back?",
    instead: [
      [/ ?\b(?:right now|at the moment|currently|at this moment|just now)\b/, " in the last hour"],
      [
        / ?\b(?:right now|at the moment|currently|at this moment|just now)\b/,
        " in the last 24 hours",
      ],
    ],
  },
  {
    says: /^(?:so |and |hi |hello |, )*(?:is|are) (?:\w+ ){1,4}(?:down|up|out of order|working|having (?:problems|issues|an outage))(?: now| today| right now| at the moment| again)*[ ?.!]*$/,
    unless: /^(?!.*"sims\.operator","op")/,
    ask: "Whether a network works is not recorded. Rejects on it in the last 24 hours, or how many SIMs were seen on it in the last hour?",
    options: [
      "Rejects by cause of {those} in the last 24 hours",
      "How many SIMs were seen in the last hour?",
      "How many SIMs were seen in the last 24 hours?",
    ],
  },
  {
    says: /\bhow (?:often|many times)\b.{0,60}\b(?:offline|down|dark|silent|unreachable|away|disconnected|not reachable)\b/,
    unless: /"connection_events|"anomalies/,
    ask: "How often a SIM was offline is not kept. How often it detached, or for how long it has not been seen?",
    options: [
      "Number of detaches of {those}{when}",
      "Which SIMs have not been seen for more than 3 days?",
    ],
  },
  {
    says: new RegExp(
      `(?<!\\b(?:i|we|he|she|they|you) )\\b(?:only|nothing but|just) (?:ever )?(?:${HAD})\\b(?! (?:one|an?|the|to|it|\\d))|\\b(?:${HAD}) (?:only|nothing but|solely|exclusively) (?!one\\b|an?\\b|the\\b|\\d|data\\b|in\\b|on\\b|at\\b|for\\b|from\\b|during\\b|since\\b|active\\b)`,
    ),
    ask: "That there was nothing else cannot be looked for yet. Those with at least one, or the number of each kind?",
  },
  {
    says: /\b(?:whose|where the|in which the|for which the|with the|with a) (?:very )?(?:last|latest|first|most recent|newest|oldest) (?!seen\b|contact\b|heard\b)(?:\w+ ){1,3}(?:is|was|were|are)\b/,
    unless: /"firstPer"/,
    ask: "What the last one of each was cannot be looked for yet. The last one of each, or all of that kind in a period?",
  },
  {
    says: /\b(?:and|but|,) (?:then|later|afterwards|subsequently|thereafter) (?:\w+ly )?(?!need|want|forecast|tell|show|list)(?:\w+ed|went|got|was|were)\b/,
    ask: "In which order things happened is not looked for yet. Which of the two, in which period?",
  },
  {
    says: /\bby (?:whom|who)\b/,
    unless: /actor|_by"|assigned|"columns"|"from":"audit_logs"/,
    ask: "Who did it stands in the audit log: should its entries be shown, and of which period?",
    options: ["Audit log entries of the last 7 days, newest first", "Changes per person last week"],
  },
  {
    says: /\b(?:would|could|might)\b.{0,60}\bif\b.{0,60}\b(?:were|was|went|moved|switched|changed|put|had been) (?:all )?(?:on|to|onto|over to)\b|\bif\b.{0,60}\b(?:were|was|went|moved|switched|changed|put) (?:all )?(?:on|to|onto|over to)\b.{0,60}\b(?:would|could|might)\b|\b(?:costs?|fees?|pay|spend|bill|price)\b.{0,60}\bif (?:they|it|all|we|the|those|these)\b.{0,60}\b(?:were|was|moved|switched|changed|went|had been) (?:all )?(?:on|to|onto|over to)\b/,
    ask: "What would be if SIMs were on another plan is not reckoned. What they pay now, or what the recommendations would save?",
    options: [
      "Monthly fees of {those}",
      "Total monthly saving of the recommendations for {those}",
      "List the rate plans by monthly price",
    ],
  },
  {
    says: new RegExp(
      `^(?:which |what |on which |list |show |me |the |all |how many |count |number of |were there |are there )*(?:${PERIODS}) (?:without|with no|with zero|that had no|where no|when no|with nothing)\\b`,
    ),
    unless: /"grain"|"without"|"count_distinct"/,
    ask: "Periods without rows cannot be listed yet. The number per period, the empty ones with 0?",
  },
  {
    says: /\b(?:about|close|near|nearly about|on the verge|due) (?:to|of) (?:run(?:ning)? out|be used up|exceed|expire|lapse|hit)\b/,
    unless: /"time":/,
    ask: "Within how many days?",
    instead: [
      [
        /\b(?:about|close|near|nearly about|on the verge|due) (?:to|of) (?:run(?:ning)? out|be used up)\b/,
        "predicted to run out in the next 7 days",
      ],
    ],
    options: [
      "Which SIMs will run out of data in the next 7 days?",
      "Which SIMs will run out of data in the next 30 days?",
    ],
  },
  {
    says: /\bsince(?: then| that(?: day| date| point| time)?)?(?= *(?:$|[?.!,]))|\b(?:from then on|ever since|after that|before that|from that day on)(?= *(?:$|[?.!,]))/,
    unless: /"label":"since|"from":"\d{4}/,
    ask: "Since when: from which day on?",
  },
  {
    says: /\bhow many (?:of (?:them|those|these) )?(?:did|do|does)(?: so| not| that| it)?(?: (?:last|this|in|on|yesterday|today|so far)\b[^?]*)?[ ?.!]*$/,
    ask: "How many did what?",
  },
  {
    says: /\b(?:above|over|beyond|below|under|beneath|(?:more|less|higher|lower|greater) than|exceed\w*|twice|half) ?(?:the |an |our |fleet |overall )*(?:average|mean|median)\b/,
    unless: /"other"|"mean"/,
    ask: "Those above or below the average of all cannot be picked yet. The average itself, or the largest ones in their order?",
    options: [
      "Which SIMs used more than the average last month?",
      "Customers with more open tickets than average",
    ],
  },
  {
    says: /\b(?:percent|%|percentage|share) of (?:the|their|its|each) (?:plan|tariff|allowance|included (?:data|volume))s?\b/,
    unless: /included|used_percent|remaining_percent|"(?:used|remaining)"|quota_data/,
    ask: "The part of the plan's volume that each SIM used in a period cannot be shown yet. What is used of the quota, in percent?",
    options: [
      "Which SIMs have used more than 90% of their data quota?",
      "SIMs that used more last month than their plan includes",
    ],
  },
  {
    says: /\b(?:costs?|fees?|bills?|charges?|total|spend\w*|revenue|pay)\b.{0,40}\b(?:including|incl|inclusive of|with|plus) (?:the |all )?overage\b(?! (?:price|rate|cost|fee)s? per)/,
    unless: /"from":"rate_plans"/,
    ask: "The monthly fees and the overage are two figures: which one first?",
    options: ["Monthly fees of {those} by customer", "Overage of {those} per customer last month"],
  },
  {
    says: /\bof what (?:they|it|each|she|he) (?:had )?(?:used|sent|consumed|moved)\b/,
    unless: /"having"/,
    ask: "Against what they used in which period?",
  },
  {
    says: /(?<!the )\bmost of (?:the|them|our|us|those|these|my|its|their|all)\b(?! (?:last|this|day|time|week|month|year)\b)/,
    unless: /"having":\[\{"measure":"percent"/,
    ask: "Most of them: by the number of each kind, largest first, or how many in all?",
  },
  {
    says: /\b(?:off|non) peak\b|\b(?:at|on) (?:the )?first (?:contact|call|attempt|try)\b|\bby (?:phone|telephone|mail|e ?mail|letter|post|fax)\b/,
    ask: "That is not recorded. Which period, or which kind of row, is meant?",
  },
  {
    says: new RegExp(
      `\\b(?:with|had|having|have|has) (?:at least |an? |any |some |no |one )?(?:\\w+ )?(?:${ROWS}) (?:on|in|during) (?:each|every)\\b`,
    ),
    ask: "On every single one of them, or a number for each?",
  },
  {
    says: /\b(?:on|in|at|during) the (?:same |very )*(?:day|week|month|hour|moment|time) (?:that |when |on which |in which )?(?:they|it|he|she) (?:was|were|got|had been|came)\b/,
    ask: "The same day for each of the rows cannot be looked for yet. Which day, or which rows?",
  },
  {
    says: /\b(?:largest|highest|biggest|smallest|lowest|most|maximum|max|peak)\b.{0,60}\b(?:of|by|for) (?:any|a single|any one|any single)\b/,
    unless: /iccid|"sim"|"firstPer"/,
    ask: "Of one SIM, or of all together?",
    options: [
      "Which SIM used the most data on one day{when}?",
      "Highest daily usage of {those}{when}",
    ],
  },
  {
    says: /\bhow (?:much|many|often)\b.{0,40}\b(?:does|do|did) (?:an?|one|the average|the typical) (?!total|day|week|month)\w+/,
    unless: /"avg"|"median"|"per"|iccid/,
    ask: "On average per SIM, or all together?",
    options: ["Average usage per SIM of {those}{when}", "Total usage of {those}{when}"],
  },
  {
    says: /\b(?:activation|growth|conversion|utili[sz]ation|error|response|retention|resolution|escalation|acceptance|dismissal|deactivation) rates?\b/,
    unless: /"op":"(?:percent|ratio|percent_change|rate)"|percent/,
    ask: "Which part of which rows is that rate?",
  },
  {
    says: /\b\w+ed (?:minus|less|net of) \w+ed\b/,
    unless: /"op":"difference"/,
    ask: "Each of the two numbers by itself?",
  },
  {
    says: /\bon (?:the|our|its|their) (?:cheapest|most expensive|dearest|priciest|biggest|smallest|largest|most popular) (?:\w+ )?(?:plans?|tariffs?|subscriptions?|operators?|networks?)\b/,
    ask: "Which one is that? Name it, or ask for it first.",
  },
  {
    says: /\b(?:biggest|largest|steepest|sharpest|greatest) (?:drop|fall|decline|decrease|loss)\b/,
    unless: /"direction":"asc"/,
    ask: "Ordered by the change, the smallest first?",
  },
  {
    says: /\b(?:over|above|below|under|beyond|past)\b.{1,50}\bby (?:more|less|at least|at most|over)\b/,
    unless: /"op":"(?:difference|excess|percent_change)"/,
    ask: "By how much one figure is above another cannot be bounded yet. Which ones are above it?",
  },
  {
    says: /\b(?:in|on|during) (?:each|every(?: single)?(?: one)?|all) of (?:the|those) (?:last|past|previous)? ?(?:\d+|two|three|four|five|six|seven|ten|twelve|thirty) (?:days|weeks|months)\b/,
    unless: /"grain":|"fillGaps"/,
    ask: "In every single one of them, or on average over all of them?",
  },
  {
    says: /\b(?:open|unresolved|pending|unacknowledged|unanswered|outstanding|backlog)\b.{0,40}\b(?:at|by|as of) (?:the )?(?:end|start|close|beginning) of (?:each|every) (?:day|week|month)\b/,
    ask: "How many were open at the end of a past day is not counted back. How many came in and how many were closed each day, or those that are open now?",
  },
  {
    says: /\bthereof\b|(?:,|-|\band) (?:out )?of (?:which|whom) (?:(?:are|is|were|was)\b|\w+ed\b|active\b|inactive\b|open\b|pending\b|\w+ (?:are|were|is|was)\b)/,
    unless: /"measures":\[\{.*\},\{"as"|"percent"/,
    ask: "Of all, and of these: one number each, or only the second?",
  },
  {
    says: /\bfrom (?:being )?(?:active|inactive|suspended|deactivated) (?:in)?to (?:being )?(?:active|inactive|suspended|deactivated)\b/,
    ask: "What a SIM was before stands in the audit log at most. Which change, in which period?",
  },
  {
    says: /\bdid we (?:have|own|run|operate)\b.*\b(?:on|at|by|as of|before|until)\b/,
    unless:
      /"label":"(?:since|in)|"from":"(?:alerts|support_tickets|connection_events|sms_messages|anomalies|audit_logs)"/,
    ask: "How many there were on a past day is not kept. How many there are now, or how many were activated until then?",
    options: ["How many SIMs are there by status?", "SIMs activated per month this year"],
  },
  {
    says: /\b(?:count|number|how many|total)\b.*\b(?:at|as of) (?:the )?end of (?:each|every) (?:month|week|quarter|year|day)\b/,
    unless:
      /"from":"(?:alerts|support_tickets|connection_events|sms_messages|anomalies|audit_logs|sim_usage\w*|forecasts)"/,
    ask: "How many there were at the end of a past period is not kept. How many there are now, or how many were activated in each?",
    options: ["How many SIMs are there by status?", "SIMs activated per month this year"],
  },
  {
    says: /\b(?:open|opens|opened|file|files|raise|raises) (?:a|an|their|its|any) (?:\w+ )?(?:ticket|case)\b/,
    unless: /^(?!.*"support_tickets\.status","op":"eq","value":"open")/,
    ask: "Tickets that are open now, or all that were opened?",
    options: ["Open tickets of {those} per customer", "Tickets created{when} per customer"],
  },
  {
    says: /\b(?:days?|hours?|weeks?|minutes?) (?:until|till|before|to) (?:the |their |its )?(?:\w+ )?(?:expiry|expiration|exhaustion|end|deadline|renewal)\b/,
    unless: /"unit":|"columns":/,
    ask: "The date of each, or the number of days until then?",
  },
  {
    says: /\b(?:accura(?:te|cy)|precis(?:e|ion))\b.{0,40}\b(?:forecasts?|predictions?)\b|\b(?:forecasts?|predictions?)\b.{0,40}\b(?:accura(?:te|cy)|precis(?:e|ion))\b/,
    unless: /"op":"(?:difference|percent_change)"/,
    ask: "Predicted and actual data beside each other, of which days?",
    options: [
      "Predicted and actual data per day last week",
      "Predicted and actual data per SIM yesterday",
    ],
  },
];
