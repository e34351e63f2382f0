import type { Plainer } from "./plainer.ts";

const UNIT = "(MB|GB|KB|TB|megabytes|gigabytes)";
const BOUND = "(?:under|below|over|above|less than|more than|at least|at most|<|>)";
const MONEY = "(?:money|revenue|income|cash|turnover)";
const EVERY_MONTH = "(?: (?:per|a|each|every) month| monthly)?";
const EARNS = "(?:brings?(?: in)?|earns?|makes?|generates?|yields?|pays?|contributes?)";
const PLACE = "(?:system|database|platform|records|books|portal|tool|app|dashboard)";

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
/** A length of time behind what is looked for, in a question of a few words that says nothing else of it. */
const TERSE = (unit: string) =>
  new RegExp(
    `^((?:(?!(?:last|past|next|than|over|under|within|for|in|every|each|about|least|most|after|before|by|to|and|since|the|for|offline|silent|quiet|dark|idle|inactive|suspended|active|unseen|dead|down|missing|gone|old|stale|seen|online|disabled|blocked)\\b)[\\p{L}-]+ ){1,4})(\\d{1,3}) ?(?:${unit})((?: \\p{L}[\\p{L}\\d-]*){0,3})\\s*[?.]?$`,
    "iu",
  );

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
  // "which is cheaper, A or B": what each of them costs
  [
    /^(?:which|what)(?: (?:rate )?(?:plan|tariff|one))? (?:is|costs) (?:the )?(?:cheaper|more expensive|dearer|pricier|less|more)(?: one)?[,:;]? (?!than\b)(.{2,40}?) or (.{2,40}?)[\s?.!]*$/i,
    "price of $1 and $2",
  ],
  [
    /^(?:is|are) (.{2,40}?) (?:cheaper|more expensive|dearer|pricier|less expensive) than (.{2,40}?)[\s?.!]*$/i,
    "price of $1 and $2",
  ],
  // "against all other customers"
  [
    /\b(vs\.?|versus|against|with|to|and|than) all (?:(?:of )?(?:the|our) )?other (?:customers|clients|accounts|countries|networks|operators|carriers|plans|tariffs|teams|sims|cards|devices)\b/gi,
    "$1 others",
  ],
  [/\b(compared? with|together with|with) all others\b/gi, "$1 others"],
  // "how much cheaper is A than B"
  [
    /\b(?:by )?how much (?:more expensive|dearer|pricier|costlier) (?:is|are|was|were) (.{2,60}?) than\b/gi,
    "how much more does $1 cost than",
  ],
  [
    /\b(?:by )?how much (?:cheaper|less expensive) (?:is|are|was|were) (.{2,60}?) than\b/gi,
    "how much less does $1 cost than",
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
    /^((?:(?!\bactive\b).){3,200}?)[,;(]?\s*(?:including|incl\.?|counting|also|and also) (?:(?:the|all|any) )?(?:(?:inactive|suspended|deactivated)(?:,? (?:and|or) |, )?){1,3} (?:ones?|sims?|cards?|devices?)\)?(?=\s*(?:[.?!,]|$))/i,
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
    /\b(how many (?:[\w.-]+ ){0,3}(?:sims|cards|devices|ones|units))(?: do we have| are| have we got| are there)? (?:still )?left\b(?! (?:on|to|with|over))/gi,
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
    /^([^-–:;?]{3,60}?)\s*(?:[:;]|\s[-–—])\s*how many (?:different|distinct|unique) (sims|devices|cards|units)\b,? ?(.{0,60})$/i,
    "how many $2 had $1 events $3",
  ],
  // "CityBikes is asking why its usage doubled in October, did it?"
  [
    /^(.{2,40}?) (?:is|are|was|were|keeps?) (?:asking|wondering|complaining|claiming|saying|telling us) (?:why |that |whether |if |how come )?(?:its|their|his|her) (?=(?:data |monthly )?(?:usage|traffic|consumption|bill|costs?)\b)(.{5,120}?)[.,;]? (?:did it|has it|is (?:that|it) (?:so|true|right|correct))\s*\?*$/i,
    "did $1's $2",
  ],
];
