export interface Refusal {
  /** Matched against the folded question; every alternative is bounded, so that it runs in linear time. */
  readonly pattern: RegExp;
  readonly reason: string;
  readonly suggestions: readonly string[];
  /** Of the insides of devices: what is quoted from messages and tickets does not count. */
  readonly isAboutContents?: true;
}

const OVERVIEW = ["How many SIMs are there by status?", "Which SIMs have open alerts?"] as const;

/** An order, not a question of who gave one. */
const ORDER =
  "^(?:(?:please|pls|can you|could you|would you|i want to|we need to|let us|lets) )?(?:please )?";

export const REFUSALS: readonly Refusal[] = [
  {
    pattern: new RegExp(
      `${ORDER}(?:order|buy|purchase|procure|reorder|ship|print)\\b(?: us| me)?(?: (?:another|some|more|new|additional|a|\\d+|ten|twenty|fifty|hundred|a hundred)){1,4} (?:sims?|sim cards?|esims?|cards?)\\b`,
    ),
    reason:
      "New SIM cards are ordered with the provider, not from here. What you have can be activated, moved to another rate plan or handed to another customer.",
    suggestions: ["How many SIMs are inactive?", ...OVERVIEW.slice(0, 1)],
  },
  {
    pattern: new RegExp(
      `${ORDER}(?:(?:turn|switch) (?:on|off)|enable|disable|block|unblock|allow|forbid|activate|deactivate|stop) (?:all |any |the )?(?:data |international )?(?:roaming|voice|apn|ipv6|psm|edrx)\\b(?! (?:alert|rule|anomal|notif))`,
    ),
    reason:
      "Services such as roaming, voice or an APN are settings of the provider and are not switched from here. SIMs can be suspended and activated, and their data and SMS limited by a quota.",
    suggestions: ["Suspend the SIMs outside Germany", ...OVERVIEW.slice(0, 1)],
  },
  {
    pattern: new RegExp(
      `^(?!.*\\b(?:connectivity|connections?|sessions?|links?|radio|network)\\b)${ORDER.slice(1)}(?:restart|reboot|power[- ]?cycle|hard reset) (?:(?:all|the|every|each|my|our|this|that|these|those|both|any)\\b|(?:them|it)\\b|\\S*\\d)`,
    ),
    reason:
      "Devices are not restarted from here. The connection of their SIMs can be reset, and a command can be sent to them as an SMS, where they listen for one.",
    suggestions: [...OVERVIEW],
  },
  {
    pattern:
      /^(?!.*\b(?:recommend|advice|suggest|upgrad|downgrad|sav(?:e|ing)|cost|churn))(?:so |and |but |hi,? |hello,? )?what (?:exactly )?(?:happens?|will happen|would happen|is going to happen|does simon do|do you do)(?: (?:to|with) .{1,60}?)?(?:,)? (?:when(?:ever)?|if|once|after|as soon as)\b(?! (?:i|we|you|someone|somebody|one)\b)/,
    reason:
      "What would happen to a SIM is not in the fleet's data: it holds what did happen. Name a SIM and a time, and its events, alerts and usage can be shown.",
    suggestions: ["SIMs that have used up their data quota", ...OVERVIEW.slice(1)],
  },
  {
    pattern:
      /\b(?:delete|destroy|purge|erase|wipe|scrub|hide|conceal|cancel|strike|mask|backdate|forge|falsify|doctor|fudge|edit|get rid of)\b.{0,60}\b(?:audit|log|logs|trail)\b|\b(?:make|take|let)\b.{0,60}\b(?:audit|log|logs|trail)\b.{0,40}\b(?:disappear|vanish|go away|gone|off|out)\b|\b(?:audit|log entr(?:y|ies)|trail)\b.{0,80}\b(?:gone|disappear|vanish|(?:delete|remove|erase) (?:them|it|those)|wiped|hidden|cleaned up)\b|\b(?:delete|destroy|purge|erase|wipe)\b.{0,40}\b(?:alerts?|events?|records?|tickets?|messages?|usage|anomal(?:y|ies)|evidence|traces?)\b/,
    reason:
      "Records are never deleted, hidden or rewritten: the audit log is only ever added to, and questions only read. Alerts can be acknowledged or resolved, tickets closed.",
    suggestions: ["Audit entries of last week", "Which alerts are open?"],
  },
  {
    pattern:
      /\b(?:switch|turn|shut|disable|pause|stop|mute|halt|skip|bypass)(?: off| down)? (?:(?:the|our|my|all|any|this) )?(?:audit(?:ing)?(?: log(?:ging)?| trail)?|logging|recording)\b(?! (?:entr|event))|\b(?:do not|don't|dont|stop|never) (?:log|record|audit|logging|recording|auditing) (?:my|me|this|these|our|what|anything|it)\b|\b(?:keep|leave) .{0,40}\b(?:out of|off) the (?:audit|log|trail)\b/,
    reason:
      "Every change is recorded, whoever makes it: the audit log cannot be switched off, and nothing is kept out of it.",
    suggestions: ["Audit entries of last week", "Which alerts are open?"],
  },
  {
    pattern:
      /(?:^|\bplease |\bpls |\byou |\bto |\band |[,.:;!] ?)(?:set|change|correct|fix|overwrite|edit|adjust|rewrite|reset|put|zero)\b (?:the |our |its |their )?(?:\S+ ){0,3}(?:usage|traffic|consumption|volume|data used|usage records?|counters?)\b(?! (?:alerts?|rules?|limits?|thresholds?|quota))(?:.{0,80}\bto (?:zero|null|nothing|\d)|.{0,60}\b(?:in the database|in the records|by hand|manually)\b|.{0,10}$)/,
    reason:
      "Usage is what the provider reported: it is never changed, set or reset from here, and questions only read.",
    suggestions: [
      "Data usage per day in the last 14 days",
      "Which SIMs used the most data last week?",
    ],
  },
  {
    pattern:
      /(?:^|\bplease |\bpls |\byou |\bto |\band |[,.:;!] ?)(?:rename|change|modify|alter|amend|adjust|correct|fix|replace|reassign|attribute|swap|overwrite|update|rewrite|redate|switch|set|move)\b.{0,60}\b(?:in|of|from|on) (?:the |our |this )?(?:audit|audit log|audit trail|trail|log entr(?:y|ies))\b|(?:^|\bplease |\bpls |\byou |\bto |\band |[,.:;!] ?)(?:rename|modify|alter|amend|adjust|correct|fix|replace|reassign|attribute|swap|overwrite|rewrite|redate)\b.{0,60}\b(?:audit|log) (?:log |trail )?(?:entr(?:y|ies)|records?|rows?|lines?)\b/,
    reason:
      "Records are never rewritten: the audit log is only ever added to, and questions only read.",
    suggestions: ["Audit entries of last week", "Which alerts are open?"],
  },
  {
    pattern:
      /\b(?:take|get|pull|strike|cut|leave|keep|cross)\b.{1,60}\b(?:out of|off|from) (?:the |our )?(?:audit|log)(?: ?(?:log|trail|book))?s?\b(?! (?:entries|rows)\b).{0,60}\b(?:before|will you|please|so that|auditor|boss)\b/,
    reason:
      "Records cannot be deleted or rewritten from here: the audit log is only ever added to, and questions only read.",
    suggestions: ["Audit entries of last week", "Which alerts are open?"],
  },
  {
    pattern: /\b(?:wholesale|purchase|buying|procurement) (?:price|rate|cost|tariff)s?\b/,
    isAboutContents: true,
    reason:
      "What the networks charge is not held here. The fleet's data has the prices of its own rate plans.",
    suggestions: ["List the rate plans by monthly price", "Monthly fee by customer"],
  },
  {
    pattern:
      /\b(?:machines?|kiosks?|terminals?|stations?|shops?|stores?|readers?)\b (?:has |have |had )?(?:sold|sells?|dispensed|served|vended)\b/,
    isAboutContents: true,
    reason: "What a device sells or does is not known here, only its SIM and what that sent.",
    suggestions: ["Data usage of the last 14 days per day", "How many SIMs are there by customer?"],
  },
  {
    pattern:
      /\b(delete|drop|truncate|wipe|erase|purge|clear|remove|destroy|alter|tamper with|rewrite|edit)\b.{0,60}\b(audit|log entries|logs|history|trail|table|tables|database|everything)\b|\b(delete from|drop table|truncate table|insert into|update \w+ set|alter table)\b/,
    reason:
      "Records cannot be deleted or rewritten from here: the audit log is only ever added to, and questions only read.",
    suggestions: ["Audit entries of last week", "Which alerts are open?"],
  },
  {
    pattern:
      /\b(ignore|disregard|forget|override|bypass)\b.{0,30}\b(rules?|instructions?|prompts?|policy|policies|guardrails?|restrictions?|permissions?|approvals?)\b|\b(system prompt|developer mode|jailbreak|pretend (you|to be)|act as (an? )?(admin|root|dba))\b|\bapprove\b.{0,40}\b(yourself|changes|all|everything|requests?|without)\b|\bwithout (asking|approval|anyone(?:'s)? (?:approv|know|notic|ask|confirm|check|see|find|hear)\w*|confirmation)\b|\b(?:skip|skipping|avoid|circumvent|get around|sidestep|no need for)\b.{0,20}\b(?:approvals?|confirmation|four eyes|second person|review)\b|\b(?:past|around|outside|behind) (?:the )?(?:approvals?|review|second person)\b|\bwithout (?:leaving )?(?:a |any )?(?:trace|record|log entry|audit entry)\b|\byou are now (?:dan|root|admin|free|unrestricted)\b/,
    reason:
      "That is not possible: rules cannot be set aside in a question, and only a person approves a change.",
    suggestions: [...OVERVIEW],
  },
  {
    pattern:
      /\b((?<!\b(?:people|persons?|users?|humans?|colleagues?|staff|actors?) (?:and|or|as well as|plus|&) (?:the )?|\b(?:made|done|changed|performed|written|executed|suspended|actions?|changes?|entries) (?:by|of|from|through|via) (?:the |our |any |an )?)api[ _-]?keys?|secret keys?|secrets?|passwords?|passwd|credentials?|access tokens?|bearer|database_url|connection string|env(ironment)? variables?|\.env|private keys?|session cookies?|puks?|pin codes?|pin2?|ki keys?|\bki\b|opc?\b keys?|auth(entication)? keys?|encryption keys?)\b/,
    reason:
      "Secrets such as keys, passwords, PIN, PUK or Ki are not held where questions can reach them, and are never shown.",
    suggestions: [...OVERVIEW],
  },
  {
    pattern:
      /\b(other|another|all the other|every other|different|foreign|competing|all) (companies|compan(y|ies)|organi[sz]ations?|tenants?|orgs?|workspaces?)\b|\b(companies|tenants|organi[sz]ations) on this platform\b|\bcross[- ]tenant\b|\bacross (all )?(tenants|organi[sz]ations)\b|\bnot only ours\b|\b(?:competitors?|rivals?)\b|\b(?:they|who) (?:also )?use (?:this|the same|your) (?:platform|service|system|tool)\b|\bother (platform )?customers of (yours|the platform|simon)\b/,
    reason: "Answers cover your own organisation only; nothing can be said about another one.",
    suggestions: ["How many SIMs are there by customer?", "Which alerts are open?"],
  },
  {
    pattern:
      /\b(battery|batteries|charge level|signal strength|signal level|signal quality|rssi|rsrp|rsrq|sinr|snr|voltage|temperature|humidity|firmware (?:versions?|is|are|release)|(?:which|what) firmware|cpu|gps|latitude|longitude|coordinates|geo ?location|exact location|cell ?id|cell tower|lat ?\/ ?long?|lat and long?|lat ?long|(?:exact|precise|current|live|street) (?:location|position|address|place|spot|whereabouts)|whereabouts|(?:where|location|position) exactly|exactly where|on (?:a|the) map|altitude|reception|signal bars?|link quality|latency|ping (?:times?|ms|latency|results?)|packet loss|jitter|uptime of the device|sensor readings?|meter readings?|photos?|images?|video feed|browsing history|websites? visited|urls? visited|(?:which|what) (?:web ?sites?|urls?|domains?|pages?|apps?)\b|calls? made|phone calls?|voice (calls?|minutes))\b/,
    isAboutContents: true,
    reason:
      "The fleet's data has no readings from inside the devices (battery, signal, temperature, position) and no contents of their traffic. It holds when and where a SIM was last seen, on which network and technology, and how much it used.",
    suggestions: [
      "Which SIMs have not been seen for more than 3 days?",
      "How many SIMs are there by radio technology?",
      "How many rejects per operator in the last 7 days?",
    ],
  },
  {
    pattern:
      /\b(profit|margins?|turnover|ebitda|salary|salaries|share price|stock price|sales figures?|employees?|payroll|invoices?(?! (?:the )?overage| ?:)|unpaid|overdue (?:bills?|payments?)|payments?|paid (?:yet|us|their|its|the bill)|(?:has|have) .{1,40} paid\b|dunning|contracts?|contract (?:end|term|date|value)s?|satisfaction|surveys?|nps|bank|credit card|(?:revenue|money|income|earnings?)\b.{0,40}\b(?:makes?|made|earns?|earned|generates?|generated) (?:with|from|through|out of|by) (?:its|their|his|her)\b|revenue (of|from) (its|their|the) (drivers?|customers?|users?)|end users?|drivers?(?! (?:told|tells|said|says|reports|reported|called|calls|claims|complains)))\b/,
    isAboutContents: true,
    reason:
      "The fleet's data has no business figures of customers. It holds plan prices, monthly fees and possible savings.",
    suggestions: [
      "Monthly fee by customer",
      "List the rate plans by monthly price",
      "Total monthly saving of the downgrade recommendations",
    ],
  },
  {
    pattern:
      /\b(?:ips?|ip addresses|servers?|hosts?|destinations?|domains?|urls?|websites?|ports?)\b.{0,40}\b(?:sims?|cards?|devices?|they|it|we) (?:\w+ )?(?:talk|connect|send|call|reach|communicate|browse|visit)(?:s|ed|ing)?(?: (?:to|with))?\b|\b(?:unusual|strange|suspicious|odd|foreign|unknown) (?:destinations?|ips?|ip addresses|servers|hosts|domains)\b|\bwhat (?:servers?|hosts?|domains?|websites?|ips?) \b.{0,40}\b(?:talk|connect|visit|browse|reach)/,
    isAboutContents: true,
    reason:
      "Where the traffic of a SIM goes is not in the fleet's data, and none of its contents are. It holds how much a SIM used, when, and on which network.",
    suggestions: [
      "Which SIMs used the most data last week?",
      "Which SIMs had anomalies in the last 7 days?",
    ],
  },
  {
    pattern:
      /\b(?:schedule|automate|set up|subscribe(?: me)? to)\b.{0,30}\breports?\b|\b(?:send|mail|email|e-mail)(?: me| us)?\b.{0,40}\breports?\b.{0,20}\b(?:every|each) (?:day|week|month|mon|tues|wednes|thurs|fri|satur|sun)\w*/,
    reason:
      "Reports that come again are no question: one of each month is made by itself and kept in the settings, under Jobs. One of any period can be made at once.",
    suggestions: ["Usage per customer last month", "Usage per day last week"],
  },
  {
    pattern: /\b(?:un)?lock(?:s|ed|ing)?\b.{0,30}\bimeis?\b|\bimei[ -]?locks?\b/,
    reason:
      "The IMEI lock of a SIM is set with the provider and is not switched from here. What a SIM was last seen in, and each change of it, is known.",
    suggestions: ["IMEI changes in the last 7 days", "Which SIMs share an IMEI?"],
  },
  {
    pattern:
      /\b(?:owners?|driver|drivers|holders?|residents?|patients?|farmers?|tenants? of the flat|contact persons?|subscribers?)\b.{0,30}\b(?:names?|phone|mobile|address|e-?mail|birthday|numbers?)\b|\b(?:names?|phone numbers?|mobile numbers?|home address|address|e-?mail(?: address)?|birthday)\b.{0,20}\b(?:of|for) (?:the |its |their )?(?:owners?|drivers?|holders?|residents?|patients?|farmers?|contact persons?|end users?|person)\b|\bhome address\b|\bwho (?:owns(?! (?:(?:it|this|that|them|these|those|they)\b|(?:the )?(?:sim|card|iccid)\b|\d{6}|\S+-\d{2}))|drives|lives|carries|wears)\b/,
    reason:
      "The fleet's data knows no people behind the devices: no names, addresses or phone numbers of owners, drivers or end users. It holds the customer that a SIM belongs to, its device name and its MSISDN.",
    suggestions: ["How many SIMs are there by customer?", "List all SIMs"],
  },
  {
    pattern:
      /\b(weather|(?:will it|does it|is it going to) (?:rain|snow)|raining|news|joke|poem|recipe|football|bitcoin|president|capital of|translate|write (me )?(an? )?(e-?mail|code|essay|story))\b/,
    reason: "Only questions about the fleet can be answered here.",
    suggestions: [...OVERVIEW],
  },
  {
    pattern:
      /\b(re-?opened|reopen(s|ing)? rate)\b|\b(csat|nps|customer satisfaction|satisfaction (score|rating)s?|first (response|reply) times?|time to first (response|reply)|response times? (of|to|for) tickets?|ticket (replies|comments|agents?|assignees?)|(replies|comments) (on|to|in) (the |a )?tickets?)\b/,
    reason:
      "Of a ticket, the data holds what was written, its category, priority, team and status, when it was created and when it was resolved. It knows no replies, no agents, no reopening and no ratings.",
    suggestions: [
      "Average time to resolve per category last month",
      "Open tickets per team",
      "Tickets created last week by priority",
    ],
  },
];
