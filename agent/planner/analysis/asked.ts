import { daysIn, HORIZON } from "./horizon.ts";

export type Method = "prophet" | "mstl";

/** An analysis that a question asks for, of what it names. */
export interface Asked {
  readonly what: "forecast" | "run_out" | "anomalies" | "health" | "advice" | "pool";
  /** As it was said: "pump-7", "the fleet", "it". */
  readonly of: string;
  readonly days?: number | undefined;
  readonly method?: Method | undefined;
}

const LEAD =
  "^(?:(?:ok|okay|so|now|then|and|please|hi|hey|hello)[, ]+)*(?:(?:can|could|would|will) you (?:please )?|please |i(?:'d| would) like (?:you )?to |i want (?:you )?to |let's |help me )?";
const OF = "(?<of>(?:the |our |my )?\\S.{0,70}?)";
const END = "(?:,? please)?[ .?!]*$";
const BY = "(?:,? (?:with|using|by|via) (?:the )?(?<method>prophet|mstl)(?: method| model)?)?";
const USAGE =
  "(?:(?:the )?(?:expected |future |daily |data |traffic )*(?:usage|use|traffic|consumption|volume|data) (?:of|for|by|on) )?";
const FORECAST = "(?:forecast|prediction|projection|outlook)";
const ODD =
  "(?:odd|strange|unusual|wrong|abnormal|anomalous|weird|suspicious|fishy|off|out of the ordinary|anomal(?:y|ies))";
const PLAN = "(?:rate plan|data plan|price plan|plan|tariff|quota|package|bundle)";

const WELL =
  "(?:ok|okay|all ?right|fine|healthy|well|in good (?:health|shape|order)|working(?: (?:ok|fine|well|properly|normally|again))?)";
const DOWN =
  "(?:silent|quiet|offline|dark|dead|down|mute|unreachable|not (?:sending|reporting|responding|online|connected|working|talking)(?: data| anything)?)";

const asking = (text: string) => new RegExp(`${LEAD}${text}${END}`, "is");

