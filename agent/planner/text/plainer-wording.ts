import { MONTH } from "./months.ts";
import type { Plainer } from "./plainer.ts";

const UNIT = "(MB|GB|KB|TB|megabytes|gigabytes)";
const BOUND = "(?:under|below|over|above|less than|more than|at least|at most|<|>)";
const MONEY = "(?:money|revenue|income|cash|turnover)";
const EVERY_MONTH = "(?: (?:per|a|each|every) month| monthly)?";
const EARNS = "(?:brings?(?: in)?|earns?|makes?|generates?|yields?|pays?|contributes?)";
const PLACE = "(?:system|database|platform|records|books|portal|tool|app|dashboard)";

/** A length of time behind what is looked for, in a question of a few words that says nothing else of it. */
const TERSE = (unit: string) =>
  new RegExp(
    `^((?:(?!(?:last|past|next|than|over|under|within|for|in|every|each|about|least|most|after|before|by|to|and|since|the|for|offline|silent|quiet|dark|idle|inactive|suspended|active|unseen|dead|down|missing|gone|old|stale|seen|online|disabled|blocked)\\b)[\\p{L}-]+ ){1,4})(\\d{1,3}) ?(?:${unit})((?: \\p{L}[\\p{L}\\d-]*){0,3})\\s*[?.]?$`,
    "iu",
  );

