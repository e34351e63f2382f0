import type { Plainer } from "./plainer.ts";

const SPLIT =
  "customer|client|operator|network|country|plan|category|team|rule|severity|priority|rat|cause|tag|day|week|month|status|kind|channel|person";

/** What people say who think aloud, write notes, or think in German, as plainer words. */
export const SPOKEN: readonly Plainer[] = [
  // "never-seen SIMs out": not those
  [
    /([.;,(–—-]\s+)((?:the |all |any )?(?:[a-z]+(?:-[a-z]+)? ){1,2}(?:sims|cards|devices|ones|tickets|alerts|customers|entries)) (?:are |stay |kept |go )?out(?=\s*(?:[.;,)!]|please\b|pls\b|$))/gi,
    "$1excluding $2",
  ],
  // "most tickets in relation to the number of SIMs he has"
  [
    /,? ?\b(?:in relation to|relative to|in proportion to|proportional to|measured against|adjusted for|normali[sz]ed by|divided by|in ratio to) (?:the |their |its |his )?(?:(?:total )?(?:number|count|amount) of )?(?:their |its |our )?(sim|card|device)s?(?: (?:that )?(?:they|he|she|it|each|each one|each of them) (?:has|have|owns?))?/gi,
    " per $1",
  ],
  // "which customer writes us the most tickets"
  [
    /\b(?:writes?|wrote|written|sends?|sent|gives?|gave|hands?|brings?|brought|causes?|caused) us (?=(?:the )?(?:most|fewest|least|more|so many|many)\b.{0,20}\b(?:tickets?|complaints?|requests?|cases)\b)/gi,
    "has ",
  ],
  // "with which alert rules do we ring the pager"
  [
    /\bwith which ((?:\w+ )?rules?) do we (?=(?:ring|notify|page|call|mail|wake|alert|use)\b)/gi,
    "which $1 ",
  ],
  // "only hours where there was any"
  [
    // but an average is another one over those alone
    /^((?!.*\b(?:average|avg|mean|median|typical|number of|how many)\b).{3,200}?),? (?:just|only) (?:the )?(?:hours?|days?|weeks?|months?) (?:where|in which|on which|when|with) (?:there (?:was|were|is|are) )?any(?: (?:traffic|data|usage|volume))?\b/i,
    "$1",
  ],
  // "from the opening of a ticket until its solution"
  [
    /\b(from|between) (?:the )?(opening|creation|creating|raising|arrival) of (?:an? |the |each |every |our |all )?(?:tickets?|cases?) (?:to|until|till|and) (?:its |the |their )?(?:solution|resolution|closing|closure|end)\b/gi,
    "$1 opening to resolution",
  ],
  [
    /\b(?:does|did|do|will) it (?:last|take|need|require)(?: us)?(?: in the average| on average)? (?=from opening)/gi,
    "on average ",
  ],
  // "how many customers do we have, and how many SIMs each of them"
  [
    /\bhow many (customer|countrie|network|operator|plan|team|tag)s (?:do we have|we have|are there|have we got|there are),? and how many ((?:\w+ )?(?:sims|cards|devices|tickets|alerts)) (?:does |do |has |have )?each(?: (?:of (?:them|these|those)|one))?(?: (?:has|have))?\b/gi,
    "number of $2 per $1",
  ],
  // "how many SIMs are high, medium and low risk"
  [
    /\bhow many (sims|cards|devices|ones|of (?:them|our sims)) are (?:at |in )?high,? (?:and )?medium,? (?:and|or) low(?: churn)? risk\b/gi,
    "how many sims are there by churn risk level",
  ],
  // "how many percent of the SMS are arrived"
  [
    /\b((?:percent|percentage|share|%|how many|proportion) (?:of )?(?:the |our |all )?(?:sms|smses|messages|texts)) (?:that |which )?(?:have |are |were |has |did )?(?:really |actually )?arrived?\b/gi,
    "$1 were delivered",
  ],
  // "State the number of SIMs"
  [
    /^(\s*(?:please )?)(?:state|specify|indicate|declare|furnish|evidence|enumerate) (?=(?:the|how|which|whether|all|for each)\b)/i,
    "$1give ",
  ],
  // "if all their suspended ones are left out"
  [
    /,? (?:if|when|with|once) (?:all )?(?:the |their |its |our |his )?((?:[a-z]+ ){1,2}(?:ones|sims|cards|devices)) (?:are |were |is |being )?(?:left out|excluded|ignored|not counted|taken out|removed)\b/gi,
    " excluding the $1",
  ],
  // "still using 2G"
  [
    /\b(?:are |is )?(?:still )?(?:using|uses) (?=(?:the )?(?:[2345]g|lte|nb-?iot|gsm|umts|gprs|cat[- ]?m)\b)/gi,
    "on ",
  ],
  // "did the IMEI of X ever change"
  [
    /\bdid (?:the )?imei of ((?:[\w-]+ ){0,2}[\w-]*\d[\w-]*) (?:ever )?change(?: ever)?\b/gi,
    "imei changes of $1",
  ],
  [/\bcriticals\b/gi, "critical alerts"],
  // "down right now, i mean not seen for a day"
  [
    /(?<!\b(?:not|never|no longer|no|n['’]t|isn['’]t|aren['’]t) )\b(?:down|dead|gone|out|bad|broken|idle|silent|offline|lost|asleep)(?: right now| now| at the moment| currently)?,? (?:(?:and )?(?:by that )?i mean|i\.?e\.?|that is|meaning|as in) (?=(?:not|no|never|without|had|unseen|have no|has no)\b)/gi,
    "",
  ],
  // "did anything critical fire that nobody touched"
  [
    /\b(?:did |has |have )?(?:any|some)thing (critical|high|serious|severe)? ?(fired?|go off|went off|gone off|triggered?|alarmed|ring|rung)\b/gi,
    "which $1 alerts $2",
  ],
  [
    /(\b(?:alerts?|alarms?)\b[^.?!;]{0,60}?\b)(?:nobody|no one|noone) (?:has |have )?(?:touched|looked at|handled|dealt with|cared about)\b/gi,
    "$1nobody acknowledged",
  ],
  // "how long have the open tickets been open"
  [
    /\bhow long (?:have|has|are|is) (?:the |our |all |all the |these |those )?((?:[\w-]+ ){0,3}(?:alerts|tickets|cases))(?: now| already)? (?:been )?(?:open|pending|waiting|unacknowledged|unresolved|hanging around|around)\b/gi,
    "list $1 with their age",
  ],
  // "my partner says that X used more in September than in August. Is he right?"
  [
    /^(?:(?:so|ok|well|hi|hey|hello),? )?(?:(?:my|our|the|a|an|one|some)\b(?: [\w'’-]+){1,3}|he|she|they|somebody|someone|people) (?:says?|said|claims?|claimed|thinks?|believes?|reckons?|insists?|swears?|told me|tells me) (?:that )?(.{5,160}?)[.?!,;]? (?:is|was|are) (?:he|she|that|it|this|they) (?:right|true|correct|so)\b/i,
    "is it true that $1",
  ],
  // "… on our machines, it says."
  [/,? (?:it|he|she|they) (?:says?|said|claims?)(?=\s*[.;!])/gi, ""],
  [/\bwhich one of (?=(?:my|our|the|these|those|all|their)\b)/gi, "which of "],
  // "while more than half of it is still there"
  [
    /,? (?:while|when|although|though|but|and) (?:still )?((?:more than|less than|over|under|at least) )?(half|a third|a quarter|\d{1,3} ?%|\d{1,3} percent) of (?:it|them|their data|the data|the allowance|the bundle|the quota) (?:is|are) (?:still )?(?:there|left|unused|available|untouched|remaining)\b/gi,
    " with $1$2 of their data left",
  ],
  // "to which customers belong the ten SIMs with the most alerts?"
  [
    /\b(?:to )?(?:which|what) (customer|plan|operator|country|countrie)s? (?:do |does )?(?:belong )?(the (?:top )?(?:\d{1,3}|five|ten|twenty) (?:sims|cards|devices) (?:with|having|by) .{3,60}?)(?: belong(?: to)?)?(?=[?.!]|$)/gi,
    "$2 and their $1",
  ],
  // "sorted after the last contact"
  [
    /\b(sorted|ordered|arranged|grouped) after (?=the |their |its |last |name|date|customer|status)/gi,
    "$1 by ",
  ],
  // "I need until tomorrow a list"
  [
    /\b(i|we) need (?:until|by|till|before) (?:tomorrow|noon|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the evening|next week)(?: morning| noon| evening)?,? (?=an? |the |all |how |which )/gi,
    "$1 need ",
  ],
  // "alive, i.e. seen in the last 24 hours"
  [
    /(?<!\b(?:not|never|no longer|no|n['’]t|isn['’]t|aren['’]t) )\b(?:alive|up|online|healthy|live|working|reachable),? (?:(?:and )?(?:by that )?i mean|i\.?e\.?|that is|meaning|as in),? (?=(?:seen|reported|with|used|having|last seen|had)\b)/gi,
    "",
  ],
  [/\b(by|per|and|x) cat\b(?![ -]?m)/gi, "$1 category"],
  [/\/cat\b(?![ -]?m)/gi, "/category"],
  // "avg kB/SIM/day"
  [/\b(kb|mb|gb) ?\/ ?(?:sim|card|device) ?\/ ?day\b/gi, "daily usage per sim in $1"],
  // "tickets/customer/category"
  [
    new RegExp(
      `\\b(tickets|sims|cards|alerts|rejects|messages|sms|events|anomalies) ?/ ?(${SPLIT}) ?/ ?(${SPLIT})\\b`,
      "gi",
    ),
    "number of $1 by $2 and $3",
  ],
  [
    new RegExp(
      `\\b(tickets|sims|cards|alerts|rejects|messages|sms|events|anomalies) ?/ ?(${SPLIT})\\b`,
      "gi",
    ),
    "number of $1 by $2",
  ],
  // "is it correct that X has more than 100 SIMs?"
  [
    /\bis it (?:true|correct|right|the case|so) that (.{2,60}?) (?:has|have|had) (?:got )?(?:more|less|fewer|over|under) (?:than )?\d{1,7} ((?:\w+ )?(?:sims|cards|devices|tickets|alerts))\b/gi,
    "how many $2 does $1 have",
  ],
  // "their patient monitors, how many had at least one reject"
  [
    /(^|[:.;] )(?:the |our |their |all |my )?((?!(?:of|from|in|for|and)\b)(?:[a-z-]+ ){0,2}[a-z-]+s), how many (?:of them )?(?=(?:had|have|were|did|used|are)\b)/gi,
    "$1how many $2 ",
  ],
  // "how high was the consumption on …"
  [
    /\bhow (?:high|big|large) (is|was|are|were) (?=the (?:\w+ )?(?:consumption|usage|traffic|volume|number|share|data)\b)/gi,
    "what $1 ",
  ],
  // "by how many percent has the number of tickets changed from August to September"
  [
    /\bby how many (?:percent|%) (?:has|have|did) (?:the )?(.{3,60}?) (?:changed?|grown|grow|risen|rise|fallen|fall|increased?|decreased?|developed?) (?:from|between) (\w+) (?:to|and) (\w+)\b/gi,
    "$1 in $3 versus $2, change in percent",
  ],
  // "nothing fancy"
  [
    /,? ?\bnothing (?:fancy|special|complicated|more|else|big|elaborate|too fancy)\b(?! than\b| but\b)/gi,
    "",
  ],
  // "since the rollout on 12 Oct"
  [
    /\b(since|after|before|until) (?:the|our|that|my|this) (?:(?:\w+ )?(?:rollout|roll-out|deploy|deployment|update|upgrade|release|migration|patch|build|switch|launch|go-live|cutover|move|relaunch|flash|reflash|ota|campaign|hotfix|fix)) (?:on|of|from) (?=(?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yesterday))/gi,
    "$1 ",
  ],
  // "acknowledged critical alerts more than 24 hours after they were triggered"
  [
    /\backnowledged ((?:\w+ ){0,2}alerts?) (?:later|more) than ((?:an?|one|two|three|\d+) (?:minute|hour|day)s?) after (?:triggering|they (?:were |had been )?(?:triggered|fired|raised)|being triggered|firing|it (?:was )?(?:triggered|fired))\b/gi,
    "acknowledged $1 that took more than $2 to acknowledge",
  ],
  // "since when is X not more seen"
  [
    /\b(?:not more|no more|not any ?more|not longer) (?=(?:seen|online|reachable|reporting|connected)\b)/gi,
    "not ",
  ],
  [
    /\bsince when (?:the |that |this )?(sim|card|device)? ?(\S*\d\S*) is not (?:seen|online|reachable|reporting|connected)\b/gi,
    "when $1 $2 was last seen",
  ],
  [
    /\bsince when (?:is|was|has|are|were) (?:the |that |this )?(sim |card |device )?(\S*\d\S*) (?:been )?(?:not (?:seen|online|reachable|reporting|connected)|offline|silent|dark|gone|quiet|missing)\b/gi,
    "when was $1$2 last seen",
  ],
  [/\b(prev|last|past|this|per|next|previous) mo\b/gi, "$1 month"],
  // "difference between the consumption of September and October"
  [
    /\b(?:what is the )?difference between (?:the )?(usage|consumption|traffic|data|volume|number of \w+) (?:of|in) (?:the )?(\w+) and (\w+)(?= (?:until now|so far|for|of|by|per|$)|[?.!,]|$)/gi,
    "difference of $1 in $2 versus $3",
  ],
  [/\b(?:everything|anything) (?=(?:tagged|with the tag) )/gi, "sims "],
  // "how many minutes have passed on average between …"
  [
    /\bhow (many|much) (minutes|hours|days|seconds|time) (?:have |has |had |did |do |does |will )?(?:pass|passed|passes|elapse|elapsed|elapses|go by|went by|gone by|lie|lies|lay|goes by)( on average| in the average| in average)? (?=between|from)/gi,
    "$3 $2 ",
  ],
  // ", taken over the alerts triggered in September"
  [
    /,? (?:taken|computed|calculated|measured|averaged|looked at|counted) over (?=the |all |our )/gi,
    " of ",
  ],
  // "on a Monday, on a Tuesday and so on up to Sunday"
  [
    /\b(?:on |for )?(?:an? |each |every )?mon(?:day)?s?,? (?:and )?(?:on |for )?(?:an? |each |every )?tue(?:sday)?s?,? ?(?:,? (?:on |for )?(?:an? |each |every )?wed(?:nesday)?s?)?,? ?(?:and so on|and so forth|etc\.?|\.{2,3}|…)(?:,? (?:up to|until|till|to|through) (?:an? )?sun(?:day)?s?)?/gi,
    "per weekday",
  ],
  // "made on no single day any traffic"
  [
    /\b(?:on|in|at) no (?:single )?(?:day|time|moment|hour) (?:made |had |used |sent )?any (traffic|data|usage|volume)\b/gi,
    "no $1",
  ],
  [
    /\b(?:have|has|had) (?:made|done|used|produced|caused) ((?:in|during|over) the (?:last|past) [\w ]{3,20}?) no (traffic|data|usage)\b/gi,
    "had no $2 $1",
  ],
  // "and from which day is the oldest one"
  [
    /\bfrom (?:which|what) (?:day|date) (?:is|was) (?:the )?(oldest|newest|latest|earliest|most recent|last|first)(?: one)?\b/gi,
    "when is the $1",
  ],
  // "next week, Monday to Sunday"
  [
    /\b((?:next|this|last|the coming|the following) week),? \(?(?:from )?mon(?:day)? (?:to|-|–|until|till|through) sun(?:day)?\)?/gi,
    "$1",
  ],
  // "never arrived, so failed or expired"
  [
    /\b(?:never|not|did not|didn['’]t) (?:arrived?|delivered|got there|got through|reach\w*)(?:,? please)?,? (?:so|i\.?e\.?|meaning|that is|that means)[, ]+(?=(?:failed|expired|pending)\b)/gi,
    "",
  ],
  // "reject ratio = rejects/(rejects+attaches)": as it is anyway
  [/\s*[=(:]\s*rejects?\s*\/\s*\(?\s*rejects?\s*\+\s*attach(?:es)?\s*\){0,2}/gi, " "],
  // "sent->delivered", "creation->close"
  [/(?<=\p{L})(?:[-=]>|→)(?=\p{L})/gu, " to "],
  // "by operator (the one the SIM was last on)"
  [
    /\b(operator|network|country) \((?:the one )?(?:that |which )?(?:the )?(?:sim|card|device|it|they)s? (?:was|were|is|are) (?:last|latest) (?:seen )?(?:on|in)\)/gi,
    "$1 last seen",
  ],
];
