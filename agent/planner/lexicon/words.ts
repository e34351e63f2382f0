import type { Sem } from "../parse/items.ts";
import { FORECAST_RANGES } from "./forecast-ranges.ts";
import { SUPPOSITIONS } from "./suppositions.ts";
import { TURNS } from "./turns.ts";
import { USAGE_VERBS, USED_MOST, USED_NOTHING } from "./usage-verbs.ts";

type Entry = readonly [say: string, sem: Sem];
const word = (name: Extract<Sem, { cat: "word" }>["word"]): Sem => ({ cat: "word", word: name });

/** What rows are called, in the order in which it is looked for. */
const NAMES = ["sims.label", "rate_plans.name", "alert_rules.name", "sims.customer"] as const;

const SEVERITIES = [
  "alerts.severity",
  "anomalies.severity",
  "connection_events.severity",
  "alert_rules.severity",
] as const;

/** The grammar's own words: comparing, asking, grouping, ordering. */
export const WORDS: readonly Entry[] = [
  ["maximum | max | highest | peak | greatest | longest | worst case", { cat: "agg", agg: "max" }],
  ["minimum | min | lowest | shortest", { cat: "agg", agg: "min" }],
  [
    "more than | greater than | over | above | exceeding | in excess of | past | exceed | exceeded | exceeds | higher than | better than | bigger than | larger than | longer than | beyond | > | older than | upwards of | went above | went over | gone over | north of | surpassed | upward of | more expensive than | dearer than | pricier than | more | well over | blew past | blown past | shot past | went past | sailed past | overshot | crept above | climbed above | rose above | broke through | burst through | ran past | running past | gone past | going past | goes past | north of the",
    { cat: "cmp", op: "gt" },
  ],
  [
    "less | less than | fewer than | under | below | lower than | smaller than | shorter than | beneath | < | not even | younger than | newer than | fewer | cheaper than | less expensive than",
    { cat: "cmp", op: "lt" },
  ],
  [
    "at least | no less than | not less than | minimum | min | >= | ≥ | a minimum of | no fewer than | not fewer than | starting at | not below | not under | at or above | at or over | with no less than | with no fewer than",
    { cat: "cmp", op: "gte" },
  ],
  [
    "at most | no more than | not more than | maximum | max | up to | <= | ≤ | a maximum of | not exceeding | not over | not above | at or below | at or under | with no more than",
    { cat: "cmp", op: "lte" },
  ],
  ["exactly | = | equal to | equals | precisely", { cat: "cmp", op: "eq" }],
  ["!= | ≠ | <>", { cat: "cmp", op: "ne" }],
  [
    "or more | or better | or upwards | and upwards | and more | or above | and above | or over | or longer | or higher | plus | and up | + | or older | and over | or greater",
    word("orMore"),
  ],
  [
    "or less | or fewer | or below | or under | or lower | and below | or shorter | and under",
    word("orLess"),
  ],
  [
    "repeatedly | repeated | multiple | multiple times | more than once | over and over | time and again",
    { cat: "threshold", op: "gt", quantity: { value: 1, unit: "plain", said: "more than once" } },
  ],
  [
    "only one | just one | only a single | just a single",
    { cat: "threshold", op: "eq", quantity: { value: 1, unit: "plain", said: "one" } },
  ],
  ["between", word("between")],
  [
    "how many | number of | no of | no . of | # of | count of | # | amount of | how many of | how many number of | total number of | quantity of | the count | count | counts | tally | headcount",
    { cat: "ask", what: "count" },
  ],
  [
    "how often | how frequently | how many times | number of times | how many times each",
    { cat: "ask", what: "often" },
  ],
  ["how much | what amount of | what volume of", { cat: "ask", what: "much" }],
  [
    "how long | how quickly | how fast | how quick | how speedy | how swift | how slow | how slowly | how speedily | how rapidly",
    { cat: "ask", what: "long" },
  ],
  ["when | at what time | what time", { cat: "ask", what: "when" }],
  ["which | what | whose", { cat: "ask", what: "which" }],
  [
    "is there any | are there any | do we have any | did we have any | is there | are there | any | has any | have any | do any | does any | did any | was there any | were there any | do we have | does any of",
    { cat: "ask", what: "exists" },
  ],
  [
    "what percentage of | percentage of | percent of | what percent of | what share of | share of | what proportion of | proportion of | fraction of | what fraction of | what part of | what portion of | % of | pct of | in percent how many",
    { cat: "ask", what: "percent" },
  ],
  ["distinct | different | unique", { cat: "ask", what: "distinct" }],
  [
    "list | show | display | give | print | see | enumerate | export | get | find | fetch | tell | need | want to see | want | showing | listing | displaying | table of | overview of | pull | bring up | look up | which are",
    { cat: "ask", what: "list" },
  ],
  [
    "total | one total | a single total | just one total | sum | sum of | overall | in total | altogether | combined | in all | cumulative | aggregate | together | all together",
    { cat: "agg", agg: "sum" },
  ],
  [
    "average | avg | mean | on average | in average | average of | typical | typically | averaged | mean value",
    { cat: "agg", agg: "avg" },
  ],
  ...([75, 90, 95, 99] as const).map(
    (part): Entry => [
      `p${part} | ${part}th percentile | ${part} percentile | percentile ${part} | ${part} % percentile | ${part}th pct`,
      { cat: "agg", agg: `p${part}` },
    ],
  ),
  ["median | p50 | 50th percentile | fiftieth percentile", { cat: "agg", agg: "median" }],
  [
    "how much more | how much less | how many more | how much higher | how much lower | difference | the difference | difference in | difference of",
    { cat: "bundle", parts: [{ cat: "change" }, word("absolute")] },
  ],
  [
    "absolute | in absolute terms | absolute numbers | in absolute numbers | absolute change | absolute difference",
    word("absolute"),
  ],
  [
    "by | per | split by | broken down by | break down by | grouped by | group by | for each | for every | separated by | breakdown by | divided by | across | according to | sorted into | broken out by | split into | split per | split up by | by each | in each | on each | each | every | a breakdown by | broken down per | segmented by | itemised by | itemized by | distributed over | distribution over | distribution by | with a breakdown by | breakdown per | and by | distribution across",
    { cat: "by" },
  ],
  ["for all", { cat: "by", all: true }],
  [
    "hourly | hour by hour | by the hour | per hour | each hour",
    { cat: "grain", grain: "hour", adjective: true },
  ],
  [
    "daily | day by day | per day | each day | every day | a day | by day | by date | per date | day wise | day over day | for each day | on each day",
    { cat: "grain", grain: "day", adjective: true },
  ],
  [
    "weekly | week by week | per week | each week | every week | a week | by week | for each week | by calendar week",
    { cat: "grain", grain: "week", adjective: true },
  ],
  [
    "monthly | month by month | per month | each month | every month | a month | by month | for each month",
    { cat: "grain", grain: "month", adjective: true },
  ],
  [
    "quarterly | per quarter | by quarter | each quarter",
    { cat: "grain", grain: "quarter", adjective: true },
  ],
  [
    "yearly | annual | annually | per year | by year | each year",
    { cat: "grain", grain: "year", adjective: true },
  ],
  [
    "day of the week | day of week | which day of the week | per weekday | by weekday | by day of week | by day of the week | per day of the week | per day of week | weekday",
    { cat: "grain", grain: "weekday", adjective: true },
  ],
  [
    "by hour of day | per hour of day | by hour of the day | per hour of the day | by time of day | hour of day | hour of the day | time of day",
    { cat: "grain", grain: "hour_of_day", adjective: true },
  ],
  ["hour", { cat: "grain", grain: "hour", adjective: false }],
  ["day | date", { cat: "grain", grain: "day", adjective: false }],
  ["week", { cat: "grain", grain: "week", adjective: false }],
  ["month", { cat: "grain", grain: "month", adjective: false }],
  [
    "not | isnt | neither | never | nor | no longer | did not | do not | does not | has not | have not | was not | were not | is not | are not | not yet | yet to | not been | had not | never been",
    { cat: "neg" },
  ],
  [
    "w / o | no | without | without a single | without one | with not a single | no single | without any | not one | not a single | not any | zero | nothing | none of | lacking | free of | have no | has no | had no | with no | with zero | having no",
    word("without"),
  ],
  [
    "outside | outside of | except | except for | excluding | other than | apart from | but not | anywhere but | not in | besides | elsewhere than | not from | minus | with the exception of | with exception of | aside from | leaving aside | setting aside | barring | not including | not counting | without counting | leaving out | exclusive of | disregarding | save for | ignoring | ignore | ignores | disregard | exclude | excludes | skip | skipping | omit | omitting | filter out | filtering out | leave out | leave aside | forget about | bar those of | bar those in | bar those on | bar the ones | with the exclusion of | not considering | to the exclusion of",
    { cat: "neg" },
  ],
  [
    "w | with | having | that have | which have | who have | that had | which had | that has | containing | including",
    word("with"),
  ],
  [
    "has | have | had | cause | caused | causes | account for | accounts for | accounted for | responsible for | make up | makes up | made up | contribute | contributes | contributed | having had | experienced | got | receive | receives | receiving | generated | saw | received | suffered | reported",
    word("have"),
  ],
  [
    "sort by | sorted by | sort them by | sort it by | sort those by | sort that by | sort the list by | sorting by | order by | ordered by | order them by | order it by | rank by | ranked by | rank them by | arranged by | arrange them by | sort on | sorted on | in order of",
    word("sortby"),
  ],
  ["top", { cat: "top", direction: "desc" }],
  [
    "top talker | top consumer | top user | top data user | top data consumer | top burner | top eater | top sender | top spender",
    {
      cat: "bundle",
      parts: [
        { cat: "superlative", direction: "desc", metric: "usage", plural: true },
        { cat: "metric", metric: "usage" },
        { cat: "noun", view: "sims", conds: [], plural: true, weak: true },
      ],
    },
  ],
  ["bottom", { cat: "top", direction: "asc" }],
  ["last | latest | most recent | newest", { cat: "superlative", direction: "desc", members: [] }],
  [
    "oldest | earliest | first | longest open | longest waiting | waiting longest | waiting the longest | waited the longest | waited longest | been waiting longest | been waiting the longest | open the longest | open longest | been open the longest | been open longest | longest outstanding | longest unresolved | longest in the queue | longest running",
    { cat: "superlative", direction: "asc", members: [] },
  ],
  [
    "most numerous | most | biggest | largest | highest | busiest | top consuming | greatest | most of all | the most | most often | most frequently | hottest | most used",
    { cat: "superlative", direction: "desc" },
  ],
  [
    "heaviest | hungriest | most data hungry | thirstiest | greediest | data guzzling | data hungriest | most voracious",
    { cat: "superlative", direction: "desc", metric: "usage" },
  ],
  [
    "least often | least | smallest | lowest | lightest | fewest | the least | the fewest | most rarely | quietest",
    { cat: "superlative", direction: "asc" },
  ],
  [
    "most common | commonest | most frequent | most popular | most widespread | most widely used | most prevalent | most usual | most often seen",
    { cat: "superlative", direction: "desc", byCount: true },
  ],
  [
    "longest silent | silent longest | silent the longest | silent for the longest | silent for the longest time | silent since the longest | silent from the longest time | silent for longest | longest offline | offline longest | offline the longest | offline for the longest | longest unseen | unseen longest | unseen for the longest | not seen the longest | not seen for the longest | not seen for the longest time | longest not seen | longest quiet | quiet the longest | longest gone | gone the longest | longest dark | dark the longest | missing the longest | longest missing | longest unreachable | longest without contact | longest not heard of",
    { cat: "superlative", direction: "asc", members: ["sims.last_seen_at"] },
  ],
  [
    "most severe | severest | most critical | most serious | gravest | highest severity | most grave | most alarming",
    { cat: "superlative", direction: "desc", members: SEVERITIES },
  ],
  [
    "least severe | least critical | mildest | least serious",
    { cat: "superlative", direction: "asc", members: SEVERITIES },
  ],
  [
    "most urgent | most pressing | most important | highest prio",
    { cat: "superlative", direction: "desc", members: ["support_tickets.priority", ...SEVERITIES] },
  ],
  [
    "least urgent | least pressing | least important",
    { cat: "superlative", direction: "asc", members: ["support_tickets.priority", ...SEVERITIES] },
  ],
  [
    "riskiest | most at risk | most endangered",
    { cat: "superlative", direction: "desc", metric: "churn" },
  ],
  [
    "alphabetical | alphabetically | in alphabetical order | alphabetic order | in alphabetic order | a to z | a - z | a z | from a to z | sorted a to z | sorted alphabetically | sorted a - z | in order of name | by name | ordered by name | in abc order",
    { cat: "order", direction: "asc", members: NAMES },
  ],
  [
    "z to a | from z to a | in reverse alphabetical order | sorted z to a",
    { cat: "order", direction: "desc", members: NAMES },
  ],
  [
    "least common | least frequent | least popular | rarest | least widespread | most uncommon",
    { cat: "superlative", direction: "asc", byCount: true },
  ],
  [
    "cheapest | least expensive | least costly | lowest priced",
    { cat: "superlative", direction: "asc", metric: "monthly_price" },
  ],
  [
    "most expensive | priciest | dearest",
    { cat: "superlative", direction: "desc", metric: "monthly_price" },
  ],
  [
    "slowest | took longest to deliver | took the longest to deliver | longest delivery | slowest delivered",
    { cat: "superlative", direction: "desc", metric: "delivery_time" },
  ],
  ["fastest | quickest", { cat: "superlative", direction: "asc", metric: "delivery_time" }],
  [
    "took longest to acknowledge | took the longest to acknowledge | longest to acknowledge | slowest to acknowledge | slowest acknowledged | took longest to ack | took the longest to ack",
    { cat: "superlative", direction: "desc", metric: "acknowledge_time" },
  ],
  [
    "takes longest to resolve | takes the longest to resolve | take longest to resolve | takes longest | takes the longest | take longest | takes longest to close | takes longest to solve | took longest to resolve | took the longest to resolve | took longest to solve | took the longest to solve | took the longest to close | took longest to close | longest to resolve | took longest | took the longest",
    { cat: "superlative", direction: "desc", metric: "ticket_resolve_time" },
  ],
  [
    "sms volume | sms traffic | text volume | message volume | messaging volume | sms count | message count | text count",
    {
      cat: "bundle",
      parts: [
        { cat: "ask", what: "count" },
        { cat: "noun", view: "sms_messages", conds: [] },
      ],
    },
  ],
  [
    "never answered | never replied | never responded | did not answer | did not reply | did not respond | not answered | not replied | not responded | have not answered | has not answered | have not replied | has not replied | without an answer | without a reply | without answer | without reply | no reply | no answer | never texted back | never wrote back | never sent anything back | ignored",
    {
      cat: "cond",
      cond: {
        k: "related",
        noun: {
          cat: "noun",
          view: "sms_messages",
          conds: [
            {
              k: "value",
              said: "answered",
              options: [
                {
                  view: "sms_messages",
                  dim: "direction",
                  filter: { member: "sms_messages.direction", op: "eq", value: "mo" },
                },
              ],
            },
          ],
        },
        negated: true,
      },
    },
  ],
  [
    "newest first | latest first | most recent first | newest on top | recent first | in reverse chronological order | newest at the top | most recent on top | latest on top",
    { cat: "order", direction: "desc", members: [] },
  ],
  [
    "longest waiting first | waiting longest first | the one waiting longest first | longest wait on top | longest wait first | longest waits first | longest waiting on top | longest waiters first | the longest wait first | the longest wait on top | longest open first | oldest on top | oldest first | earliest first | in chronological order | chronological order | chronologically | oldest on top | in order of time | oldest at the top | by time | ordered by time | sorted by time | sorted by date",
    { cat: "order", direction: "asc", members: [] },
  ],
  [
    "biggest first | largest first | highest first | most first | worst first | worst 1 st | worst up top | worst at the top | worst on the top | descending | desc | top first | longest queue on top | biggest on top | largest on top | highest on top | worst on top | in descending order | sorted descending | biggest at the top | from high to low | highest to lowest | from highest to lowest | busiest first | most on top | longest first | longest on top | ranked | ranking | sort desc | sorted from high to low | most used first | rank | rank them | rank them all | rank all of them | in ranked order | as a ranking | as ranking | in order of size | by size | worst ones first | worst one first | worst offenders first | worst offender first | worst cases first | worst case first | worst for first | the worst up | from worst to best | worst to best | from most to least | most to least | from big to small | in falling order | in decreasing order | high to low | from top to bottom | from large to small | from biggest to smallest | ranked list | top down",
    { cat: "order", direction: "desc" },
  ],
  [
    "smallest first | lowest first | least first | best first | ascending | asc | in ascending order | smallest on top | lowest on top | from low to high | lowest to highest | from lowest to highest | fewest first | shortest first | least on top | sorted ascending | from best to worst | best to worst | from least to most | least to most | from small to big | in rising order | in increasing order | low to high | from small to large | bottom up",
    { cat: "order", direction: "asc" },
  ],
  [
    "earliest exhaustion first | soonest first | soonest exhaustion first | earliest to run out first | soonest to run out first",
    { cat: "order", direction: "asc", members: ["outlook_data.exhaustion_date"] },
  ],
  [
    "side by side | next to each other | in two columns | next to | alongside | set against | as compared to | as compared with | when compared to | when compared with | in contrast to | in contrast with | measured against | stacked up against | in adjacent columns | vs | versus | against | compared to | compared with | in comparison to | in comparison with | relative to | as against | and compare with | comparing to | v",
    { cat: "versusword" },
  ],
  ["compare | comparison | comparison of | compared", { cat: "versusword" }],
  [
    "change | change in % | growth | grow | grew | grown | increase | increased | decrease | decreased | difference in % | by how many percent | by how much percent | by how many % | percent change | percentage change | change in percent | go up | go down | gone up | gone down | went up | went down | go up or down | gone up or down | went up or down | grow or shrink | grown or shrunk | shrink | shrunk | shrank | up or down | rise or fall | risen or fallen | increase or decrease | increased or decreased | climb | climbed | growing | shrinking | growth in | decline | declined | how much percent more | growth rate | rise | risen | fall | fell | delta | by what percentage | by what percent | drop | dropped | by how much",
    { cat: "change" },
  ],
  [
    "week over week | week on week | wow | week to week",
    {
      cat: "compare",
      a: { k: "relative", unit: "week", label: "this" },
      b: { k: "relative", unit: "week", label: "before" },
      change: false,
    },
  ],
  [
    "month over month | month on month | mom | month to month",
    {
      cat: "compare",
      a: { k: "relative", unit: "month", label: "this" },
      b: { k: "relative", unit: "month", label: "before" },
      change: false,
    },
  ],
  [
    "first | 1 st | on top | at the top | on the top | up top | up front | at the front | leading | at the beginning | at the start | to the top | at the head | top of the list | at the top of the list | on top of the list | first in the list | coming first | going first",
    word("foremost"),
  ],
  ["together with | along with | in addition to | accompanied by", word("alongside")],
  ["and | & | as well as | plus the | also | then | nor", word("and")],
  ["or | and or | either", word("or")],
  [
    "is | are | was | were | be | being | got | gets | stays | stay | remains | turned out to be | turned out | turn out to be | turns out to be | turn out | proved to be | proves to be | ended up | end up | ends up | ended up being | wound up | happened to be | happen to be | getting",
    word("is"),
  ],
  [
    "only | just | nothing but | solely | exclusively | strictly | limited to | restricted to | but only | counting only | counting just | only counting | count only | count just | only count | just count | take only | use only | consider only | include only | only include | only consider | looking only at | considering only | taking only | confined to | narrowed down to | narrowed to",
    word("only"),
  ],
  [
    "same | the same | same thing | same again | ditto | likewise | same question | same query | same for | repeat",
    word("same"),
  ],
  ["instead of | rather than | in place of | as opposed to", word("insteadOf")],
  [
    "instead | rather | change to | change that to | change it to | make it | make that | switch to | now by | instead of that | in place of that",
    word("instead"),
  ],
  [
    "it | its | they | them | their | those | these | that one | that sim | this one | this sim | this device | that device | those sims | these sims | this card | that card | he | she | all of these | all of those | of these | of those | of them | them all | all of them | those ones | that lot | the lot | this lot | the whole lot | that bunch | the whole bunch | those guys | this bunch | them lot",
    word("pronoun"),
  ],
  [
    "with a 0 for | with a zero for | with 0 for | with zero for | with zeros for | 0 for quiet days | zero for quiet days | with a 0 on | incl days with zero | incl zero days | incl days without | including days with zero | including zero days | incl zero days | including days without | with zero days | incl zeros | including zeros | with zeros | zero filled | fill gaps | including empty days | also days with zero | including days with none | days without usage as zero",
    word("fill"),
  ],
  [
    "tagged | tagged as | tagged with | tagged by | tagged both | bearing tag | bearing the tag | bear tag | carry tag | carrying tag | wear tag | marked with tag",
    word("tagged"),
  ],
  [
    "carry | carries | carrying | bear | bearing | wear | wearing | connect to | connect with | connect via | connect through | connect over | connecting to | connecting with | connecting via | connecting through | connecting over | connects to | connects with | connects via | connects through | connects over | equipped with | fitted with | camping on | camp on | camped on | riding on | ride on | hanging off | hooked up with | blessed with | endowed with",
    word("with"),
  ],
  [
    "unused | untouched | unspent | not used | still unused | left unused | not used up | not been used | not yet used | not consumed | to spare",
    word("unused"),
  ],
  [
    "starting with | beginning with | starting from | beginning from | begin with | start with | starting by | beginning by | led by",
    word("startWith"),
  ],
  [
    "were cancelled | were all cancelled | was cancelled | be cancelled | got cancelled | would cancel | cancelled | left us | would leave | would leave us | all left | walked away | walk away | would walk | went away | jumped ship | jump ship | were lost | would be lost | churned | were to churn | would churn | all churned | were to leave | threatened to leave",
    word("gone"),
  ],
  [
    "we sell | do we sell | we offer | do we offer | on offer | for sale | on sale | we have on offer | offered by us",
    { cat: "filler" },
  ],
  [
    "expected to | predicted to | forecast to | forecasted to | projected to | going to | gonna | due to | set to | bound to | supposed to | about to | slated to | scheduled to | on course to | on track to | estimated to | likely soon to",
    word("expected"),
  ],
  [
    "how soon | until when | till when | by when | what day | which day | on which day | on what day | what date | which date | on what date | on which date",
    word("whichDay"),
  ],
  [
    "that day | that very day | that same day | that week | that same week | that month | that same month | that night | that morning | that evening | that afternoon | that date | that weekend | that period | that window | that time frame | in that time | in that time frame | those days | those weeks | those months",
    word("thatTime"),
  ],
  ["to", word("to")],
  ["wise | wise split | wise breakdown | wise list | wise count", word("wise")],
  [
    "excluded | left out | omitted | not included | not counted | filtered out | left aside | disregarded | exempted",
    word("excluded"),
  ],
  [
    "hold | holds | holding | possess | own | owns | include | includes | come with | comes with | allow | allows | cover | covers",
    word("with"),
  ],
  [
    "price list | rate card | tariff list | price sheet | list of tariffs | list of plans | list of rate plans",
    {
      cat: "bundle",
      parts: [
        { cat: "ask", what: "list" },
        { cat: "dim", dim: "rate_plan", plural: true },
      ],
    },
  ],
  [SUPPOSITIONS, { cat: "filler" }],
  [
    "chance | chances | probability | likelihood | odds | likely | how likely | how probable | probable",
    word("chance"),
  ],
  [
    "each of two | each of the two | each of three | each of the three | each of the four | each of them | each of these | each of those | each of both | each one | each one of them | for each one | every one of them | one by one | side by side | respectively | separately | individually | each by itself | each separately | in a row of its own",
    word("each"),
  ],
  [
    "nobody touched | nobody has touched | no one touched | no one has touched | nobody changed | nobody has changed | no one changed | untouched | nobody did anything to | nobody worked on | without any change | never changed | not been changed | not been touched",
    {
      cat: "cond",
      cond: {
        k: "related",
        noun: { cat: "noun", view: "audit_logs", conds: [] },
        negated: true,
      },
    },
  ],
  ...FORECAST_RANGES,
  ["ago | back", word("ago")],
  ["valid | usable", word("valid")],
  ["for the first time | first time | first ever | first time ever", word("first_time")],
  [
    "over all customers | over all our customers | over all clients | falling in | falling on | falling into | falls in | fall in | falls into | fell in | fell into | occurring in | one number | one figure | a single number | a single figure | just one number | in one go",
    { cat: "filler" },
  ],
  ["what is burning | what is on fire", { cat: "ask", what: "list" }],
  ["took | take | takes | taken | taking | needed | took us | takes us | take us", word("took")],
  [
    "for all sims | across all sims | over all sims | for all devices | across all devices | over all devices | for all cards | across all cards",
    { cat: "noun", view: "sims", conds: [], plural: true },
  ],
  ["ratio", word("ratio")],
  ...TURNS,
  [
    "expect | expected | expecting | anticipate | anticipated | estimated | tipped | projected | predict | predicted | going to | set to | supposed to | reckoned to | forecast to | forecasted to | due to use",
    word("future"),
  ],
  [
    "own average | own daily average | own usual average | own normal average | own typical day | usual daily average | normal daily average | own mean | own daily mean | average day | own average day | own usual | usual average | own baseline | own normal",
    word("own_average"),
  ],
  [
    "develop | developed | developing | evolved | evolving | progress | progressed | trend | trend of | trends | development of | evolution of | over time | develop over time | evolve | history of",
    word("trend"),
  ],
  [USAGE_VERBS, { cat: "metric", metric: "usage", verb: true }],
  [
    USED_NOTHING,
    {
      cat: "cond",
      cond: {
        k: "related",
        noun: { cat: "noun", view: "sim_usage_daily", conds: [], metric: "usage" },
        negated: true,
      },
    },
  ],
  ...USED_MOST.map(
    ({ say, direction }): Entry => [
      say,
      {
        cat: "bundle",
        parts: [
          { cat: "superlative", direction },
          { cat: "metric", metric: "usage" },
        ],
      },
    ],
  ),
  [
    "even odds | even chance | even chances | fifty fifty | a coin flip | a coin toss",
    {
      cat: "bundle",
      parts: [
        word("chance"),
        { cat: "quantity", quantity: { value: 50, unit: "percent", said: "even odds" } },
      ],
    },
  ],
  [
    "data eater | data user | data consumer | data hog | data guzzler | data burner | eater | guzzler | traffic user | traffic generator | heavy hitter | data hungry sim | bandwidth hog | usage hog",
    {
      cat: "bundle",
      parts: [
        { cat: "metric", metric: "usage" },
        { cat: "noun", view: "sims", conds: [], plural: true, weak: true },
      ],
    },
  ],
  ["nothing | nothing at all | zilch | nada", word("nothing")],
  [
    "fleet size | size of the fleet | how big is the fleet | how large is the fleet | size of our fleet",
    {
      cat: "bundle",
      parts: [
        { cat: "ask", what: "count" },
        { cat: "noun", view: "sims", conds: [], weak: true },
      ],
    },
  ],
  [
    "current and recommended volume | current and recommended quota | current and recommended size | current and recommended total | current and suggested volume",
    {
      cat: "bundle",
      parts: [
        { cat: "metric", metric: "current_total" },
        { cat: "metric", metric: "recommended_total" },
      ],
    },
  ],
  [
    "on one single day | on a single day | in one day | in a day | in a single day | on one day | within one day | on any single day | on any day | on any one day | in one single day | per single day",
    word("single_day"),
  ],
  [
    "left | left over | remaining | still available | remain | remains | is left | are left | still left | got left | still on it | still there | to go | still sitting there",
    { cat: "metric", metric: "data_remaining" },
  ],
  ["kb | kilobytes | kib", { cat: "unit", unit: "kB" }],
  ["mb | megabytes | megabyte | mib | meg | megs", { cat: "unit", unit: "MB" }],
  ["gb | gigabytes | gigabyte | gib | gig | gigs", { cat: "unit", unit: "GB" }],
  ["tb | terabytes | terabyte", { cat: "unit", unit: "TB" }],
  ["seconds | secs | in seconds | second", { cat: "unit", unit: "second" }],
  ["minutes | mins | in minutes", { cat: "unit", unit: "minute" }],
  ["hours | in hours | hrs", { cat: "unit", unit: "hour" }],
  ["days | in days", { cat: "unit", unit: "day" }],
  [
    "% | percent | percentage | as a percentage | as percentage | in percent | in % | pct | as percent | as a percent | as % | in percentages | proportion | ratio in %",
    { cat: "ask", what: "share" },
  ],
  ["share | shares", { cat: "ask", what: "share" }],
];
