import type { Asked } from "../analysis/asked.ts";

/** An analysis that is asked for in any order of words, of whatever is named beside them. */
export interface Wording {
  readonly what: Asked["what"];
  /** Each of them is said. */
  readonly cues: readonly RegExp[];
  /** None of them is. */
  readonly unless?: RegExp;
  /** Words that are explained by what is asked for. */
  readonly explains: RegExp;
  /** What is meant where nothing is named. */
  readonly ofAll?: true;
}

const word = (words: string, flags = "i") => new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, flags);
const all = (...words: readonly string[]) => word(words.join("|"), "gi");

const USED =
  "data|usage|use|traffic|consumption|volumes?|demand|megabytes?|gigabytes?|mb|gb|bytes|uploads?|downloads?";
const USING =
  "uses?|using|needs?|needing|consumes?|consuming|burns?|burning|transfers?|moves?|eats?|eat up|burn through|get through|go through|requires?|chew through|chew|pull";
const FORECAST =
  "forecast(?:s|ed|ing)?|predict(?:s|ed|ion|ions)?|project(?:s|ed|ion|ions)?|extrapolat(?:e|ed|ion)|expect(?:s|ed|ation|ations)?|anticipat(?:e|ed)|outlook|ballpark(?: figure)?|rough (?:figure|number|idea)|guess|estimat(?:e|ed|es|ion)|prognosis";
const FUTURE = "will|'ll|going to|gonna|shall|likely|probably|would|about to";
const DEVELOPS =
  "develop|evolve|look like|look|grow|continue|be|amount to|come to|end up|go|in total|altogether|total|overall|daily|per day|a day";
const ASKING =
  "how much|how|what|what's|whats|when|which|is|are|was|were|does|do|did|has|have|can|could|should|would|we|i|you|me|us|please|the|a|an|of|for|in|at|on|by|with|from|to|our|my|its|their|there|that|and|so|ok|okay|hi|hey|hello|now|still|really|actually|roughly|approximately|about|around|any|some|tell|show|give|see|know|think|want|need to know|i'd like|we'd like|like|let|get|make|a guess|your|best guess|customer|country|tag|currently|thanks|quickly|quick|question";
const DATA = "data|quotas?|allowances?|volumes?|bundles?|credit|budget|data plan|megabytes?|mb|gb";
const PLAN =
  "rate plans?|data plans?|price plans?|plans?|tariffs?|quotas?|packages?|bundles?|contracts?|allowances?|subscriptions?|subscribed";
const ODD =
  "odd|oddly|strange|strangely|unusual|unusually|abnormal|abnormally|anomal(?:y|ies|ous)|weird|weirdly|unlike|differently|acting up|playing up|act up|play up|suspicious|suspiciously|fishy|out of the ordinary|normal|normally|as usual|misbehav\\w*|erratic|erratically|off|wrong";
const MONTHS =
  "january|february|march|april|may|june|july|august|september|october|november|december";
const UNTIL = `(?:(?:until|till|to|through|by|before|for|up to) )?(?:(?:the )?(?:rest|end) of (?:the |this |next )?(?:year|month|quarter|week|${MONTHS})|christmas|new year|(?:this|next|the) (?:week|weekend|month|year|quarter)|(?:the )?(?:${MONTHS})|(?:mon|tues|wednes|thurs|fri|satur|sun)day|month|year|week)(?:'?s? (?:end|day))?(?: is (?:over|out|up|through))?`;

