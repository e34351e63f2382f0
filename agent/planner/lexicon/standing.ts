import type { StandingTool } from "../plan.types.ts";

/** Ways of asking how things stand, which a tool answers as a whole. Texts are in small letters, without accents. */
export interface Standing {
  readonly tool: StandingTool;
  readonly input?: Readonly<Record<string, unknown>>;
  /** One of them is said. */
  readonly says: RegExp;
  /** This too, wherever. */
  readonly along?: RegExp;
}

const says = (...ways: readonly string[]) => new RegExp(`\\b(?:${ways.join("|")})\\b`, "g");

const OUR = "(?:(?:the|our|my|this|these|your|all|all of the|entire|whole) )*";
const FLEET = `${OUR}(?:sim |iot )?(?:fleet|estate|park)(?: of sims?)?`;
const SUMMARY =
  "(?:overview|summary|snapshot|picture|rundown|run-down|round-?up|status report|status update|health check|health report|briefing|key figures|kpis|main figures|dashboard|bird s eye view|state of (?:play|affairs|things))";
const DATA =
  "(?:(?:sim|usage|fleet) )?(?:data|usage|quotas?|events|prices|list of sims|sim list|figures|numbers|records|readings|information)(?: here| you have| you see| you show| i see| we see| in here| shown)?";
export const PROVIDER =
  "(?:(?:the|our|their|its) )?(?:(?:connectivity|sim|network|mobile) )?(?:provider|carrier|supplier|1nce)(?:(?: s)? (?:side|system|portal|platform|records?|data|api|end))?";
const SYNC = "(?:re-?)?(?:sync|syncs|syncing|synced|synchroni[sz](?:ation|ations|ing|ed|e))";
const LAST = "(?:last|latest|previous|most recent|next|nightly|hourly|daily|last night s|today s)";
const FRESH =
  "(?:stale|fresh|current|up to date|up-to-date|out of date|outdated|old|live|recent|lagging|behind|real time|real-time)";
const CHANGES =
  "(?:changes?|change requests?|change proposals?|proposals?|proposed changes?|requested changes?|approvals?)";
const WAITS =
  "(?:wait|waits|waiting|await|awaits|awaiting|pending|outstanding|unapproved|undecided|unsigned|open|hanging|stuck|not (?:yet )?(?:been )?(?:approved|decided|signed off)|needs? (?:\\w+ ){0,3}(?:approval|decision|sign-?off|ok|approving|signing off)|to be (?:approved|decided|signed off)|to (?:approve|decide on|sign off))";

