import type { Comparator } from "#query/query.ts";
import { type Entry, word } from "./entry.ts";

/** "Doubled": it has grown, and to so many times what it was. */
const MULTIPLIED = Object.entries({ doubled: 2, tripled: 3, quadrupled: 4, halved: 0.5 }).flatMap(
  ([verb, value]): Entry[] => {
    const isLess = value < 1;
    const bundle = (op: Comparator): Entry[1] => ({
      cat: "bundle",
      parts: [
        { cat: "change", way: isLess ? "down" : "up" },
        { cat: "threshold", op, quantity: { value, unit: "times", said: verb } },
      ],
    });
    const present = verb.replace(/d$/, "");
    return [
      [
        `${verb} | at least ${verb} | has ${verb} | have ${verb} | ${present}s`,
        bundle(isLess ? "lte" : "gte"),
      ],
      [`more than ${verb} | over ${verb} | well over ${verb}`, bundle(isLess ? "lt" : "gt")],
    ];
  },
);

/** What stands first, what is put beside what, and what changed. */
export const ORDERING: readonly Entry[] = [
  ...MULTIPLIED,
  [
    "newest first | latest first | most recent first | newest on top | recent first | in reverse chronological order | newest at the top | most recent on top | latest on top",
    { cat: "order", direction: "desc", members: [] },
  ],
  [
    "longest waiting first | waiting longest first | the one waiting longest first | longest wait on top | longest wait first | longest waits first | longest waiting on top | longest waiters first | the longest wait first | the longest wait on top | longest open first | oldest on top | oldest first | earliest first | in chronological order | chronological order | chronologically | oldest on top | in order of time | oldest at the top | by time | ordered by time | sorted by time | sorted by date",
    { cat: "order", direction: "asc", members: [] },
  ],
  [
    "the highest count first | highest count first | highest number first | highest counts first | most of them first | highest figure first | biggest number first | loudest first | noisiest first | chattiest first | biggest first | largest first | highest first | most first | worst first | worst 1 st | worst up top | worst at the top | worst on the top | descending | desc | top first | longest queue on top | biggest on top | largest on top | highest on top | worst on top | in descending order | sorted descending | biggest at the top | from high to low | highest to lowest | from highest to lowest | busiest first | most on top | longest first | longest on top | ranked | ranking | sort desc | sorted from high to low | most used first | rank | rank them | rank them all | rank all of them | in ranked order | as a ranking | as ranking | in order of size | by size | worst ones first | worst one first | worst offenders first | worst offender first | worst cases first | worst case first | worst for first | the worst up | from worst to best | worst to best | from most to least | most to least | from big to small | in falling order | in decreasing order | high to low | from top to bottom | from large to small | from biggest to smallest | ranked list | top down",
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
    "surest first | most confident first | highest confidence first | most certain first | the surest first | the most confident first | by confidence",
    { cat: "order", direction: "desc", metric: "advice_confidence" },
  ],
  [
    "longest silence first | longest silent first | silent longest first | silent the longest first | silent for longest first | longest quiet first | quiet longest first | longest gone first | gone longest first | longest unseen first | longest offline first | offline longest first | longest missing first | missing longest first | longest not seen first | stalest first",
    { cat: "order", direction: "asc", members: ["sims.last_seen_at"] },
  ],
  [
    "beside | side by side | next to each other | in two columns | next to | alongside | set against | as compared to | as compared with | when compared to | when compared with | in contrast to | in contrast with | in adjacent columns | vs | versus | against | compared to | compared with | in comparison to | in comparison with | relative to | as against | and compare with | comparing to | v",
    { cat: "versusword" },
  ],
  ["compare | comparison | comparison of | compared", { cat: "versusword" }],
  [
    "up or down on | up or down against | up or down from | up or down over | up or down vs | up or down versus | up or down compared to | up or down compared with | up on | down on | more or less than | more or fewer than | higher or lower than | above or below",
    { cat: "versusword", change: true },
  ],
  [
    "change | by what percent | by what percentage | by how many pct | how many percent | how many % | how many percent more or less | how much more or less | how many more or fewer | change in % | difference in % | by how many percent | by how much percent | by how many % | percent change | percentage change | change in percent | go up or down | gone up or down | went up or down | grow or shrink | grown or shrunk | up or down | rise or fall | risen or fallen | rose or fell | increase or decrease | increased or decreased | how much percent more | delta | by what percentage | by what percent | by how much",
    { cat: "change" },
  ],
  [
    "become more | became more | becoming more | becomes more | become higher | became higher | become bigger | became bigger | growth | growth in | growth rate | grow | grew | grown | growing | increase | increased | increasing | go up | gone up | went up | going up | climb | climbed | climbing | rise | risen | rose | rising | gained | surged | soared | shot up | picked up",
    { cat: "change", way: "up" },
  ],
  [
    "decrease | decreased | decreasing | go down | gone down | went down | going down | shrink | shrunk | shrank | shrinking | decline | declined | declining | fall | fell | fallen | falling | drop | dropped | dropping | plunged | plummeted | slumped",
    { cat: "change", way: "down" },
  ],
  ...(["up", "down"] as const).map((way): Entry => {
    const verbs = way === "up" ? ["gain", "gains", "gained"] : ["lose", "loses", "lost"];
    const parts = [
      { cat: "change", way },
      { cat: "superlative", direction: "desc" },
    ] as const;
    return [
      verbs.map((verb) => `${verb} most | ${verb} the most`).join(" | "),
      { cat: "bundle", parts },
    ];
  }),
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
];