const FORMS: readonly (readonly [Asked["what"], RegExp])[] = [
  ["health", asking(`(?:diagnose|trouble-?shoot|run diagnostics (?:on|for)) ${OF}`)],
  [
    "health",
    asking(
      `(?:(?:show|give|check|do|run|what(?:'s| is))(?: me)? )?(?:the |a )?(?:health|condition)(?: check| status| report)? (?:of|for|on) ${OF}`,
    ),
  ],
  ["health", asking(`is ${OF} (?:still |really |now )?${WELL}(?: again| now| today)?`)],
  ["health", asking(`how (?:is|'s) ${OF} (?:doing|feeling|getting on)(?: now| today)?`)],
  [
    "health",
    asking(`why (?:is|was|has|did|does) ${OF} (?:been |gone |go |went |so |still |now )*${DOWN}`),
  ],
  [
    "forecast",
    asking(
      `(?:forecast|predict|project|extrapolate)(?: me)? ${USAGE}${OF}${HORIZON}${BY}${HORIZON.replace("horizon", "later")}`,
    ),
  ],
  [
    "forecast",
    asking(
      `(?:(?:show|give|make|get|draw|run|do)(?: me)? )?(?:(?:a|an|the|your) )?(?:(?<ahead>\\d+)[- ]days? )?(?:usage |data |traffic )*${FORECAST} (?:of|for|on) ${USAGE}${OF}${HORIZON}${BY}${HORIZON.replace("horizon", "later")}`,
    ),
  ],
  [
    "forecast",
    asking(
      `what(?:'s| is) (?:the |your )?(?:usage |data |traffic )*${FORECAST} (?:of|for|on) ${USAGE}${OF}${HORIZON}${BY}`,
    ),
  ],
  [
    "forecast",
    asking(
      `how much (?:data |traffic )?(?:will|is|would) ${OF} (?:going to |likely to |probably |expected to )?(?:use|need|consume|burn)${HORIZON}${BY}`,
    ),
  ],
  [
    "run_out",
    asking(
      `when (?:will|does|is|would) (?:the )?(?:data |quota |volume )?(?:of )?${OF}(?:'s)? (?:going to |likely to |expected to )?(?:run(?:s|ning)? out|run(?:s)? dry|be (?:used up|exhausted|out|empty))(?: of (?:its )?(?:data|quota|volume))?`,
    ),
  ],
  [
    "run_out",
    asking(
      `when (?:will|does|is) ${OF}'s (?:data |volume )?(?:quota|data|volume) (?:going to |likely to )?(?:run(?:s)? out|end|be (?:used up|exhausted))`,
    ),
  ],
  [
    "run_out",
    asking(
      `how long (?:will|does) (?:the )?(?:quota|data|volume) (?:of|on|for) ${OF} (?:still )?last`,
    ),
  ],
  ["run_out", asking(`how long (?:will|does) ${OF}'s (?:quota|data|volume) (?:still )?last`)],
  [
    "anomalies",
    asking(
      `(?:is |was )?(?:there )?(?:anything|something) ${ODD} (?:about|with|on|in|at|going on (?:with|at)) ${OF}`,
    ),
  ],
  [
    "anomalies",
    asking(`(?:what(?:'s| is| was)|tell me what(?:'s| is)) ${ODD} (?:about|with) ${OF}`),
  ],
  [
    "anomalies",
    asking(
      `(?:check|scan|examine|inspect|analy[sz]e|look at) ${OF} for (?:anomal(?:y|ies)|anything ${ODD}|odd behaviou?r|unusual behaviou?r)`,
    ),
  ],
  [
    "anomalies",
    asking(
      `(?:detect|look for|check for|search for|find) (?:any |the )?anomalies (?:of|for|on|in|at|with) ${OF}`,
    ),
  ],
  [
    "anomalies",
    asking(
      `why (?:is|does|did|was|has|did) ${OF} (?:been )?(?:using|use|used|consuming|consume|consumed|sending|send|sent|burning) (?:so|that|this|too|as) (?:much|little|few|many)(?: data| traffic)?(?: (?:lately|recently|now|today|yesterday|these days))?`,
    ),
  ],
  [
    "anomalies",
    asking(
      `(?:is|was) ${OF} (?:behaving|acting|working|doing) (?:normally|oddly|strangely|unusually|as usual|weird(?:ly)?)`,
    ),
  ],
  [
    "advice",
    asking(
      `(?:which|what) ${PLAN} (?:would be|is|were|fits|suits)(?: the)?(?: cheapest| best| right| better| most suitable)?(?: one| fit)? (?:for )?${OF}`,
    ),
  ],
  [
    "advice",
    asking(`(?:which|what) ${PLAN} (?:should|does|would) ${OF} (?:be on|have|get|use|need|take)`),
  ],
  [
    "advice",
    asking(
      `(?:recommend|suggest|advise)(?: me)? (?:a |the )?(?:better |cheaper |right |best )?${PLAN} for ${OF}`,
    ),
  ],
  ["advice", asking(`(?:quota|plan) (?:advice|recommendation)s? (?:for|on|of) ${OF}`)],
  [
    "advice",
    asking(
      `(?:is|would) ${OF} (?:be )?(?:on (?:the|a) (?:right|wrong|best|cheapest) ${PLAN}|better (?:off )?on another ${PLAN})`,
    ),
  ],
  [
    "advice",
    asking(
      `should ${OF} (?:be )?(?:upgraded?|downgraded?|topped up|get (?:a |another )?(?:bigger|smaller|other|cheaper) ${PLAN}|change (?:its )?${PLAN})`,
    ),
  ],
  [
    "advice",
    asking(
      `what should (?:i|we|be done) (?:do )?about (?:the )?(?:quota|plan) (?:of|on|for) ${OF}`,
    ),
  ],
  [
    "pool",
    asking(
      `what (?:should|could|can) ${OF} do (?:about|with) (?:its|their|the) (?:data )?(?:quotas?|plans?|volumes?)(?:,? (?:pooled|together|as a pool|in a pool))?`,
    ),
  ],
  [
    "pool",
    asking(
      `(?:pool|share) (?:the |all )?(?:data |sim )?(?:quotas?|volumes?|data|sims) (?:of|for|across) ${OF}`,
    ),
  ],
  [
    "pool",
    asking(
      `(?:would|does|could) (?:a (?:data )?pool|pooling|a shared (?:quota|volume|pool)) (?:help|pay off|be cheaper|save (?:money|something)|make sense|be worth it)(?: (?:for|at|with))? ${OF}`,
    ),
  ],
  [
    "pool",
    asking(
      `(?:what|how much) (?:would|does|could) (?:a (?:data )?pool|pooling|a shared (?:quota|volume|pool)) (?:save|cost|bring) ${OF}`,
    ),
  ],
  ["pool", asking(`(?:quota |data )?pool(?:ed)? (?:advice|quotas?|quota advice) (?:of|for) ${OF}`)],
];