export const STANDINGS: readonly Standing[] = [
  {
    tool: "list_changes",
    input: { state: ["proposed"] },
    says: says(
      `${CHANGES}(?: \\S+){0,5} ${WAITS}(?: (?:for|on|of) (?:\\S+ ){0,3}?(?:approval|decision|sign-?off|ok|me|us|go-?ahead|approver))?`,
      `${WAITS}(?: \\S+){0,2} ${CHANGES}`,
      "(?:approval|approvals|change) queue",
      `${CHANGES} (?:that )?(?:(?:has|have|had|did) )?(?:nobody|no one|noone|none of us)(?: has| yet)* (?:approved?|decided?(?: on)?|signed?(?: off)?|looked at)`,
      "(?:what|anything|something)(?: is| s| are)?(?: still| there)* (?:wait|waits|waiting|pending|awaiting|needs|need|up)(?: (?:for|on))? (?:\\S+ ){0,2}(?:approval|approving|decision|sign-?off|go-?ahead)",
      "(?:what|anything|something)(?: do i| should i| must i| is there(?: for me)?| for me| i)? (?:have |need )?to (?:approve|sign off|decide on)",
    ),
  },
  {
    tool: "list_changes",
    input: { state: ["running", "paused"] },
    says: says(
      `${CHANGES}(?: \\S+){0,3} (?:running|in progress|being (?:carried out|applied|executed|worked on)|under ?way|ongoing|still at work|paused)`,
      `(?:running|ongoing|paused|unfinished) ${CHANGES}`,
    ),
  },
  {
    tool: "list_changes",
    input: { state: ["rejected"] },
    says: says(`${CHANGES}(?: \\S+){0,3} (?:rejected|turned down|declined)`, `rejected ${CHANGES}`),
  },
  {
    tool: "list_changes",
    says: says(
      "(?:my|our|latest|last|recent|all|the) (?:proposals|proposed changes|change requests|requested changes|change proposals)",
      "changes (?:that )?(?:i|we|simon|the assistant|you) (?:have |has |ve )?(?:proposed|requested|asked for|put forward)",
      "(?:what became|status|state|fate|progress) of (?:my|our|the|that|these|those|all) (?:(?:last|latest|recent|proposed|requested) )?(?:change|changes|proposal|proposals|change request|change requests)",
    ),
  },
  {
    tool: "list_drift",
    says: says(
      "drift(?:s|ed|ing)?",
      "(?:data |status |sim |name |label )?(?:differences?|discrepanc(?:y|ies)|mismatch(?:es|ed)?|deviations?|inconsisten(?:cy|cies)|divergences?|conflicts?|contradictions?)",
      "differs?|differing|deviates?|diverges?|disagrees?|contradicts?|(?:do|does|did|is|are)(?: not|n t)? (?:\\S+ ){0,8}(?:match|agree|tally|line up|correspond|identical|the same|consistent)",
      "out of (?:sync|step|line|kilter) with|in (?:sync|step|line) with|at odds with|differently",
    ),
    along: new RegExp(`\\b(?:${PROVIDER}|drift\\w*)\\b`),
  },
  {
    tool: "sync_status",
    says: says(
      `${LAST} (?:(?:data|provider|full|successful|usage|quota) )?(?:${SYNC}|refresh|import run|(?:update|fetch|import|load|pull|download) from ${PROVIDER})(?: runs?| jobs?)?(?: with ${PROVIDER})?(?: (?:go|went|gone|come|came) through)?`,
      `(?:status|state|health|progress|result|outcome|history) of ${OUR}(?:data |provider )?${SYNC}(?: runs?| jobs?)?(?: with ${PROVIDER})?`,
      `${SYNC} (?:runs?|jobs?|status|state|health|errors?|problems?|failures?|history)(?: with ${PROVIDER})?`,
      `(?:how|is|does|did|was|has|when|why)(?: \\S+){0,5} ${SYNC}(?: with ${PROVIDER}| from ${PROVIDER})?`,
      `how (?:old|fresh|recent|current|stale|up to date|up-to-date|live|far behind) (?:is|are) ${OUR}${DATA}`,
      `(?:is|are) ${OUR}${DATA} (?:still |really |actually |already |getting )*${FRESH}`,
      `(?:age|freshness|timeliness|currency) of ${OUR}${DATA}`,
      "data (?:freshness|age|latency|currency)",
      `(?:from when|as of when) (?:is|are) ${OUR}${DATA}`,
      `(?:when|how long ago) (?:was|were|is|are|did|have|has)(?: \\S+){0,3} ${OUR}${DATA} (?:last |most recently )?(?:synced|synchroni[sz]ed|read|updated?|refreshed|loaded|fetched|pulled|imported|received|come in|arrive)`,
      `(?:when|how long ago|since when|how long)(?: \\S+){0,6} (?:hear|heard|news|word|contact|response|answer|update|updates|data|anything|reached?|talked?|spoken?) (?:from|with|to|of)? ?${PROVIDER}`,
      `(?:connection|link|interface|integration|api) (?:to|with|of) ${PROVIDER}(?: \\S+){0,2} (?:up|down|working|ok|okay|alive|broken|healthy|fine|running|status)`,
    ),
  },
  {
    tool: "fleet_overview",
    says: says(
      `${SUMMARY}(?: (?:of|on|for|about|across) (?:how )?(?:${FLEET}|everything|where we (?:are|stand)))`,
      `(?:${FLEET}|fleet|operations) ${SUMMARY}`,
      `(?:how|what)(?: is| s| are| about)? ${FLEET}(?: is| s)? (?:doing|looking|faring|holding up|getting on|behaving|performing|standing|up to)`,
      `(?:fleet|sims)(?: \\S+){0,2} at a glance`,
      `(?:state|status|health|condition|shape) of ${FLEET}`,
      `(?:brief|update|catch|fill) (?:me|us)(?: up| in)? (?:on|about|with) (?:${FLEET}|everything)`,
      `what (?:state|shape|condition) is ${FLEET} in`,
      `(?:what is|what s) (?:going on|happening|the situation|the state of play|new) (?:in|with|across|on) ${FLEET}`,
      `(?:sum up|summari[sz]e) (?:${FLEET}|how (?:we|things) (?:stand|are)|everything|the situation)`,
      `(?:${SUMMARY} of )?where (?:do )?we stand`,
    ),
  },
];

/** "everything about …", "the full record of …": one SIM as a whole, by what stands behind. */
const WHOLE =
  "(?:everything|all|the lot|(?:the |all |full |complete |whole |entire |more |some )*(?:details?|information|info|data|facts?|record|profile|data ?sheet|file|card|particulars|picture|story|summary|overview))";
const KNOWN =
  "(?: (?:that )?(?:you have|you ve got|you know|we have|we know|we ve got|there is|there s|is known|is there|is on file|on file|on record|available))*";
export const ALL_OF_A_SIM: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:show|give|get|pull up|pull|bring up|tell|fetch|open|display|send|look up|find|need|i need|i want|want|let)(?: me| us)?(?: see| have| know)?(?: out| up)? )?${WHOLE}${KNOWN} (?:on|about|of|for|regarding|to)(?: the)?(?: sim| device| card)? (?<sim>\\S.{0,60}?)${KNOWN}$`,
    "i",
  ),
  /^(?:so )?what (?:do (?:you|we)|is there to) (?:all )?(?:know|have)(?: on record| on file)? (?:about|on|of|for)(?: the)?(?: sim| device| card)? (?<sim>\S.{0,60}?)$/i,
  /^tell (?:me|us) (?:all |more |everything )?about(?: the)?(?: sim| device| card)? (?<sim>\S.{0,60}?)$/i,
  /^(?:open up|pull up|bring up|call up)(?: the)?(?: record of| page of| card of)?(?: sim| device)? (?<sim>\S{1,60})$/i,
  /^(?:the )?(?:full |complete )?(?:details|profile|record|info|data ?sheet)[: ]+(?:of |for |on )?(?:sim )?(?<sim>\S{1,60})$/i,
];
