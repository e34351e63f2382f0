import { ASKING } from "./plainer-asking.ts";
import { EVERYDAY } from "./plainer-everyday.ts";
import { ORDERS } from "./plainer-orders.ts";
import { SPOKEN } from "./plainer-spoken.ts";
import { WORDING } from "./plainer-wording.ts";

export type Plainer = readonly [RegExp, string];

/** Turns of phrase over several words that lie apart, as plainer words; each means the same. */
const PLAINER: readonly Plainer[] = [
  // "morning, how many …"
  [
    /^\s*(?:good )?(?:morning|afternoon|evening)(?: (?:all|team|simon|there|everyone|folks|guys))?[,.!:;]\s+(?=\S)/i,
    "",
  ],
  // "never seen, not even once": said twice
  [
    /(\bnever\b[^.?!;]{1,80}?)[,\s–—-]+not (?:even )?(?:once|ever|(?:for )?(?:one|a)(?: single)? (?:time|second|minute))\b/gi,
    "$1",
  ],
  // "do not have any open alerts", "doesn't have a label"
  [/\b(?:do|does)(?:n['’]?t| not) have (?:any|an?|a single|one)\b/gi, "have no"],
  [/\b(?:did|have|has|had)(?:n['’]?t| not) (?:have|had) (?:any|an?|a single|one)\b/gi, "had no"],
  // "have neither open tickets nor alerts"
  [
    /\b(have|has|had|with) neither (?:an? |any )?([^.?!;,]{1,40}?) nor (?:an? |any )?/gi,
    "$1 no $2 and no ",
  ],
  // "SIMs with their usage this month": to be shown, where "with usage" is a condition
  [
    /,? (?:together |along )?with (?:their|its) (?=(?:(?:total|daily|monthly|average|current|data|mobile) )*(?:usage|traffic|consumption|volume|quota|rate plan|plan|status|customer|country|operator|label)s?(?:$|[,.?!]| (?:and|this|last|in|for|per|over|since|today|yesterday|so|during|each)\b))/gi,
    " and their ",
  ],
  // "breakdown of SIMs by status", "SIM status breakdown"
  [/\b(?:an? |the )?(?:breakdown|split) of (?=[\w -]{2,60} by\b)/gi, ""],
  [
    /\b(status|country|operator|customer|plan|tag|technology|severity|priority|category|team|cause) (?:breakdown|split)\b/gi,
    "split by $1",
  ],
  // "activations per week since July"
  [/\b(?:new )?(?:sim )?activations\b(?! (?:problems?|tickets?|issues?))/gi, "SIMs activated"],
  // "the worst 5 SIMs by rejects"
  [
    /\bworst (?=(?:(?:\d+|three|five|ten) )?\w+ by (?:number of )?(?:rejects?|failures?|alerts?|tickets?|churn|open|usage|data)\b)/gi,
    "top ",
  ],
  // "who owns SIM 8988…": the data knows its customer
  [/\bwho owns (?=(?:the )?(?:sim|card|iccid)\b|\d{6}|\S+-\d{2})/gi, "which customer has "],
  // "the next 5 SIMs to run out" are the first ones
  [
    /\bnext (?=(?:(?:\d{1,3}|one|two|three|four|five|ten|twenty) )?(?:sims?|cards?|devices?|ones?) (?:to|that will|which will|going to) (?:run|be out)\b)/gi,
    "first ",
  ],
  // "order the SIMs by last seen"
  [
    /^((?:please |can you |could you )?)(?:order|sort|rank|arrange) ((?:(?:the|all|our|my|these|those) )?(?:\w+ ){0,2}(?:sims|cards|devices|tickets|alerts|customers|countries|operators|plans|messages)) by\b/i,
    "$1$2 sorted by",
  ],
  // "the worst rejection rate" is the highest
  [
    /\bworst (?=(?:\w+ ){0,2}(?:reject(?:ion)?|failure|error|churn) (?:rate|ratio|share|percentage)\b)/gi,
    "highest ",
  ],
  // "the biggest anomalies", "top 5 anomalies last month": by what they are scored
  [
    /\b(?:biggest|largest|strongest|worst|most extreme|most striking) (anomaly|anomalies|(?:usage )?spikes?)\b(?!.*\b(?:by|score)\b)/gi,
    "highest scoring $1",
  ],
  [/\b(top \d+ anomalies)\b(?!.*\b(?:by|score)\b)/gi, "$1 by score"],
  // "data used by SIMs activated in 2026": theirs, not a number for each
  [
    /\b((?:data|traffic|volume)(?: that was)? (?:used|consumed|generated|transferred)) by (?=(?:(?:the|our|all|those) )?(?:active |suspended |inactive )?(?:sims|cards|devices) (?:that|which|activated|in|of|on|with|without|from|at)\b)/gi,
    "$1 of ",
  ],
  // "how many tickets are done"
  [
    /(\b(?:tickets?|alerts?|cases?|complaints?)\b(?: (?:of|from|for|by) [\w-]+(?: [\w-]+)?)?(?: (?:that|which))? (?:is|are|was|were|has been|have been|had been|got) )(not )?(?:already |all )?(?:done(?: with)?|finished|completed|taken care of|sorted(?: out)?)\b(?! by\b)/gi,
    "$1$2resolved",
  ],
  // "roaming outside Germany": where they are
  [
    /\broaming (?=outside(?: of)? |out of |in (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q\d)[a-z]*\b)\p{Lu}\p{Ll})/gu,
    "",
  ],
  // "stopped sending data since Friday"
  [
    /\b(?:(?:has|have|had) )?(?:stopped|ceased|quit) (?:sending|transmitting|transferring|using|uploading|passing)(?: any)?(?: (?:data|traffic))?(?= since\b)/gi,
    "had no traffic",
  ],
  // "SIMs with the same IMEI", "duplicate labels"
  [
    /\b(?:(?:sims?|cards?|devices?) )?(?:with|(?:that|which|who) (?:have|has|use|uses|share|shares)|having|using|sharing|share) (?:(?:the|an?) (?:same )?|same )(?<=same |shar\w+ an? |share the )(imei|msisdn|imsi|label|ip address)s?\b(?! as\b)/gi,
    "$1s with more than one sim",
  ],
  [
    /\b(?:duplicate|duplicated|shared|repeated|double) (imei|msisdn|imsi|label|ip addresse?)s?\b|\b(imei|msisdn|imsi|label|ip addresse?)s? (?:(?:that|which|who) (?:are|is) )?(?:(?:is|are) )?(?:used|shared|worn|carried|held)?(?: by| on| in| with)? (?:more than one|several|multiple|two or more) (?:sims?|cards?|devices?)\b/gi,
    "$1$2s with more than one sim",
  ],
  // "who raised the most tickets": a ticket is a customer's
  [
    /\bwho (?=(?:(?:has|have|had) (?=raised|opened|reported|filed|logged|created|submitted|sent|written))?(?:has|had|have|written|raised|opened|reported|filed|logged|created|submitted|sent|wrote|put in) (?:us )?(?:the )?(?:most|fewest|least|highest number of|largest number of)\b.{0,30}?\btickets?\b)/gi,
    "which customer ",
  ],
  // "what has Mira been up to this month": not until then
  [
    /\b(what(?:'s| has| have| had| was| were| is| are)(?: [\w.@'-]+){1,4}?(?: been)?) up to\b(?! \d)/gi,
    "$1 doing",
  ],
  // "… and are active? those shouldn't be": what somebody thinks of it
  [
    /[.?!;,–—-]\s*(?:because )?(?:they|those|these|that|it|which) (?:really |clearly )?should(?:n'?t| not)?(?: not)? (?:be|happen|exist|be so|be there|be the case)(?: (?:so|there|like that|at all|any ?more))?\s*[.!?]*$/gi,
    "",
  ],
  // "days without any should show as 0"
  [
    /\bdays (?:without any(?: \w+)?|with(?:out)? (?:none|nothing|no \w+)) (?:should|must|shall|can|to) (?:also )?(?:show(?: up)?|appear|count|be (?:shown|listed|counted|there))(?: too| also| as well)?(?: as (?:a )?(?:0|zero))?/gi,
    "including days with zero",
  ],
  // "on how many of the last 14 days was it quiet"
  [
    /\b(?:on |in )?how many of the (last|past|previous) (\d+|seven|ten|fourteen|thirty) (?:full |whole |complete |calendar )?days (?=(?:was|were|had|did|has|have)\b)/gi,
    "how many days in the $1 $2 days ",
  ],
  // "completely quiet, 0 bytes"
  [
    /\b(quiet|silent|idle|dark|nothing|no data|no traffic)\b\s*[,;(–—-]\s*(?:0|zero) bytes\)?/gi,
    "$1",
  ],
  // "not seen since May, or never were": who was never seen was not seen since
  [
    /(\bnot\b[^.;!?]{1,60}?\bsince\b[^.;!?,]{1,30}?),? or never (?:were|was|have been|has been|did|at all)\b/gi,
    "$1",
  ],
  // "in the month of September"
  [
    /\b(in|of|during|for|since|until) the (?:(?:whole|entire) )?(?:month|year) of (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d{4}\b)/gi,
    "$1 ",
  ],
  // "cards that name X as one of the reasons": a verb, no name
  [
    /\b(that|which) (?:name|names|named|cite|cites|cited|list|lists)(?= .{1,60}\b(?:as|among)\b)/gi,
    "$1 have",
  ],
  // "attached in Norway last week but are somewhere else now": not where they were
  [
    /\b(in) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)( .{0,60}?\b(?:but|and|yet|though) .{0,30}?)(?:somewhere else|someplace else|elsewhere|in an?other (?:country|place)|in a different (?:country|place)|not there(?: any ?more)?|no longer there)\b/gu,
    "$1 $2$3not in $2",
  ],
  // "touched less than 1 % of their package": used
  [
    /\b(?:touched|eaten into|dipped into) (?=(?:only |just |barely )?(?:(?:less|more|fewer) than|under|over|below|above|at (?:least|most)|up to|half|\d{1,6}(?:\.\d+)? ?(?:%|percent|[kmg]b)))/gi,
    "used ",
  ],
  // "countries visited by X"
  [
    /\b((?:which |what )?(?:countries|networks|operators|carriers)) (?:that were |which were |were )?(?:visited|seen|used|entered|passed) by\b/gi,
    "$1 used by",
  ],
  // "according to the forecast, which day …"
  [
    /^(?:according to|going by|by|as per) (?:the|our|your) (?:forecasts?|predictions?),? (.{5,400}?)([.?!\s]*)$/i,
    "$1 in the forecast$2",
  ],
  // "quota used vs total"
  [
    /\b(?:quota used (?:vs\.?|versus|against|and|compared (?:to|with)|of) (?:the )?total(?: quota)?|used (?:vs\.?|versus|against|and|compared (?:to|with)) total quota)\b/gi,
    "quota used and total quota",
  ],
  // "labels that start with pump", "messages containing reboot": a text, also without quotation marks
  [
    /(\b(?:[Ll]abels?|[Nn]ames?|ICCIDs?|iccids?|IMEIs?|imeis?|[Mm]essages?|[Tt]exts?|SMS|sms|[Ss]ubjects?|[Dd]escriptions?|[Tt]ickets?)\b[^.?!,;:"'“”]{0,25}?\b(?:starts? with|starting with|begins? with|beginning with|contains?|containing|mentions?|mentioning|with the word) )(?!(?:the|an?|any|at|more|less|no|only|some|all|both|of|in|it|them|data|this|that|our|their|over|under)\b)([\p{Ll}\d][\p{Ll}\d_./=-]+|[\p{Lu}\d][\p{Lu}\d_./=-]+(?: \d{1,6})?)(?=$|[ ?.!,])(?! (?:but|and|or)\b)/gu,
    '$1"$2"',
  ],
  // "complaints still open, and from whom": whose they are
  [
    /^(?!.{0,40}\bhow many\b)(.{3,300}?)(?:,? and|,) (?:from|for|of) whom[\s?.!]*$/i,
    "$1 and the customer",
  ],
  // "… is in France but where do we see it"
  [/ but where (?=(?:do|does|did|is|are|was|were)\b)/gi, ", where "],
  // "as of today": how things stand anyway
  [/,? ?\bas of (?:today|now|right now|this moment|this morning)\b/gi, ""],
  // "16 Oct - 20 Oct", "Oct 16 - Oct 20"
  [
    /\b(\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?) ?[-–—] ?(?=\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi,
    "$1 to ",
  ],
  [
    /\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?) ?[-–—] ?(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d)/gi,
    "$1 to ",
  ],
  // "16.10-20.10", and "18/10", which can be no month
  [
    /\b(\d{1,2})\.(0?[1-9]|1[0-2])\.? ?[-–—] ?(\d{1,2})\.(0?[1-9]|1[0-2])\b\.?(?!\d)/g,
    "$1.$2. to $3.$4.",
  ],
  [/(?<![\d/.])(1[3-9]|2\d|3[01])\/(0?[1-9]|1[0-2])(?![\d/])/g, "$1.$2."],
  // "November 1-20"
  [
    /\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?) (\d{1,2})(?:st|nd|rd|th)? ?[-–—] ?(\d{1,2})(?:st|nd|rd|th)?(?![\d/:-])/gi,
    "$1 $2 to $1 $3",
  ],
  // "sent nothing for ten days"
  [
    /\b(?:(?:has|have|had) )?(?:sent|used|transmitted|transferred|consumed|uploaded) (?:nothing|no data|no traffic)(?: at all)? (?:for|in|during|over|within) (?:the )?(?:(?:last|past) )?(?=(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty) (?:days?|weeks?|months?)\b)/gi,
    "had no traffic in the last ",
  ],
  // "which labels appear twice"
  [
    /\b(imei|msisdn|imsi|label|ip addresse?)s? (?:(?:that|which) )?(?:appear|appears|occur|occurs|exist|exists|show up|come up|are there|are used|are) (?:twice|more than once|several times|multiple times|two times|double|doubly)\b/gi,
    "$1s with more than one sim",
  ],
  // "arrived inside one minute"
  [
    /\binside (?=(?:an?|one|two|three|five|ten|\d+) (?:second|minute|hour|day|week)s?\b)/gi,
    "within ",
  ],
  // "what percent of the texts arrived within a minute": after they were sent
  [
    /(\b(?:texts?|sms(?:es)?|messages?)\b[^.;!]*?)\b(?:arrived|got through|came through) (?=(?:with)?in (?:an?|one|two|three|five|ten|\d+) (?:seconds?|minutes?|hours?)\b)/gi,
    "$1were delivered ",
  ],
  // "less than 5 MB, zero included": who used nothing used less, and counts in every average of SIMs
  [
    /(\b(?:less than|fewer than|under|below|at most|up to|no more than|average|avg|mean|median)\b.{1,120}?)[,.;]?\s+(?:and )?(?:also )?(?:(?:including|incl\.?|plus|counting|also) (?:the )?(?:ones|those|cards|sims|devices|them)(?: (?:that|which|who))? (?:(?:needed|used|moved|sent|had|have|with|without) )?(?:nothing|no data|none|no traffic|no usage|zero|any)(?: at all)?(?: (?:as|at) (?:0|zero))?|(?:please )?(?:count|counting|treat|take|include) (?:the )?(?:silent|quiet|idle|unused|inactive) (?:cards|sims|devices|ones) (?:as|at|with) (?:0|zero)|(?:silent|quiet|idle) (?:cards|sims|devices|ones) count(?:ing)? as (?:0|zero)|zeros? included|including zeros?)(?=\s*(?:[.,;?!]|$))/gi,
    "$1",
  ],
];

export function plainer(text: string): string {
  return [...PLAINER, ...ASKING, ...WORDING, ...SPOKEN, ...ORDERS, ...EVERYDAY].reduce(
    (plain, [pattern, words]) => plain.replace(pattern, words),
    text,
  );
}