export const WORDINGS: readonly Wording[] = [
  {
    what: "run_out",
    cues: [
      word(
        "out of (?:data|quota|volume)|run(?:s|ning)? out|run(?:s)? dry|used up|use up|exhaust(?:ed|s)?|enough|last|lasts|suffice|suffices|hold out|holds out|get through|gets through|get by|make it|makes it|reach(?:es)? (?:its|the) (?:limit|cap|end)|hit(?:s)? (?:its|the) (?:limit|cap|quota)|empty|hits? zero|reach(?:es)? zero|at zero|survive|survives",
      ),
      word(`${DATA}|sim|until|till|through|when|how long|will|before`),
    ],
    unless: word(
      "last (?:week|month|year|quarter|night|\\d+|few|time|seen)|which|who|sims|devices|cards|how many|list|ran",
    ),
    explains: all(
      "out of (?:data|quota|volume)|run(?:s|ning)? out|run(?:s)? dry|used up|use up|exhaust(?:ed|s)?|enough|last|lasts|suffice|suffices|hold out|holds out|get through|gets through|get by|make it|makes it|reach(?:es)? (?:its|the) (?:limit|cap|end)|hit(?:s)? (?:its|the) (?:limit|cap|quota)|empty|hits? zero|reach(?:es)? zero|at zero|survive|survives",
      DATA,
      FUTURE,
      FORECAST,
      UNTIL,
      "how long|left|what it has|its|going|ever|soon|at this (?:rate|pace|speed)|at the current rate|as it is",
    ),
  },
  {
    what: "forecast",
    cues: [word(`${FORECAST}|${FUTURE}`), word(`${USED}|${USING}`)],
    unless: word(
      "(?:by|per|each|every) (?:customer|country|tag|plan|operator|sim|device|team)|how many|number of|which sims|which devices|who|if|than|versus|vs|compared?|exceed|over|above|more|less|run(?:s|ning)? out|plans?|tariffs?|accura\\w+|error|wrong|off|actual",
    ),
    explains: all(FORECAST, FUTURE, USED, USING, DEVELOPS, "future|trend|figure|figures|number"),
    ofAll: true,
  },
  {
    what: "anomalies",
    cues: [
      word(ODD),
      word(
        "behav\\w*|act(?:s|ing)?|play(?:s|ing)?|work(?:s|ing)?|do(?:es|ing)?|look(?:s|ing)?|going on|happen(?:s|ed|ing)?|happens?|anything|something|patterns?|wrong|what",
      ),
    ],
    unless: word(
      "(?:that|this|it|those|these|they)(?:'s| is| are| was| were)|isn't|dismiss|discard|ignore|close|confirm|snooze|re-?open|assign|mark|flag|how many|number of|count|per|each|critical|severe|severity|high|medium|low|list|more|most|by|off",
    ),
    explains: all(
      ODD,
      "behav(?:e|es|ed|ing|iou?r)|acted|act|acting|acts?|working|works?|doing|looking|looks?|looked|show(?:s|ing)?|seem(?:s|ed)?|going on|happen|happening|happened|anything|something|patterns?|wrong|lately|recently|these days|today|at the moment|right now|ever|check|traffic|usage|detect(?:ed)?|see|seen|find|found|spot(?:ted)?|notice[d]?|recent|open|its|not|thing|things|been|whether|if|they|usual|usually|(?:since|while|during) (?:i|we|my|our)\\b.*|(?:(?:since|over|during|from) )?(?:(?:the|last|this|yesterday) )*(?:overnight|night|evening|morning|afternoon|shift)|sims|devices|cards|ones",
    ),
    ofAll: true,
  },
  {
    what: "anomalies",
    cues: [
      word("why|how come|what(?:'s| is)? (?:causing|behind|the reason|made|makes)|reason|explain"),
      word(`${USED}|${USING}|used|using|consumed|sending|sent|burned|burning|transferred`),
      word(
        "so|such|that|this|too|as|sudden|suddenly|high|jump(?:ed)?|spik(?:e|ed|ing)|up|more|less|drop(?:ped)?|low|lot",
      ),
    ],
    unless: word("which|sims|devices|cards|cost|costs|than"),
    explains: all(
      "why|how come|causing|behind|cause|reason|explain|made|makes|make",
      USED,
      USING,
      "used|using|consumed|sending|sent|burned|burning|transferred|going|went|gone|jump(?:ed)?|spik(?:e|ed|ing)|been",
      "so|such|that|this|too|as|sudden|suddenly|high|higher|up|more|less|much|many|little|lot|a lot|low|lower|drop(?:ped)?|all of a sudden|usual|normal|than usual|lately|recently|today|yesterday|these days|this week|this month|at the moment|right now|currently",
    ),
  },
  {
    what: "advice",
    cues: [
      word(PLAN),
      word(
        "right|better|best|cheaper|cheapest|smaller|bigger|larger|another|different|suitable|smart|smarter|worth|worthwhile|too (?:big|large|small|expensive)|oversized|undersized|fits?|suits?|upgraded?|downgraded?|optimal|optimi[sz]e|recommend\\w*|suggest\\w*|advi[cs]e|should|make sense|makes sense|stay|save",
      ),
    ],
    unless: word("which (?:sims|devices|cards)|sims that|sims with|how many|set|move|put|included"),
    explains: all(
      PLAN,
      "right|better|best|cheaper|cheapest|smaller|bigger|larger|another|other|different|suitable|smart|smarter|worth|worthwhile|worth it|too (?:big|large|small|expensive)|oversized|undersized|fits?|suits?|upgrade[d]?|downgrade[d]?|optimal|optimi[sz]e|recommend(?:ed|ation|ations)?|suggest(?:ed|ion|ions)?|advi[cs]e|make sense|makes sense|stay|save|money|switch(?:ing)?|chang(?:e|ing)|keep(?:ing)?|it|or|off|one|going|moving|most|than|current|leave|option|choice|be|sense",
    ),
  },
  {
    what: "pool",
    cues: [
      word("pool(?:ed|ing)?|shar(?:e|ed|ing)|jointly|together|combin(?:e|ed|ing)"),
      word(`${PLAN}|${DATA}|volume|pool|cheaper|save|pay off|worth`),
    ],
    unless: word("how many|which|list"),
    explains: all(
      "pool(?:ed|ing)?|shar(?:e|ed|ing)|jointly|together|combin(?:e|ed|ing)",
      PLAN,
      DATA,
      "cheaper|cheap|save|saves|savings?|pay off|pays off|worth it|worth|help|helps|make sense|makes sense|money|better|sims|instead|off|bring|cost|costs|if|into one|one|be|it|all|something|anything|much",
    ),
  },
];

/** Words of any question. */
export const ASKING_WORDS = all(ASKING);
