import { type Change, verb } from "./change.ts";

const TAG = `(?:["']?(?!(?:the|an?|them|it|all|this|that|those|these)\\b)(?<tag>[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{1,39})["']?)`;
const tagging = (pattern: string): RegExp => new RegExp(pattern, "isu");

const FORMAT = "csv|excel|xlsx|spreadsheet";
const NEWEST = "(?:latest|newest|current|fresh(?:est)?|new|up[- ]to[- ]date|recent|live|actual)";
const FIGURES =
  "(?:data )?(?:usage|consumption|traffic|volumes?|quotas?|counters?|figures|numbers|values|readings|data)(?: data| numbers| figures| records| counters?)?";
const PROVIDER =
  "(?:the |our )?(?:connectivity )?(?:provider|carrier|operator|network|supplier|1nce)(?:'s (?:side|api|system|portal))?";
const FROM_PROVIDER = `(?:from|at|with|off) ${PROVIDER}`;

/** What SIMs are called, whom they belong to, and their connection. */
export const SIM_CHANGES: readonly Change[] = [
  {
    tool: "update_sim",
    target: "sims",
    input: {},
    needs: "tag",
    does: "Remove the tag from",
    patterns: [
      tagging(
        `^(?:remove|drop|delete|strip|take|clear|get rid of|lose)(?: off)? (?:the )?(?:tag|label tag) ${TAG} (?:from|off|of|on|for)\\b(?<object>.*)$`,
      ),
      tagging(
        `^(?:remove|drop|delete|strip|take|clear|get rid of|lose)(?: off)? (?:the )?${TAG} tag (?:from|off|of|on|for)\\b(?<object>.*)$`,
      ),
      tagging(
        `^(?:remove|drop|delete|strip|take|clear|get rid of|lose)(?: off)? ["'](?<tag>[^"']{2,40})["'] (?:from|off|of|on)\\b(?<object>.*)$`,
      ),
      tagging(
        `^(?:the )?(?:tag )?${TAG}(?: tag)? (?:can|may|should|must|could|has to|needs to) (?:now )?(?:come|go|be taken|be) (?:off|away from)\\b(?<object>.*)$`,
      ),
      tagging(`^(?:untag|un-tag)\\b(?<object>.*?)(?: as| from| for)? ${TAG}$`),
      verb("remove (?:the )?tag|untag|drop (?:the )?tag|take (?:the )?tag"),
    ],
  },
  {
    tool: "update_sim",
    target: "sims",
    input: { add: true },
    needs: "tag",
    does: "Tag",
    patterns: [
      tagging(
        `^(?:add|put|apply|set|slap|stick|attach|assign|give|place|hang)\\b(?: on)? (?:the |a |an )?(?:new )?tag (?:called |named )?${TAG},? (?:to|on|onto|for|of)\\b(?<object>.*)$`,
      ),
      tagging(
        `^(?:add|put|apply|set|slap|stick|attach|assign|give|place|hang)\\b (?:the |a |an )?(?:new )?${TAG} tag,? (?:to|on|onto|for)\\b(?<object>.*)$`,
      ),
      tagging(
        `^(?:give|provide|equip)\\b(?<object>.*?) (?:the |a |an )?(?:tag (?:called |named )?${TAG})$`,
      ),
      tagging(`^(?:give|provide|equip)\\b(?<object>.*?) (?:with )?(?:the |a |an )(?:${TAG} tag)$`),
      tagging(
        `^(?:tag|flag|mark|label)\\b(?<object>.*?) (?:as|with)(?: the| a)?(?: tag)? ${TAG}(?: tag)?(?:,? (?:we|i|they|it|so|because|since)\\b.*)?$`,
      ),
      tagging(
        `^(?:put|add|move|place)\\b(?<object>.*?) (?:in|into|to|under) the ${TAG} (?:group|tag|bucket)$`,
      ),
      tagging(`^tag\\b(?<object> (?:them|those|these|it)(?: all)?) ${TAG}$`),
      tagging(`^(?:tag)\\b(?<object>.*)$`),
      tagging("^(?:add|put|apply|set) (?:the |a )?tag\\b(?<object>.*)$"),
    ],
  },
  {
    tool: "update_sim",
    target: "sims",
    input: {},
    needs: "name",
    does: "Rename",
    patterns: [
      /^(?:rename|relabel|re-label)\b(?<object>.*?) (?:to|into|as) (?<name>.{1,80})$/is,
      /^(?:change|set|update) (?:the |its )?(?:name|label|device name)(?: (?:of|for|on)(?<object>.*?))? (?:to|into) (?<name>.{1,80})$/is,
      /^(?:change|set|update)\b(?<object>.*?)'s (?:name|label|device name) (?:to|into) (?<name>.{1,80})$/is,
      /^(?:call|name|label)\b(?<object> (?:it|that one|this one|\S*\d\S*)) (?<name>.{1,80})$/is,
      /^give\b(?<object> .*?) the (?:new )?(?:name|label)(?: of)? (?<name>.{1,80})$/is,
      /^(?:let|have|make)\b(?<object> .*?) (?:be )?(?:known as|called|named) (?<name>.{1,80})$/is,
      /^(?:the |its )?(?:name|label|device name) (?:of|for)(?<object> .*?) (?:should|must|shall|has to|ought to|needs to) (?:be|read|become) (?<name>.{1,80})$/is,
      verb("rename|relabel"),
    ],
  },
  {
    tool: "reset_connectivity",
    target: "sims",
    input: {},
    does: "Reset the connection of",
    patterns: [
      /^(?:reset|re-?set|kick|restart|renew|refresh|re-?establish|bounce|drop|kill|force|clear|cycle|recycle)\b (?:the |a |its |their )?(?:network |data |radio |current |active |open )?(?:connectivity|connections?|sessions?|reconnect|re-?attach|links?|attach)\b(?: for| of| on| to)?(?<object>.*)$/is,
      /^(?:reset|kick|restart|refresh|bounce|renew|re-?establish|drop|kill)\b(?<object>.*?)(?:'s?)? (?:connectivity|connections?|sessions?|links?)$/is,
      /^(?:do|perform|trigger|run|issue|start|send|make) an? (?:network |connectivity |connection )?(?:reset|reconnect|re-?attach)\b(?: of the connection| of connectivity)?(?: for| of| on| to)?(?<object>.*)$/is,
      /^(?:make|let|have)\b(?<object>.*?) (?:reconnect|re-?attach|re-?register|connect again)(?: to the network)?$/is,
      /^(?:force|get|cause|tell)\b(?<object>.*?) to (?:reconnect|re-?attach|re-?register|connect again|log on again)(?: to the network)?(?: again)?$/is,
      /^(?:kick|throw|boot|knock|bump)\b(?<object>.{1,80}?) off(?: (?:the|its) network)?\b(?=.*\b(?:again|anew|back|fresh|new|attach\w*|re-?attach\w*|reconnects?|re-?registers?)\b).*$/is,
      /^(?:reset|reconnect|re-?attach|re-?register|kick|bounce)\b(?!.*\boff\b)(?<object>.*)$/is,
    ],
  },
  {
    tool: "refresh_usage",
    target: "sims",
    input: {},
    does: "Fetch the latest usage of",
    patterns: [
      new RegExp(
        `^(?:refresh|update|pull|fetch|re-?load|re-?fetch|poll)(?: again| me| us)? (?:the |its |their )?(?=(?:${NEWEST}|.* ${FROM_PROVIDER}))(?:${NEWEST} )*${FIGURES}(?: (?:of|for|on))?(?<object>.*?)(?: ${FROM_PROVIDER})?(?: again)?$`,
        "is",
      ),
      new RegExp(
        `^(?:get|request|obtain|retrieve|read|load)(?: me| us)? (?:the |its |their )?(?:${NEWEST} )*${FIGURES} (?:of|for|on)(?<object>.*?) ${FROM_PROVIDER}(?: again)?$`,
        "is",
      ),
      new RegExp(
        `^(?:poll|ask|query|check with|go to|call)(?: again)? ${PROVIDER}(?: again| once more)?(?: for| about| and (?:get|fetch))? (?:the |its |their )?(?:${NEWEST} )*${FIGURES} (?:of|for|on)(?<object>.*)$`,
        "is",
      ),
      /^(?:refresh|sync|synchroni[sz]e|re-?sync|re-?load|update|pull|fetch|poll)\b (?:the |its |their )?(?:latest |newest |current |fresh |new )*(?:data )?(?:usage|consumption|traffic|usage data|usage numbers|usage figures|usage records|quota|quotas|data)(?: data| numbers| figures| records)?(?: from the (?:provider|operator|network|carrier))?(?: now| again)?(?: for| of| on| from)?(?<object>.*)$/is,
      new RegExp(
        `^(?:bring|get) (?:the |its |their )?(?:${NEWEST} )*${FIGURES} (?:of|for|on)(?<object>.*?) up to date$`,
        "is",
      ),
      /^(?:refresh|re-?fetch)\b(?<object> (?:(?:the )?(?:sim|device|card) )?\S*\d\S*)$/is,
      /^(?:sync|re-?sync|synchroni[sz]e|poll)\b(?<object>.*)$/is,
      /^(?:refresh|update)\b(?<object>.*?)(?:'s?)? usage$/is,
    ],
  },
  {
    tool: "export_sims",
    target: "sims",
    input: {},
    needs: "format",
    does: "Export",
    patterns: [
      new RegExp(
        `^(?:an? |the )?(?<format>${FORMAT})(?: file| sheet| list| export)? (?:of|with|for|listing|containing)(?<object> .*)$`,
        "is",
      ),
      new RegExp(
        `^(?:(?:i|we)(?:'d| would)? )?(?:need|want|like|get|make|create|give|send|prepare|generate|produce|build|have)\\b(?: me| us)? (?:an? |the )?(?<format>${FORMAT})(?: file| sheet| list| export| table| dump)? (?:of|with|for|listing|containing)(?<object> .*)$`,
        "is",
      ),
      new RegExp(
        `^(?:(?:i|we)(?:'d| would)? )?(?:get|give|send|let|put|need|want|like|provide|hand|have|show|list|save|pull)\\b(?: me| us)?(?: have| get)?(?<object> (?!.*\\breports?\\b).*?) (?:as|in|into|to) (?:an? )?(?<format>${FORMAT})(?: file| sheet| format)?$`,
        "is",
      ),
      /^(?:export|dump|download(?= (?:the |a )?(?:list|csv|them|these|those|it|all)\b))\b(?<object>.*?)(?: (?:to|as|into|in) (?:an? )?(?<format>csv|excel|xlsx|json|file|spreadsheet)(?: file)?)?$/is,
    ],
  },
  {
    tool: "import_sims",
    target: "none",
    input: {},
    needs: "iccids",
    does: "Import",
    patterns: [
      verb("import|onboard"),
      /^(?:upload|load|read in|bring in)\b(?=.*\b(?:csv|file|list|sheet)\b)(?<object>.*)$/is,
      /^(?:add|register|create|load|enter|book in|put in|take in)\b(?: the| a| these| this| those| new| following| two| three| four| five| \d{1,3})*(?: sim| sims| sim cards?| cards?| iccids?| ones?)(?: (?:for|to|of|from|at|with)\b[^:\d]{1,60})?[: ]+(?=[\d ,;&and]*89\d{16,20})(?<object>.*)$/is,
      /^(?:put|load|add|take|enter|book|read|bring|register|pop)\b(?: (?:them|these|those|it|both|all(?: of them)?))(?: in(?:to)?\b[^:\d]{0,30}| to (?:the|our|my) (?:fleet|system|list)| on)?[:, ]+(?=.*\b89\d{16,20})(?<object>.*)$/is,
    ],
  },
  {
    tool: "delete_sim",
    target: "sims",
    input: {},
    does: "Remove for good:",
    patterns: [
      /^(?:delete|remove|erase|take)\b(?<object>.{1,200}?) (?:(?:completely |entirely |for good )?(?:from|out of) (?:the|our|my) (?:fleet|inventory|organi[sz]ation|system|database))(?: for good)?$/is,
      /^(?:delete|erase)\b(?!.*\b(?:tags?|labels?|alerts?|tickets?|rules?|threads?|conversations?|chats?|messages?|reports?|users?|members?|keys?|accounts?)\b)(?<object>.*)$/is,
    ],
  },
];
