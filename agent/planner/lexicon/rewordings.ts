/** What people say of the fleet, in the words of its tables. `asks` takes the named parts of what was said. */
export interface Rewording {
  readonly says: RegExp;
  readonly asks: string;
  /** Of the whole fleet only: a name in it would be lost. */
  readonly ofAll?: true;
}

const ODD =
  "(?:odd|strange|unusual|abnormal|anomalous|weird|suspicious|fishy|wrong|out of the ordinary|funny)";
const SIM = "(?:(?:the )?(?:sim|device|card) )?(?<sim>[\\w-]*\\d[\\w-]*)";
const PEOPLE =
  "(?:anybody|anyone|somebody|someone|people|everyone|everybody|users?|the team|we|they)";
const RULES = "(?:(?:alert|alarm|alerting|warning|notification) )?rules?";
const PLANS = "(?:rate plans?|plans?|tariffs?|subscriptions?|contracts?|packages?)";

export const REWORDINGS: readonly Rewording[] = [
  {
    says: new RegExp(
      `^(?:is|was|did|has|have|were|see|show me|tell me)?(?: there| you see)? ?(?:anything|something|what(?:'s| is| was)?)(?: that)?(?: (?:look(?:s|ed)?|seem(?:s|ed)?|is|was|been|has been|did|happen(?:ed)?|go(?:es)?|went))* ${ODD}(?: (?:happen(?:ed)?|going on|went on|occur(?:red)?|turn(?:ed)? up|come up|been going on|there))*(?<rest> .+)$`,
      "i",
    ),
    asks: "anomalies {rest}",
  },
  {
    says: new RegExp(
      `^what(?:'s| is| has| have| did| was| all)*(?: all)? (?:happened|happen|happening|went on|gone on|going on|been going on|occurred|been happening)(?: with| to| on| at| around) ${SIM}(?<rest>.*)$`,
      "i",
    ),
    asks: "connection events of {sim}{rest}",
  },
  {
    says: new RegExp(
      `^what (?:has|did|was) ${SIM} (?:been )?(?:up to|do|doing|done)(?<rest>.*)$`,
      "i",
    ),
    asks: "connection events of {sim}{rest}",
  },
  {
    says: new RegExp(
      `^(?:(?:show|give|get)(?: me)? )?(?:the )?(?:(?:full|raw|complete|whole|unfiltered) )?(?:event )?(?:history|timeline|story|events?|event log)(?: of| for| on) ${SIM}(?<rest>.*)$`,
      "i",
    ),
    asks: "connection events of {sim}{rest}",
  },
  {
    says: new RegExp(
      `^(?:where|how|what|which|are there|is there|any|can|could)\\b.*\\b(?:(?:save|saved|saving|cut|reduce|lower|trim|bring down|spend less)\\b.*\\b${PLANS}|overpay\\w*|pay(?:ing)? too much|too (?:big|large|expensive) (?:a )?${PLANS}|${PLANS} (?:that )?(?:is|are) too (?:big|large|expensive)|oversized)\\b.*$`,
      "i",
    ),
    asks: "quota recommendations with possible savings, largest first",
    ofAll: true,
  },
  {
    says: new RegExp(
      `^(?:which|what|show|list|any|give)\\b.*\\b${RULES}\\b.*\\b(?:active|running|run|live|in force|in use|switched on|turned on|on)\\b.*$|^(?:which|what|show|list|any|give)\\b.*\\b(?:active|running|live) ${RULES}$`,
      "i",
    ),
    asks: "enabled alert rules",
    ofAll: true,
  },
  {
    says: new RegExp(
      `^(?:which|what|show|list|any|give)\\b.*\\b${RULES}\\b.*\\b(?:set up|have|in place|exist|defined|configured|there)\\b.*$|^what (?:do|will|are|would) (?:we|i|you) (?:get |be |being )?(?:alerted|warned|notified|informed) (?:about|of|on)$`,
      "i",
    ),
    asks: "list the alert rules",
    ofAll: true,
  },
  {
    says: new RegExp(
      `^(?:(?:show|give|get|i need|need)(?: me)? )?(?:the |a )?(?:log|list|record|trail|history|overview) of (?:what|all that|everything(?: that)?|all) ${PEOPLE} (?:has |have |had )?(?:changed?|did|done|touched)(?<rest>.*)$`,
      "i",
    ),
    asks: "audit log {rest}",
  },
  {
    says: new RegExp(
      `^what (?:did|has|have) ${PEOPLE} (?:changed?|do|done|touch(?:ed)?|alter(?:ed)?)(?<rest> .+)$`,
      "i",
    ),
    asks: "audit log {rest}",
  },
  {
    says: /^(?:the )?(?:worst|most (?:severe|urgent|critical|serious)|gravest) (?<head>(?:\w+ ){0,2}alerts?\b.*?)(?:,? (?:first|at the top|on top))?$/i,
    asks: "{head} sorted by severity",
  },
  {
    says: /^(?<head>.*\balerts?\b.*?),? (?:the )?(?:(?:worst|most (?:severe|urgent|critical|serious)|gravest|highest)(?: ones?)? (?:first|at the top|on top|come first)|(?:starting|beginning) with the (?:worst|critical|most severe|gravest)(?: ones?)?)$/i,
    asks: "{head} sorted by severity",
  },
  {
    says: /^(?<head>(?=.*\d).*?) (?:recently|lately|of late|these days)(?<rest>.*)$/i,
    asks: "{head} in the last 30 days{rest}",
  },
  {
    says: /^(?<head>.*?) (?:(?:have|has|did|do|does)(?:n't| not) (?:said?|say) (?:a word|anything|a thing|a peep)|(?:have |has )?said nothing|(?:have|has|did|do|does)(?:n't| not) (?:report(?:ed)?|phoned? home|checked in|check in|made contact|come online))(?<rest> (?:since|for|in) .*)$/i,
    asks: "{head} have not been seen{rest}",
  },
  {
    says: /^(?<which>(?:which|what) (?:operators?|networks?|carriers?)) (?:are|do|does|is) (?<who>we|our sims|our devices|they|.{3,30}?) (?:roam(?:ing)?|connect(?:ed|ing)?|attach(?:ed|ing)?|register(?:ed|ing)?|camp(?:ed|ing)?)(?: on| to| with| in)*(?<rest>(?: (?:in|on|at)\b.*)?)$/i,
    asks: "{which} do {who} use{rest}",
  },
  {
    says: /^(?:which|what) (?<dim>country|operator|network|customer|rate plan|plan|tariff) (?:does|do|is|are|has) (?:most|the bulk|the majority|the biggest part|the largest part) of (?:our |the |all )?(?<what>traffic|data|usage|consumption|sims|devices|cards)(?: (?:come|comes|coming|originate|originates|used|go|goes|going|run|runs|belong|belongs|sit))*(?: (?:from|in|on|to|through|over|with|at))?(?<rest>(?:$|[, ].*))$/i,
    asks: "which {dim} has the most {what}{rest}",
  },
];
