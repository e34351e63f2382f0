import type { Plainer } from "./plainer.ts";

const UNIT = "(MB|GB|KB|TB|megabytes|gigabytes)";
const BOUND = "(?:under|below|over|above|less than|more than|at least|at most|<|>)";
const MONEY = "(?:money|revenue|income|cash|turnover)";
const EVERY_MONTH = "(?: (?:per|a|each|every) month| monthly)?";
const EARNS = "(?:brings?(?: in)?|earns?|makes?|generates?|yields?|pays?|contributes?)";
const PLACE = "(?:system|database|platform|records|books|portal|tool|app|dashboard)";

/** Ways to word a figure, a heading or a remark that say no more than plainer words do. */
export const WORDING: readonly Plainer[] = [
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
    "until when is the data of $1 valid",
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
    /\s*(?:[,;]|\s[-–—])\s+(?:somebody|someone|people) (?:is|are|was|were|must|might|may|could|has|have|seems? to|keeps?) [^.?!]{1,60}[.!]?\s*$/i,
    "",
  ],
  // "… already? don't want to open a second one"
  [
    /\s*[.?!;,–—-]\s*(?:because |as )?(?:i |we )?(?:don['’]?t|do not|didn['’]?t) (?:want|need|like) to (?:open|create|raise|bother|pay|miss|lose|waste|duplicate|wake|call|ask|guess|disturb|spam|double|repeat)\b[^.?!]{0,60}[.!]?\s*$/i,
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
];