/** Ways to word a figure, a heading or a remark that say no more than plainer words do. */
export const WORDING: readonly Plainer[] = [
  // "last connection of pump-7"
  [/\b(?:last|latest|most recent) connection (?=(?:of|for|by|from) )/gi, "last contact "],
  // "which plan brings in the most money per month"
  [
    new RegExp(
      `\\bwhich (?:of (?:our|the) )?((?:rate |price )?(?:plan|tariff)|customer|client|country|tag|operator)s? ${EARNS}(?: us)? (?:the )?most(?: ${MONEY}${EVERY_MONTH}|${EVERY_MONTH}(?=\\s*[?.!]*$))`,
      "gi",
    ),
    "which $1 has the highest monthly revenue of sims",
  ],
  [
    new RegExp(
      `\\bwhich (?:of (?:our|the) )?((?:rate |price )?(?:plan|tariff)|customer|client|country|tag|operator)s? ${EARNS}(?: us)? (?:the )?least(?: ${MONEY}${EVERY_MONTH}|${EVERY_MONTH}(?=\\s*[?.!]*$))`,
      "gi",
    ),
    "which $1 has the lowest monthly revenue of sims",
  ],
  // "MB up and MB down per day"
  [
    new RegExp(`\\b${UNIT} up(?:loaded)? and (?:${UNIT} )?down(?:loaded)?\\b`, "gi"),
    "upload and download in $1",
  ],
  [/\b(?:data|traffic|volume) up and (?:(?:data|traffic|volume) )?down\b/gi, "upload and download"],
  [/\bhow much up and (?:how much )?down\b/gi, "how much upload and how much download"],
  // "plan prices", "the prices of our tariffs"
  [
    /^\s*(?:(?:the|our|all|show|list|me|give) )*(?:(?:rate )?plans?|tariffs?)(?:['’]s?)? (?:prices?|pricing|costs?|fees?)\s*[.?!]*$/i,
    "list the rate plans with their monthly price",
  ],
  // "until when is the data package of X good", "how long is the quota of X valid"
  [
    /\b(?:until when|till when|how long|up to when) (?:is|are) (?:the |its |their )?(?:data |sms )?(?:package|quota|bundle|allowance|credit|volume|data) (?:of|on|for|from) ([^?]{1,60}?) (?:still )?(?:good|valid|usable)\b/gi,
    "when does the data quota of $1 expire",
  ],
  // "how long will the data of X last"
  [
    /\bhow (?:long|many days) (?:will|does|do|would|is|are) (?:the )?(?:remaining )?(?:data|quota|bundle|allowance|package|credit|data quota|data volume)(?: (?:left|remaining))? (?:of|on|in|for) (.{1,60}?) (?:going to |still )?(?:last|hold out|hold|be enough|suffice)\b/gi,
    "when will $1 run out of data",
  ],
  // "more likely than not run out"
  [
    /\b(?:will |to )?(?:more likely than not|most likely|quite likely|probably) (?:will )?run out(?: of data)?\b/gi,
    "have a chance of running out of over 50 %",
  ],
  // "confirmed share of anomalies by kind"
  [
    /\b(confirmed|dismissed|acknowledged|unacknowledged|resolved|unresolved|failed|delivered|undelivered|suspended|active|inactive) (share|percentage|proportion|fraction) of (?:the |all |our )?(anomalies|alerts|tickets|sims|sms|messages|texts|[a-z]+s)\b/gi,
    "$2 of $3 that are $1",
  ],
  // "cohort anomalies: which group was hit"
  [
    /\bwhich (?:group|cohort)s?(?: of devices)? (?:(?:was|were|is|are|got) )?(?:hit|affected|concerned|involved|struck)\b/gi,
    "by cohort",
  ],
  // "customers by size: number of SIMs and %"
  [
    /^\s*(?:our |the |all |list (?:of )?)*(customer|operator|network|tag|rate plan|plan|country|countrie)s?(?: by size)?(?: please)?\s*(?:[:,–—-]|with)\s*(?:their |its )?(?=number of (?:sims|cards|devices)\b.*(?:share|%|percent))(.+)$/i,
    "$2 by $1",
  ],
  [
    /(?:%|\bpercent(?:age)?|\bshare) of (?:the|our) (?:whole |entire |total )?fleet\b/gi,
    "share of all SIMs",
  ],
  // "which SIM is that in your system"
  [
    new RegExp(
      `\\b(?:in|within|on) (?:your|our|the|this|simon['’]?s?) ${PLACE}(?=\\s*(?:[.?!,;]|$))`,
      "gi",
    ),
    "",
  ],
  // "changes in the middle of the night, between midnight and 5 am"
  [/\bin the (?:middle|dead) of the night\s*[,:;(–—-]\s*(?=(?:between|from|after|before)\b)/gi, ""],
  // "… - somebody is plugging them in"
  [
    /(?<!\s)\s*(?:[,;]|\s[-–—])\s+(?:somebody|someone|people) (?:is|are|was|were|must|might|may|could|has|have|seems? to|keeps?) [^.?!]{1,60}[.!]?\s*$/i,
    "",
  ],
  // "… already? don't want to open a second one"
  [
    /(?<!\s)\s*[.?!;,–—-]\s*(?:because |as )?(?:i |we )?(?:don['’]?t|do not|didn['’]?t) (?:want|need|like) to (?:open|create|raise|bother|pay|miss|lose|waste|duplicate|wake|call|ask|guess|disturb|spam|double|repeat)\b[^.?!]{0,60}[.!]?\s*$/i,
    "",
  ],
  // "flapping devices: more than 3 attaches in the last 7 days": what it means is said behind
  [
    /^\s*(?:flapping|bouncing|zombie|ghost|sleeper|runaway|unstable|chatty|nervous|lazy|dodgy|suspicious|shady|forgotten)\s+(sims|cards|devices|units|trackers|meters|ones)\s*(?::|\s[-–—])\s+(?=\S)/i,
    "$1 ",
  ],
  // "does 8988… have an open ticket already"
  [
    /^\s*(?:does|has) (\S*\d\S*) (?:already |still |currently )?(?:have|got|get) (?:an?|any|some) ((?:[a-z]+ ){0,2}(?:ticket|alert|anomaly)s?)(?: already| yet| now| right now| at the moment)?\b/i,
    "is there an $2 for $1",
  ],
  // "messages from chargers saying low battery"
  [
    /^(?!\s*(?:please |can you |could you )?(?:send|text|sms|message|tell)\b)(.*\b(?:messages?|sms|texts?|msgs?)\b.{0,60}?) (?:saying|that says?|which says?) (?!["“”'‘’]|(?:the|that|so|something|anything|it|yes|no)\b)(\p{Ll}[\p{Ll} ]{2,40}?)\s*[?.!]*$/iu,
    '$1 that say "$2"',
  ],
  // "have we got any texts from …"
  [
    /^\s*(?:have|did) we (?:got|gotten|get|had|have|received?) (?:any )?(?=(?:new |open )?(?:messages?|sms|texts?|alerts?|tickets?)\b)/i,
    "list ",
  ],
  // "with both upload and download under 1 MB"
  [
    new RegExp(
      `\\b(?:both )?(upload) and (download) (?:(?:of|were|was|are|is|both|each) )*(${BOUND} [\\d.,]+ ?${UNIT})`,
      "gi",
    ),
    "$1 $3 and $2 $3",
  ],
  // "whose upload last month was under 1 MB"
  [
    new RegExp(
      `\\bwhose (upload|download|usage|traffic|data usage) (last (?:week|month)|yesterday|this (?:week|month)|in [A-Z][a-z]+) (?:was|were|is) (${BOUND} [\\d.,]+ ?${UNIT})`,
      "g",
    ),
    "with $1 $3 $2",
  ],
  // "the last change made to X"
  [/\bchange (?:that was )?made (?:to|on) (?=\S*\d)/gi, "audit entry of "],
  [/\bper (?:sim|card|device)[- ]day\b/gi, "per day per SIM"],
  // a column, as it is called
  [/\bevent_counts?\b/gi, "usage records"],
  // "rejects 24h Telekom DE", "imei changes 7d"
  [TERSE("h|hr|hrs"), "$1in the last $2 hours$3"],
  [TERSE("d"), "$1in the last $2 days$3"],
  [TERSE("w|wk|wks"), "$1in the last $2 weeks$3"],
  // "chargers that didn't connect today"
  [
    /\b(?:did(?:n['’]?t| not)|have(?:n['’]?t| not)|has(?:n['’]?t| not)) connect(?:ed)?(?: to the network)?\b/gi,
    "were not seen",
  ],
  // "online now (last hour)"
  [
    /\bonline(?: right)?(?: now)? \(?(?:in |within )?(?:the )?last (hour|\d+ (?:minutes|hours))\)?/gi,
    "seen in the last $1",
  ],
  // "biggest jump in usage, this week against last"
  [
    /\b(?:biggest|largest|highest|greatest|strongest) (?:jump|leap|surge|rise|increase|climb) in (?:data )?(?:usage|traffic|consumption|data)\b/gi,
    "highest growth of usage",
  ],
  [
    /\bthis (week|month|quarter) (?:against|vs\.?|versus|compared (?:to|with)) last(?! (?:week|month|quarter|year|\d))\b/gi,
    "this $1 against last $1",
  ],
  // "whose October usage already exceeds their whole September usage"
  [
    new RegExp(
      `\\bwhose (${MONTH}) (?:data )?(?:usage|traffic|consumption) (?:so far )?(?:already )?(?:exceeds|is (?:above|over|higher than|more than|larger than)) (?:their|its|that of|the one of) (?:(?:whole|total|entire|full) )?(?:of )?(${MONTH})(?: (?:data )?(?:usage|traffic|consumption))?`,
      "g",
    ),
    "that used more data in $1 than in $2",
  ],
  // "with traffic on fewer than 5 days"
  [
    /\bwith (?:traffic|usage|data) on (?=(?:fewer|less|more|at (?:least|most)|only|exactly) )/gi,
    "that used data on ",
  ],
  // "outside office hours (before 7 or after 19 UTC)"
  [
    /\boutside (?:of )?(?:the )?(?:office|business|working|opening|normal|regular) hours,? \(?(?:i\.?e\.? )?(?:before|earlier than) (\d{1,2})(?::00)?(?: ?am)? (?:or|and) (?:after|later than) (\d{1,2})(?::00)?(?: utc| gmt)?\)?/gi,
    "between $2:00 and $1:00",
  ],
  [/^\s*changes (?=between \d{1,2}(?::\d\d)? and \d)/i, "audit entries "],
  // "at the weekend of 17/18 October"
  [
    new RegExp(
      `\\b(?:at|on|over|during|in)? ?the weekend of (?:the )?(\\d{1,2}) ?(?:/|and|-|–|&) ?(\\d{1,2}) (${MONTH})`,
      "g",
    ),
    " from $1 to $2 $3",
  ],
  // "where they notify"
  [/,? and where they notify\b/gi, " and their notification channels"],
  // "acknowledged later than one hour after triggering"
  [
    /\backnowledged (?:later|more) than ((?:an?|one|two|three|\d+) (?:minute|hour|day)s?) after (?:triggering|they (?:were )?triggered|being triggered|firing|they fired|the alert)\b/gi,
    "that took more than $1 to acknowledge",
  ],
  // "whose IMEI changed"
  [/\bwhose imeis? (?:has |have |was |were |got )?changed\b/gi, "with an IMEI change"],
  [
    /\b(?:swapped|changed|switched|replaced) (?:its|their|the) (?:hardware|modem|module|board)s?\b/gi,
    "changed its IMEI",
  ],
  [/\bpresent status\b/gi, "status"],
  // "the quietest ten chargers over the last two weeks"
  [
    /\b(?:the )?quietest (\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) ((?:[a-z]+[ -])?[a-z]+s)\b/gi,
    "the $1 $2 with the lowest data usage",
  ],
  [
    new RegExp(`\\b(?:avg|average|mean) ${UNIT} ?(?:/|per|a) ?day\\b`, "gi"),
    "average daily usage in $1",
  ],
  // "trackers in us": nothing is in us
  [/\bin us\b/g, "in US"],
];
