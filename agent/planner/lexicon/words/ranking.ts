import type { Sem } from "../../parse/items.ts";
import { type Entry, word } from "./entry.ts";

/** What rows are called, in the order in which it is looked for. */
const NAMES = ["sims.label", "rate_plans.name", "alert_rules.name", "sims.customer"] as const;

const SEVERITIES = [
  "alerts.severity",
  "anomalies.severity",
  "connection_events.severity",
  "alert_rules.severity",
] as const;

const TOP_USERS = ["top", "biggest", "largest", "heaviest", "highest"].flatMap((top) =>
  [
    "talker",
    "consumer",
    "user",
    "data user",
    "data consumer",
    "burner",
    "eater",
    "sender",
    "spender",
  ].map((user) => `${top} ${user}`),
);

/** "The last day with traffic": no day that is named, but the last of those. */
function ends(which: string): string {
  return which
    .split(" | ")
    .flatMap((end) =>
      ["data", "traffic", "usage", "any data", "any traffic", "any usage", "consumption"].map(
        (data) => `${end} day with ${data}`,
      ),
    )
    .join(" | ");
}

function dayOfUse(direction: "asc" | "desc"): Sem {
  return {
    cat: "bundle",
    parts: [
      { cat: "superlative", direction, members: [] },
      { cat: "metric", metric: "usage", verb: true },
    ],
  };
}

/** Top, most, oldest, alphabetical: one end of a ranking and its order. */
export const RANKING: readonly Entry[] = [
  [ends("last | latest | most recent"), dayOfUse("desc")],
  [ends("first | earliest | very first"), dayOfUse("asc")],
  [
    "sort by | sorted by | sort them by | sort it by | sort those by | sort that by | sort the list by | sorting by | order by | ordered by | order them by | order it by | rank by | ranked by | rank them by | arranged by | arrange them by | sort on | sorted on | in order of",
    word("sortby"),
  ],
  ["top", { cat: "top", direction: "desc" }],
  [
    TOP_USERS.join(" | "),
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
  [
    "last | latest | most recent | most recently | newest | very last | very latest | very newest",
    { cat: "superlative", direction: "desc", members: [] },
  ],
  [
    "oldest | earliest | soonest | first | longest open | longest waiting | waiting longest | waiting the longest | waited the longest | waited longest | been waiting longest | been waiting the longest | open the longest | open longest | been open the longest | been open longest | longest outstanding | longest unresolved | longest in the queue | longest running",
    { cat: "superlative", direction: "asc", members: [] },
  ],
  [
    "main | dominant | predominant | primary | principal | number one | no 1 | no . 1 | nr 1 | most numerous | most | biggest | largest | highest | busiest | top consuming | greatest | most of all | the most | most often | most frequently | hottest | most used | caused the most | produced the most | generated the most | created the most | triggered the most | cause the most | produce the most | generate the most | create the most | causes the most | produces the most | generates the most | creates the most | fattest | bulkiest | beefiest | steepest | sharpest",
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
    "longest silent | silent longest | silent the longest | silent for the longest | silent for the longest time | silent since the longest | silent from the longest time | silent for longest | longest offline | offline longest | offline the longest | offline for the longest | longest unseen | unseen longest | unseen for the longest | not seen the longest | not seen for the longest | not seen for the longest time | longest not seen | longest quiet | quiet the longest | quiet for the longest | quiet for longest | quiet for the longest time | been quiet the longest | been quiet longest | been quiet for the longest | been quiet for longest | been quiet for the longest time | been silent the longest | been silent longest | been silent for the longest | been silent for the longest time | been offline the longest | been offline longest | been offline for the longest | been offline for the longest time | been unseen the longest | been dark the longest | been dark for the longest | been gone the longest | been gone for the longest | been missing the longest | longest gone | gone the longest | longest dark | dark the longest | missing the longest | longest missing | longest unreachable | longest without contact | longest not heard of",
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
    "nearest to their quota limit | closest to their quota limit | nearest to the quota limit | closest to the quota limit | nearest to their quota | closest to their quota | nearest to their limit | closest to their limit | closest to the limit | nearest to the limit | closest to the end of their quota | closest to the end of their bundle | closest to using up their quota | closest to using up their data | fullest quota",
    { cat: "superlative", direction: "desc", metric: "used_percent", plural: true },
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
];
