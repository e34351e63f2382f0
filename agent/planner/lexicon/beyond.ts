export interface Beyond {
  readonly says: RegExp;
  /** Not where the query holds what is said. */
  readonly unless?: RegExp;
  readonly ask: string;
}

const RANKED =
  "most|least|highest|lowest|biggest|largest|smallest|best|worst|heaviest|oldest|newest|latest|busiest|quietest|hungriest|cheapest|longest|last";
const GROUPS =
  "customers?|clients?|accounts?|operators?|networks?|countries|country|plans?|teams?|users?";

/** Turns of phrase that quantify, order or change rows in ways that no query says: asked about, never left out. */
export const BEYOND: readonly Beyond[] = [
  {
    says: /\b(?:with|have|has|had|having) a single\b/,
    unless: /"not":|"op":"eq","value":1\b|single_day|"day"/,
    ask: "Exactly one, or at least one?",
  },
  {
    says: /\bused to (?:be|have|belong|use|run|sit|live|send|work)\b/,
    ask: "The data tells how things are now and what happened when, not how they used to be. Which event, in which period?",
  },
  {
    says: /\bno longer (?:in|on|at|with|of|from|belong\w*|use[sd]?|using|send\w*)\b/,
    ask: "Since when: in which period was it so, and in which not any more?",
  },
  {
    says: /\b(?:on|in|within|during|at) the (?:very )?same (?:day|hour|minute|week|month|time|sim|device|network|operator|country)\b/,
    ask: "The same for each of the rows cannot be looked for yet. Which day or which one do you mean?",
  },
  {
    says: /^(?:so |and |but |ok |hi |hello |, )*(?:is|are|do|does|did|have|has|was|were) (?:all|every|each)\b(?! (?:of )?(?:these|those|them|that|this))/,
    ask: "Whether all of them do is best seen from those that do not. Do you want to see which ones do not, or how many do?",
  },
  {
    says: new RegExp(
      `\\b(?:second|third|fourth|fifth|2 ?nd|3 ?rd|4 ?th|5 ?th|next) (?:${RANKED})\\b|\\blast but one\\b`,
    ),
    ask: "A single place behind the first cannot be picked yet. How many of the first ones do you want to see?",
  },
  {
    says: /\b(?:first|oldest|earliest) and (?:the )?(?:last|latest|newest)\b|\b(?:last|latest|newest) and (?:the )?(?:first|oldest|earliest)\b/,
    unless: /"agg":"min".*"agg":"max"|"agg":"max".*"agg":"min"/,
    ask: "The first one or the last one?",
  },
  {
    says: new RegExp(`\\bnew (?:${GROUPS})\\b`),
    ask: "When a customer, a network or a plan was new is not recorded. Do you mean SIMs that are new there?",
  },
  {
    says: /\b(?:is|are|was|were|be|been) (?:still |now |currently |all |back |again )*(?:up|down|out|over|away|back)(?= *(?:$|[?.!,]|since\b|today\b|yesterday\b|now\b|again\b|in\b|at\b|for\b|right\b|currently\b|please\b))/,
    unless: /last_seen_at|exhaust/,
    ask: "A SIM is only known by when the network last saw it. Seen, or not seen, within how long?",
  },
  {
    says: /\bpaying (?:customers?|clients?|accounts?)\b/,
    ask: "Who has paid is not recorded. Do you mean what the plans of their SIMs cost?",
  },
  {
    says: /\bby (?:hand|mistake|accident|chance|default)\b|\bon time\b/,
    ask: "How it came about is not recorded that way. By whom, over which channel, or within how long?",
  },
  {
    says: /\b(?:the|all|our|any) (?:remaining|rest of the) (?:sims?|cards?|devices?|units?|customers?|tickets?|alerts?|ones)\b/,
    ask: "The remaining ones besides which?",
  },
  {
    says: /\b(?:start|beginning|begin|middle|end) of (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|last|this|week|month|quarter|year)\b/,
    unless: /"from":"\d{4}-\d\d-(?!01)|label":"(?:since|until|before|by|up to|from)/,
    ask: "From which day to which day?",
  },
];
