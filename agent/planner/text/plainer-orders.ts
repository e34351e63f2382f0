import type { Plainer } from "./plainer.ts";

/** In which order rows shall stand, said at length. */
export const ORDERS: readonly Plainer[] = [
  // "worst rule on top", "biggest saver first"
  [
    /\b(worst|best|biggest|highest|largest|heaviest|lowest|smallest|longest|oldest|newest|busiest|noisiest|loudest|latest|earliest) (?:rules?|customers?|operators?|networks?|countr(?:y|ies)|plans?|teams?|sims?|cards?|devices?|machines?|tickets?|categor(?:y|ies)|causes?|savers?|spenders?|earners?|users?|offenders?|culprits?|sinners?|losers?|winners?|ones?) (?:shall |should |must )?(?:stand |be |come )?(?:first|on top|at the top|on the top|up top)\b/gi,
    "$1 first",
  ],
  // "Those which are silent the longest shall stand at the top"
  [
    /\b(?:the ones|those|them|sims|cards|devices)?,? ?(?:that|which|who)? ?(?:are|have been|were|is|has been) (?:silent|quiet|offline|unseen|dark|gone)(?: for)? (?:the )?longest(?: time)? (?:shall |should |must |to |please )*(?:stand |be |come |go |appear )?(?:first|on top|at the top|on the top|up top)\b/gi,
    "longest silent first",
  ],
  [
    /\b(?:the )?(worst|best|biggest|highest|largest|heaviest|lowest|smallest|longest|oldest|newest|busiest|latest|earliest)(?: ones?)? (?:shall|should|must|has to|have to|to|please) (?:stand|be|come|go|appear|be listed|be shown)(?: at the)? (?:first|on top|top|on the top)\b/gi,
    "$1 first",
  ],
  [/\b(?:sorted|ordered|ranked|sort|order)(?: it| them)? downwards?\b/gi, "in descending order"],
  [/\b(?:sorted|ordered|ranked|sort|order)(?: it| them)? upwards?\b/gi, "in ascending order"],
];
