import { type Entry, word } from "./entry.ts";

/** How many, how long, which, whether any; sums, averages and shares. */
export const ASKING: readonly Entry[] = [
  [
    "how many | number of | nr of | nr . of | num of | counting | no of | no . of | # of | count of | # | amount of | how many of | how many number of | total number of | number and | quantity of | the count | count | counts | tally | headcount",
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
    "search | search for | am searching | are searching | seek | am seeking | list | show | display | give | print | see | enumerate | export | get | find | fetch | tell | need | want to see | want | showing | listing | displaying | table of | overview of | pull | bring up | look up | which are",
    { cat: "ask", what: "list" },
  ],
  [
    "all customers together | all together | all customers combined | all sims together | whole fleet together | all of them together | total | one total | a single total | just one total | sum | sum of | overall | in total | altogether | combined | in all | cumulative | cumulated | accumulated | running total | running sum | aggregate | together | all together",
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
    "how much more | how much less | how many more | how many fewer | how many less | how much higher | how much lower | difference | the difference | difference in | difference of",
    { cat: "bundle", parts: [{ cat: "change" }, word("absolute")] },
  ],
  [
    "absolute | in absolute terms | absolute numbers | in absolute numbers | absolute change | absolute difference",
    word("absolute"),
  ],
];
