import { MONTH } from "./months.ts";
import type { Plainer } from "./plainer.ts";

const AGAINST = "(?:vs\\.?|versus|against|compared (?:to|with))";

/** Everyday ways to ask, in the words that the lexicon knows. */
export const EVERYDAY: readonly Plainer[] = [
  // "how many SIMs had traffic on an average day"
  [
    /(?<!\bthan )\b(?:on|in|for|over) (?:an?|the|one) (?:average|typical|mean|normal|usual) (hour|day|week|month)\b/gi,
    "per $1 on average",
  ],
  // "inactive or suspended, and which of the two": the row says it
  [
    /,? and which (?:of (?:the|those|these) (?:two|three|both)|one it is|it is|is which|one|state|of both)\s*(?=[.?!]*$)/i,
    "",
  ],
  // "Solterra review at two o'clock: …": when somebody meets
  [
    /^([^:,;?]{0,60}\b(?:meeting|call|review|visit|appointment|demo|workshop|QBR|lunch|standup|presentation)(?: with [^:,;?]{1,40}?)?) at (?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)(?: ?o['’]?clock| ?[ap]\.?m\.?| sharp)?(?=\s*[:,;–—-])/i,
    "$1",
  ],
  // "every SIM counted whatever its status": nothing is hidden anyway
  [
    /[,;(]?\s*(?:(?:every|each|all) (?:sims?|cards?|devices?|one|of them) (?:counted|included|counts?),? )?(?:whatever|no matter|regardless of|irrespective of|independent of|whichever) (?:what |which )?(?:(?:its|their|the) )?(?:status|state)(?: (?:is|are|it is in|they are in|they have|it has))?\)?/gi,
    "",
  ],
  [
    /^((?:(?!\bactive\b|\b(?:tickets?|alerts?|anomal\w+|events?|messages?|rejects?)\b).){3,200}?)(?<!\b(?:not|without|never|no))[,;(]?\s*(?<!\b(?:not|without|never|no) )(?:including|incl\.?|counting) (?:(?:the|all|any) )?(?:(?:inactive|suspended|deactivated)(?:,? (?:and|or) |, )?){1,3} (?:ones?|sims?|cards?|devices?)\)?(?=\s*(?:[.?!,]|$))/i,
    "$1",
  ],
  // "the likeliest to leave first"
  [
    /,? (?:the )?(?:likeliest|most likely|highest (?:risk|probability))(?: (?:ones? )?to (?:leave|churn|go|cancel|quit))? (?:first|on top)\b/gi,
    " by churn probability, highest first",
  ],
  [/\b(?:likeliest|the most likely) to\b/gi, "most likely to"],
  // "tag changes made over Slack"
  [
    /\b((?:tag|label|name|plan|tariff|status|quota|limit) changes?) (?:that were |which were )?made\b/gi,
    "$1",
  ],
  // "quotas used by 90 % or more"
  [
    /\b((?:quotas?|allowances?|packages?|bundles?) (?:that (?:is|are) )?used) (?:up )?(?:by|to) (?=(?:more than |over |at least |less than |under )?\d+ ?(?:%|percent))/gi,
    "$1 ",
  ],
  // "but still have SMS", "but sms is left": some of the quota
  [
    /\bstill (have|has|got|having) (?:some |any )?(sms|texts|data|volume)\b(?=\s*(?:[.?!,]|$))/gi,
    "$1 $2 left",
  ],
  [
    /\b(where|but|and|whose)(?: (?:their|its|the|some))? (data|sms|texts?) (?:is|are) (?:still )?(?:left|remaining)\b/gi,
    "$1 with $2 left",
  ],
  // "devices heard in the last 15 minutes, just a number"
  [
    /^(?!.*\b(?:how|number of|count|total|sum|average|mean|usage|traffic|data|volume)\b)(.{5,150}?)\s*[,;:–—-]\s*(?:just|only) (?:a|the|one) (?:number|count|figure|total)(?: please)?[.!?]*$/i,
    "how many $1",
  ],
  // "how many 2G devices left": no data
  [
    /\b(how many (?:[\w.-]+ ){0,3}(?:sims|cards|devices|ones|units))(?: do we have| are| have we got| are there)? (?:still )?left\b(?=\s*(?:[?.!,]|$)| (?:in|per|by)\b)/gi,
    "$1",
  ],
  // "had 0 traffic", "with 0 MB"
  [
    /\b(had|has|have|having|with|used|moved|sent|show|showing|showed) (?:exactly |only )?(?:0|zero) (?:bytes?|[kmgt]b|traffic|usage|data|volume)(?: of (?:data|traffic|usage))?(?! (?:quota|left|remaining))\b/gi,
    "$1 no traffic",
  ],
  [/\b(?:used|moved|sent) no traffic\b/gi, "had no traffic"],
  // "who handles the tickets of X": a team
  [
    /^who (?:handles|works on|looks after|deals with|processes|takes care of|is handling|is working on|is looking after|is dealing with) ((?:(?:the|all|our|open|pending) )*tickets?\b)/i,
    "which teams have $1",
  ],
  // "customer says X keeps dropping - show …"
  [
    /^(?:(?:the |a |our )?(?:customer|client|user|owner|driver|technician|they|he|she)s? (?:says?|said|claims?|reports?|complains?|tells? (?:me|us)) (?:that )?)?(?=\S*\d)(\S+) (?:keeps? (?:on )?|is (?:always |constantly )?)(?:dropping|disconnecting|falling|losing|going|flapping|dying)(?: (?:off|out|down|offline|dead|the connection|connection|the network|off the network))?\s*[-–—:;,.]\s*(.{5,200})$/i,
    "$2 for $1",
  ],
  // "did anybody change a rate plan last week"
  [
    /^(?:did|has|have) (?:anybody|anyone|somebody|someone) (?:change|changed|touch|touched|switch|switched|swap|swapped) (?:a |an |the |any )?(rate plan|plan|tariff|tag|label|quota|status)s?\b/i,
    "who made $1 changes",
  ],
  // "…, all networks together"
  [
    /,? (?:over |for |across )?all (?:(?:the|our) )?(?:networks|operators|customers|clients|countries|sims|cards|devices|plans|tariffs|teams|statuses|states) (?:together|combined|taken together|in one|summed up|put together)\b/gi,
    "",
  ],
  // "Friday the 16th"
  [
    /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! of| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi,
    "the $2th",
  ],
  // "SIMs with same imei - duplicates?"
  [/\s[-–—]\s*(?:any )?(?:duplicates|doubles|dupes)\s*\?*$/i, ""],
  // "how many rejects did X have, and for what cause"
  [/,? and (?:for|with|of|by) (?:what|which) (cause|reason)s?\s*(?=[.?!]*$)/i, " by cause"],
  // "tickets escalated to Network Operations"
  [
    /\b(tickets?(?: that (?:were|are|got))?) (?:escalated|routed|handed|passed|forwarded|sent|given) (?:over |on )?to (?=\p{Lu}|the )/gu,
    "$1 assigned to ",
  ],
  // "hours from ticket creation to resolve"
  [
    /\b(?:hours|time|days|minutes) (?:it takes )?(?:from|between) (?:(?:the )?tickets?['’]?s? )?(?:creation|creating|opening|being opened|open) (?:to|until|till|and) (?:resolve|resolution|resolving|close|closing|closure|being resolved)\b/gi,
    "time to resolve",
  ],
  // "is everything ok?"
  [
    /^(?:is )?(?:everything|all|things)(?: is| are| still)? (?:ok|okay|fine|alright|good|in order|normal|up and running)(?: (?:right )?now| today)?\s*\?*$/i,
    "how is the fleet doing",
  ],
  // "which customer causes most overage": a verb
  [
    /\b(which|what) ((?:rate )?plan|customer|client|operator|network|country|sim|card|device|tag|team) (?:causes|is causing) (?=(?:the )?(?:most|least|highest|lowest|more|biggest|largest)\b)/gi,
    "$1 $2 has ",
  ],
  // "congestion rejects, top 3 countries this month"
  [
    /^((?:[\w-]+ ){0,3}(?:rejects|rejections|tickets|complaints|alerts|events|messages|sms|anomalies|attaches|detaches|failures|sims|usage|traffic|data usage)),? top (\d{1,3}|three|five|ten) (countries|operators|networks|customers|clients|plans|rate plans|causes|tags|teams|categories|sims|devices|cards)\b([^,:]{0,60})$/i,
    "top $2 $3 by $1$4",
  ],
  // "top reject causes": by how often they come
  [/\btop (?=(?:[\w-]+ )?(?:causes|categories|kinds|types)\b)/gi, "most common "],
  // "fees in €"
  [/\b(?:in|as) ?€(?=\s|[,.;?!]|$)/g, ""],
  // "what do we bill VoltCharge per month"
  [
    /\b(?:what|how much) (?:do|are|will|would) we (?:bill|billing|charge|charging|invoice|invoicing) (?:for )?(?!overage|extra)([^?.!,;]{2,60}?)(?: in total)? (?:each|per|a|every) month\b/gi,
    "total monthly fee of $1",
  ],
  [
    /\bwhat (?:they|these|those|each) (?:are|is|get|gets) (?:billed|charged|invoiced) (?:each|per|a|every) month\b/gi,
    "their monthly fee",
  ],
  // "in 09/2026"
  [/(?<![\d/.-])(0[1-9]|1[0-2])\/(20\d\d)(?![\d/-])/g, "$2-$1"],
  // "PLMN not allowed - how many different SIMs, past 24 hours"
  [
    /^((?=[^-–:;?]{0,60}\b(?:reject\w*|PLMN|not allowed|attach\w*|detach\w*|barred|congestion|failures?|coverage|sessions?)\b)[^-–:;?]{3,60}?)\s*(?:[:;]|\s[-–—])\s*how many (?:different|distinct|unique) (sims|devices|cards|units)\b,? ?(.{0,60})$/i,
    "how many $2 had $1 events $3",
  ],
  // "CityBikes is asking why its usage doubled in October, did it?"
  [
    /^(.{2,40}?) (?:is|are|was|were|keeps?) (?:asking|wondering|complaining|claiming|saying|telling us) (?:why |that |whether |if |how come )?(?:its|their|his|her) (?=(?:data |monthly )?(?:usage|traffic|consumption|bill|costs?)\b)(.{5,120}?)[.,;]? (?:did it|has it|is (?:that|it) (?:so|true|right|correct))\s*\?*$/i,
    "did $1's $2",
  ],
  // "SIMs that have used up their quota", at no time that is named: nothing is left now
  [
    /^(?!.*\b(?:when|often|times?|days?|date|today|yesterday|weeks?|months?|years?|since|ago|last|this|past|hours?|in|Q\d|events?|alerts?|anomal\w+|before|after|between|during|until|never|not|will)\b)(.{0,120}?)\b(?:(?:that|which|who) )?(?:(?:have|has|had) )?(?:already )?(?:used up|exhausted|depleted|maxed out|burn(?:ed|t) through) (?:all )?(?:of )?(?:their|its|the) (?:(?:whole|entire|full|monthly) )?(?:data|quota|data quota|allowance|package|bundle|volume)s?(?=\s*(?:[.?!,]|$|\bby\b|\bper\b))/i,
    "$1with no data left",
  ],
  // "September vs August vs July"
  [
    new RegExp(
      `\\b(${MONTH}) ${AGAINST} (${MONTH}) (?:${AGAINST}|and) (${MONTH})(?=\\s*[?.!]*$)`,
      "i",
    ),
    "$3, $2 and $1, each month by itself",
  ],
  // "which plan includes the most data"
  [
    /\b(which|what) (?:of (?:our|the) )?((?:rate |price )?plans?|tariffs?) (?:includes?|offers?|comes? with|gives?) the (most|least|fewest) (data|sms)\b/gi,
    "$1 $2 has the $3 $4 included",
  ],
  // "exceeded their plan's included data"
  [
    /\b(?:(?:have|has|had) )?(?:exceed(?:ed|s)?|went (?:over|above|beyond)|gone (?:over|above|beyond)|overran|broke|used more than) (?:their|its|the) (?:(?:rate )?plan['’]?s? |tariff['’]?s? )?(?:included|inclusive|bundled) (?:data|volume|usage)(?: volume)?\b/gi,
    "used more than their plan includes",
  ],
  // "have not used half of their quota"
  [
    /\b(?:have|has|had|did)(?:n['’]?t| not) (?:yet |even )?used? (?:even )?(half|a quarter|a third|a tenth|\d{1,2} ?(?:%|percent)) of\b/gi,
    "used less than $1 of",
  ],
  // "how many of them have been waiting longer than 3 days": in whatever state they are
  [
    /\bof (them|those|these) (?:have|has) been waiting (?:for )?(?:longer|more) than (?=\S+ (?:hour|day|week|month)s?\b)/gi,
    "of $1 are older than ",
  ],
  [
    /\b(tickets?) (?:(?:that|which) )?(?:have|has) been waiting (?:for )?(?:longer|more) than (?=\S+ (?:hour|day|week|month)s?\b)/gi,
    "$1 unresolved for more than ",
  ],
  // "the data hogs of last week"
  [
    /\b(?:the |our |biggest |worst |top )*(?:data|bandwidth|traffic) (?:hogs?|guzzlers?|eaters?|monsters?|gluttons?)\b/gi,
    "top SIMs by data usage",
  ],
  // "is usage trending up or down this quarter"
  [
    /^(?:is|are) (?:the |our )?(.{3,60}?) (?:trending|going|heading|moving) (?:up|down|upwards?|downwards?)(?: or (?:up|down|upwards?|downwards?))\b/i,
    "trend of $1",
  ],
  // "newly activated"
  [
    /\bnewly activated\b(?=.*\b(?:last|this|since|past|today|yesterday|in|on|between|from)\b)/gi,
    "activated",
  ],
  // "less than 5 days of data left"
  [
    /\b(?:with|(?:that|which) have|have|has) (?:less|fewer) than (\S+) days? (?:of|worth of) (?:data|volume|quota)(?: left| remaining)?\b/gi,
    "running out within $1 days",
  ],
  // "SIMs that have been active for more than a year"
  [
    /\b(?:have been|has been|are|is) active for (?:more than|over|longer than) (\S+ (?:day|week|month|year)s?)\b/gi,
    "are active and were activated more than $1 ago",
  ],
  // "with usage this week but none last week"
  [
    /\b(with|had|used) (usage|traffic|data|alerts?|tickets?|rejects?)( [^,.;?]{3,30}?),? but (?:none|nothing|not|no longer) (?=(?:in |since |during )?(?:the )?(?:last|this|past|previous|yesterday|today|january|february|march|april|may|june|july|august|september|october|november|december|week|month)\b)/gi,
    "with $2$3 and no $2 ",
  ],
  // "at what hour do the chargers use the most data"
  [/\b(?:at|in|during) (?:what|which) hours?\b(?! of)/gi, "at which hour of the day"],
  // "matrix of customers and countries with number of SIMs"
  [
    /\b(?:a |the )?(?:matrix|cross ?tab|pivot(?: table)?) of (?:our )?([a-z]+(?: plans?)?) (?:and|by|x|vs\.?|versus|against) ([a-z]+(?: plans?)?) with (?:the )?(?:number|count) of (\w+)\b/gi,
    "number of $3 by $1 and $2",
  ],
  // "the split between upload and download"
  [
    /\b(?:the |a )?split (?:between|of|into) (upload|uplink) (?:and|vs\.?|versus) (download|downlink)\b/gi,
    "$1 and $2",
  ],
  // "at night (22:00 to 6:00)"
  [
    /\b(?:at night|overnight|during the night|in the night),? \(?(?:(between|from) )?(\d{1,2}(?::\d\d)?(?: ?[ap]m)?) ?(?:to|and|-|–|until) ?(\d{1,2}(?::\d\d)?(?: ?[ap]m)?)\)?/gi,
    "between $2 and $3",
  ],
  // "between 8 and 18 o'clock"
  [/\b(\d{1,2}) (and|to|until) (\d{1,2}) ?o['’]?clock\b/gi, "$1:00 $2 $3:00"],
  // "between 10 pm last night and 6 this morning"
  [
    /\b((?:last night|yesterday|yesterday (?:evening|night)) (?:and|to|until|till)) (\d{1,2}) (?:am )?this morning\b/gi,
    "$1 $2:00 today",
  ],
  // "since 22:00 last night", "at 2 am last night"
  [/\bafter (?=\d{1,2}(?::\d\d)?(?: ?pm)? last night\b)/gi, "since "],
  [
    /\b((?:1[2-9]|2[0-3]):\d\d|\d{1,2}(?::\d\d)? ?pm) (?:last night|yesterday (?:evening|night|afternoon))\b/gi,
    "$1 yesterday",
  ],
  [
    /\b(0?[0-6]:\d\d|(?:0?[1-6]|12)(?::\d\d)? ?am) (?:last night|at night|in the night)\b/gi,
    "$1 today",
  ],
  // "how many more tickets did we get in September than in August"
  [
    /\b(how many (?:more|fewer|less) (?:[\w-]+ ){0,2}[a-z]+s) (?:did|do|have|had) we (?:get|have|see|had|got|gotten|receive|send) (?=(?:in |on |last |this |during )?.{2,30}\bthan\b)/gi,
    "$1 ",
  ],
  // "exceeded 1 GB on a single day"
  [
    /\bexceeded (?=\d+(?:[.,]\d+)? ?[kmgt]b (?:on|in) (?:a|one|any) (?:single )?(?:day|hour)\b)/gi,
    "used more than ",
  ],
  // "earliest run-out date per customer"
  [
    /\b(?:earliest|first|next|soonest) (?:run[- ]?out|exhaustion) dates? (?:per|by|for each|of each|in each) (?=[a-z]+)/gi,
    "first SIM to run out for each ",
  ],
  [
    /\b(first|earliest|last|latest|most recent) activation(?: date)?s? (?:per|by|for each|of each|in each) ([a-z]+(?: plan)?)\b/gi,
    "when was the $1 SIM of each $2 activated",
  ],
];
