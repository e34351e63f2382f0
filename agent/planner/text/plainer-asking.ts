import type { Plainer } from "./plainer.ts";

/** Ways to ask for prices, messages, tickets, rules and dates that say no more than plainer words do. */
export const ASKING: readonly Plainer[] = [
  // "which is cheaper, A or B": what each of them costs
  [
    /^(?:which|what)(?: (?:rate )?(?:plan|tariff|one))? (?:is (?:the )?(?:cheaper|more expensive|less expensive|dearer|pricier)|costs (?:less|more))(?: one)?[,:;]? (?!than\b)(.{2,40}?) or (.{2,40}?)[\s?.!]*$/i,
    "price of $1 and $2",
  ],
  [
    /^(?:is|are) (.{2,40}?) (?:cheaper|more expensive|dearer|pricier|less expensive) than (?!\S*\d|an? )(.{2,40}?)[\s?.!]*$/i,
    "price of $1 and $2",
  ],
  // "against all other customers"
  [
    /\b(vs\.?|versus|against|with|to|and|than) all (?:(?:of )?(?:the|our) )?other (?:customers|clients|accounts|countries|networks|operators|carriers|plans|tariffs|teams|sims|cards|devices)\b/gi,
    "$1 others",
  ],
  [/\b(compared? with|together with|with) all others\b/gi, "$1 others"],
  // "how many texts did we send and how many arrived": of these
  [
    /(\b(?:texts?|sms(?:es)?|messages?)\b[^.;!?]{0,60}?),? and how many (?:of (?:them|those|these) )?(?:actually |really )?(?:arrived|got through|came through|made it|landed)\b/gi,
    "$1 and how many of them were delivered",
  ],
  // "which plan costs most?": the plan itself, not the SIM that costs most
  [
    /\b(?:which|what) (?:one of )?(?:(?:of )?(?:the|our) )?((?:rate )?plan|tariff|subscription)s? (?:costs?|is|are) (?:the )?(?:most|most expensive|dearest|priciest|costliest)(?=\s*[?.!]*$)/i,
    "most expensive $1",
  ],
  [
    /\b(?:which|what) (?:one of )?(?:(?:of )?(?:the|our) )?((?:rate )?plan|tariff|subscription)s? (?:costs?|is|are) (?:the )?(?:least|least expensive|cheapest)(?=\s*[?.!]*$)/i,
    "cheapest $1",
  ],
  // "the share that falls in each hour": nothing gets smaller
  [
    /\b(?:falling|falls?|fell|fallen) (?:in|into|on|within) (?=(?:each|every|the (?:hours?|nights?|weekends?|mornings?|evenings?))\b)/gi,
    "in ",
  ],
  // "per country, GB"
  [/,\s*(?:in )?(kB|KB|MB|TB)(?: please| pls)?\s*[.?!]*$/, " in $1"],
  [
    /(\b(?:per|by|each|total) [\w-]+(?: \w+)?),\s*(?:in )?GB(?: please| pls)?\s*[.?!]*$/,
    "$1 in GB",
  ],
  // "status counts per customer"
  [
    /\b(risk[ _]level|status|severity|priority|category|event type|quota type)(?:es)? (?:counts?|numbers|figures|totals) (?:per|by|for each) /gi,
    "count by $1 and ",
  ],
  // "rules without a notification to slack"
  [
    /\b(?:without|with no) (?:an? |any )?(?:notifications? (?:to|over|via|by|on|through) (\w+)|(\w+) notifications?\b)/gi,
    "that do not notify $1$2",
  ],
  // "never activated, older than 60 days": of what has no other date than when it was created
  [
    /\b(never (?:been )?(?:activated|used|switched on)|not (?:yet )?activated),? (?:and |but |that are |which are )?(?:older than|over) (\d{1,4} (?:days?|weeks?|months?|years?)|an? (?:week|month|year))(?: old)?\b/gi,
    "$1 and created more than $2 ago",
  ],
  // "since I was there on Friday"
  [
    /\bsince (?:i|we|he|she|they|(?:my|our|the) \w+) (?:(?:last|was|were|went|visited|came|drove|fixed|installed|replaced|left|out|there|by|here|it|them) ){1,4}(?:on |at )?(?=(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|yesterday\b|the \d|\d{1,2}(?:st|nd|rd|th)?\b)/gi,
    "since ",
  ],
  // "how many chargers do I have? And how many in each country"
  [
    /^(how many (?:[\w'-]+ ){1,5}(?:do (?:i|we) have|are there|have we got|exist))\s*[?,.]?\s*and how many(?: of (?:them|those))?(?: (?:are|is))?(?: there)? (?:in|per|of|on|for|by|with) (?:each|every) (\w+)\s*[?.!]*$/i,
    "$1 per $2",
  ],
  // "I pay how much"
  [/^(?:so |and )?(i|we) (pay|spend|owe) how much\b/i, "how much do $1 $2"],
  // "by type of rule"
  [/\b(by|per) (?:type|kind) of (rule|alert rule|event|anomaly|ticket)s?\b/gi, "$1 $2 type"],
  [/\b(by|per) (?:alert )?rule type\b/gi, "$1 rule"],
  // "last message from X, what did it say"
  [/[,.;–—-]*\s+(?:and )?what (?:did|does|do) (?:it|they|that|the message) say\s*[?.!]*$/i, ""],
  // "…, and to whom"
  [
    /^((?!.*\bhow (?:many|much)\b).{3,200}?)(?:,? and|,) (?:to|for) wh(?:om|ich (?:sims?|devices?|cards?))\s*[?.!]*$/i,
    "$1",
  ],
  // "sent nothing since they got activated"
  [
    /\b(?:(?:has|have|had) )?(?:sent|used|transmitted|transferred) (?:nothing|no data|no traffic)(?: at all)? since (?:(?:they|it|he|she) (?:got|were|was|has been|have been)|their|its|being) (?:activated|switched on|activation)\b/gi,
    "never used any data",
  ],
  [/\bprobs?\b(?!\.)/gi, "probability"],
  // "who switched off my SIMs"
  [
    /\bwho (?:has |had )?(?:switched|turned) off (?=(?:(?:my|our|the|these|those|all|which) )*(?:[\w-]+ ){0,2}(?:sims?|cards?|devices?)\b)/gi,
    "who suspended ",
  ],
  // "did our usage drop last week"
  [
    /\b((?:did|has|have|had) (?:[\w'-]+ ){0,3}?(?:usage|traffic|consumption|volume)) (?:drop|dropped|dip|dipped|shrink|shrunk)\b/gi,
    "$1 decrease",
  ],
  // "that were sent a text": they received it
  [
    /\b(that|which|who) (?:was|were|have been|has been|got) sent (an?|any|at least one|our|the) (?=(?:sms|text|message)\b)/gi,
    "$1 received $2 ",
  ],
  // "received an SMS but did not send one"
  [
    /(\b(?:received|got|were sent|was sent)\b[^.;!?]{0,60}?\b(?:sms|texts?|messages?)\b[^.;!?]{0,40}?),? (?:but|and|yet) (?:did not|didn't|have not|has not|never|had not) (?:send|sent|answer|answered|reply|replied|respond|responded|write|wrote)(?: (?:one|any|back|anything|a (?:reply|response)|an answer))*(?= *[?.!]*$)/gi,
    "$1 but did not answer",
  ],
  [
    /(\b(?:sent)\b[^.;!?]{0,60}?\b(?:sms|texts?|messages?)\b[^.;!?]{0,40}?),? (?:but|and|yet) (?:did not|didn't|have not|has not|never|had not) (?:receive|received|get|got)(?: (?:one|any|back|anything))*(?= *[?.!]*$)/gi,
    "$1 but did not receive an SMS",
  ],
  // "created but not activated"
  [
    /^created (?:but|and|yet) (?:not|never)(?: yet| ever| been)* activated(?: yet)?(?= *[?.!]*$)/i,
    "SIMs that were never activated",
  ],
  [
    /\bcreated((?: (?:last|this|in|on|since|before|after|yesterday|today)\b[^.;!?,]{0,30}?)?),? (?:but|and|yet) (?:not|never)(?: yet| ever| been)* activated(?: (?:yet|since|so far))?(?= *(?:$|[?.!,]))/gi,
    "created$1 that were never activated",
  ],
  // "how much do we pay for the trackers": what their plans cost
  [
    /\b(?:[Hh]ow much|[Ww]hat) (?:do|are|am) (?:we|I|i) (?:currently )?(?:pay|paying|spend|spending)(?: (?:now|in total|altogether))?(?: (?:a|per|each|every) month| monthly)? (?:for|on) (?!.{0,30}\b(?:overage|roaming|extra|additional|further|mb|gb|sms|texts?|messages?|package|top|each|one)\b)(?=(?:the |our |my |all |\p{Lu}))/gu,
    "monthly fees of ",
  ],
  [/^acknowledged by (?=\w)/i, "alerts acknowledged by "],
  // "which plans cost less than 1 euro"
  [
    /\b((?:rate )?plans?|tariffs?) (?:that |which )?(?:costs?|(?:is|are) priced(?: at)?) (?=(?:less|more|under|over|below|above|at least|at most|up to|between|exactly)\b)/gi,
    "$1 with a monthly price of ",
  ],
  // "with all recommendations", "warnings sent this month"
  [
    /\bwith all (?:of )?(?:the |our |these |those )?(?=recommendations|suggestions|advice)/gi,
    "with the ",
  ],
  [
    /\b((?:quota |usage )?(?:warnings?|alerts?|notifications?|anomal(?:y|ies))) (?:that were |which were )?sent (?=(?:this|last|today|yesterday|in|since|on|per|by)\b)/gi,
    "$1 ",
  ],
  // "which team is slowest"
  [
    /\bwhich (team|category|priority) (?:is|was) (?:the )?slowest(?: (?:to|at) (?:resolve|close|answer|solv|resolv|clos)\w*(?: tickets)?)?(?! (?:to|at)\b)/gi,
    "which $1 has the longest average time to resolve",
  ],
  [
    /\bwhich (team|category|priority) (?:is|was) (?:the )?(?:fastest|quickest)(?: (?:to|at) (?:resolve|close|answer|solv|resolv|clos)\w*(?: tickets)?)?/gi,
    "which $1 has the shortest average time to resolve",
  ],
  // "who handles billing tickets": tickets have a team
  [
    /^who (?:handles|works on|deals with|takes care of|looks after|is responsible for|is in charge of) (?:the |our )?((?:[\w-]+ ){0,3}tickets)\s*[?.!]*$/i,
    "number of $1 per team",
  ],
  // "what's alerting right now"
  [
    /^what(?:'s| is) (?:alerting|alarming|firing|ringing)(?: (?:right )?now| at the moment| currently)?/i,
    "open alerts",
  ],
  // "opened no ticket"
  [
    /\b(?:opened|raised|created|filed|submitted|logged|wrote) (?:no|zero|not a single|not one) (?=(?:support )?(?:tickets?|cases?|complaints?)\b)/gi,
    "had no ",
  ],
  // "still unacknowledged after 4 hours"
  [
    /\b(?:still )?(?:unacknowledged|not acknowledged|unacked) after (?=(?:\d{1,4}|an?|one|two|three|four|five|six|ten|twelve) (?:minutes?|hours?|days?|weeks?)\b)/gi,
    "not acknowledged for more than ",
  ],
  // "how long did ticket 31 take"
  [
    /^how long did (?:it take (?:us )?to (?:resolve|close|solve) )?((?:ticket|case) (?:no\.? ?|number |#)?\d{1,12})(?: take)?(?: to (?:resolve|close|solve|be (?:resolved|closed|solved)))?\s*[?.!]*$/i,
    "time to resolve of $1",
  ],
  // "which network rejects us most"
  [
    /\bwhich (network|operator|carrier)s? (?:rejects?|refuses?|rejected|refused) (?:us|our (?:sims|cards|devices)|them) (?:the )?most(?: often)?\b/gi,
    "which $1 has the most rejects",
  ],
  // "how much cheaper is A than B"
  [
    /\b(?:by )?how much (?:more expensive|dearer|pricier|costlier) (?:is|are|was|were) (.{2,60}?) than\b/gi,
    "how much more does $1 cost than",
  ],
  [
    /\b(?:by )?how much (?:cheaper|less expensive) (?:is|are|was|were) (.{2,60}?) than\b/gi,
    "how much less does $1 cost than",
  ],
];
