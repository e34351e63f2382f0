import { FORECAST_RANGES } from "../forecast-ranges.ts";
import { SUPPOSITIONS } from "../suppositions.ts";
import { TURNS } from "../turns.ts";
import { USAGE_VERBS, USED_MOST, USED_NOTHING } from "../usage-verbs.ts";
import { type Entry, word } from "./entry.ts";

/** Turns of phrase with a meaning of their own. */
export const PHRASING: readonly Entry[] = [
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
    "each of two | each of the two | each of three | each of the three | each of the four | each of them | each of these | each of those | each of both | each one | each one of them | for each one | every one of them | one by one | side by side | respectively | separately | separate | kept separate | kept apart | individually | each by itself | each separately | in a row of its own",
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
  [
    "silent day | quiet day | silent days | quiet days | day of silence | days of silence | zero traffic day | zero traffic days | zero usage day | zero usage days | no data day | no data days | dataless day | dataless days | days of no data | days with zero data | days with zero traffic",
    { cat: "silent", unit: "day", metric: "usage" },
  ],
  ...FORECAST_RANGES,
  ["ago | back", word("ago")],
  ["fell on | falls on | fall on | fell into | falls into | falling on", { cat: "filler" }],
  [
    ["bar", "pie", "line", "column", "area", "donut", "stacked bar"]
      .flatMap((kind) => [`${kind} chart`, `${kind} charts`, `${kind} graph`, `${kind} diagram`])
      .join(" | "),
    { cat: "filler" },
  ],
  ["valid | usable", word("valid")],
  ["for the first time | first time | first ever | first time ever", word("first_time")],
  [
    "over all customers | over all our customers | over all clients | falling in | falling on | falling into | falls in | fall in | falls into | fell in | fell into | occurring in | one number | one figure | a single number | a single figure | just one number | in one go",
    { cat: "filler" },
  ],
  [
    ["have", "has", "having", "with", "had"]
      .flatMap((have) =>
        ["allowance", "quota", "bundle", "package"].map((what) => `${have} a data ${what}`),
      )
      .join(" | "),
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
    "on one and the same day | on one and the same utc day | on the same utc day | in one utc day | within one utc day | on one utc day | in a single utc day | on one calendar day | within one calendar day | in one calendar day | on the same one day | within a single day | within a day | within the same day | on one single day | on a single day | in one day | in a day | in a single day | on one day | within one day | on any single day | on any day | on any one day | in one single day | per single day",
    word("single_day"),
  ],
];