/** What no analysis is about. */
const OTHER_MATTER =
  /\b(?:costs?|pric(?:e|es|ing)|spend(?:ing)?|bills?|revenue|churn|alerts?|tickets?|sms|messages?|events?|sessions?|number of)\b/i;

/** The analyses that a question may ask for: that it names what is known decides. */
export function* analysesAsked(question: string): Generator<Asked> {
  for (const [what, pattern] of FORMS) {
    const groups = pattern.exec(question)?.groups;
    if (!groups?.of || OTHER_MATTER.test(groups.of)) continue;
    yield {
      what,
      of: groups.of.replace(/'s$/, ""),
      days:
        daysIn(groups.horizon ?? groups.later) ?? daysIn(groups.ahead && `${groups.ahead} days`),
      method: groups.method?.toLowerCase() as Method | undefined,
    };
  }
}

/** What a turn changes of the analysis before. */
export interface Turned {
  readonly days?: number | undefined;
  readonly method?: Method | undefined;
  readonly isAboutAccuracy?: boolean;
}

const METHOD = new RegExp(
  `${LEAD}(?:compare (?:it |that |this |them )?(?:with|to|against)|(?:what does|what would|what about|how about|how does|use|try|with|by|using|(?:do|make|run) (?:it|that|the same) (?:with|by|using))) (?:the )?(?<method>prophet|mstl)(?: method| model| forecast)?(?: say| do| instead| look)?${END}`,
  "i",
);
const ACCURACY = new RegExp(
  `${LEAD}(?:how (?:good|accurate|reliable|sure|certain|trustworthy|exact|precise|right)(?: is| are| was| were| have been| has been)? (?:that|this|it|the|those|these|such|your)(?: (?:forecasts?|predictions?|numbers?|figures?|estimates?))?(?: been)?|(?:can|should) i (?:trust|believe|rely on) (?:that|this|it|the)(?: (?:forecast|prediction|number|figure|estimate))?)${END}`,
  "i",
);
const DAYS = new RegExp(
  `${LEAD}(?:what about|how about|make it|for|over|in|only|just)?${HORIZON}(?: instead)?${END}`,
  "i",
);

/** "compare with Prophet", "how good is that forecast?", "and for 90 days?"; null for another question. */
export function turnOf(question: string): Turned | null {
  if (ACCURACY.test(question)) return { isAboutAccuracy: true };
  const method = METHOD.exec(question)?.groups?.method?.toLowerCase() as Method | undefined;
  if (method) return { method };
  const days = daysIn(DAYS.exec(` ${question}`.trim())?.groups?.horizon);
  return days === undefined ? null : { days };
}
