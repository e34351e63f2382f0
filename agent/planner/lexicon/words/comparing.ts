import { type Entry, word } from "./entry.ts";

/** "Landed above", "came in under": where a figure ended, against what. */
const ended = (sides: string): string =>
  "landed | ended | ended up | came in | come in | comes in | came out | finished | finished up | closed | wound up | turned out | sat | sits"
    .split(" | ")
    .flatMap((verb) => sides.split(" | ").map((side) => `${verb} ${side}`))
    .join(" | ");

const WITH = "with | have | has | having | had | where | in which".split(" | ");
const behind = (words: string): string =>
  WITH.flatMap((before) => words.split(" | ").map((word) => `${before} ${word}`)).join(" | ");
/** Of the rows of a group: "with most of their SIMs suspended", "where all SIMs are inactive". */
const MOST = `most of their | most of its | the majority of their | the majority of its | where most | where most of the | in which most | ${behind("the majority of | the majority of the | a majority of | a majority of the | a majority of their")}`;
const ALL = behind(
  "all | all of the | all the | all their | all of their | every | every one of their | each of their",
);

/** More than, at most, one of several: bounds and how they are said. */
export const COMPARING: readonly Entry[] = [
  ["maximum | max | highest | peak | greatest | longest | worst case", { cat: "agg", agg: "max" }],
  ["minimum | min | lowest | shortest", { cat: "agg", agg: "min" }],
  [
    `${ended("above | over | beyond | past")} | more than | more then | higher then | greater then | bigger then | greater than | higher | greater | over | above | exceeding | in excess of | past | exceed | exceeded | exceeds | higher than | better than | bigger than | larger than | longer than | beyond | > | older than | upwards of | went above | went over | gone over | go over | goes over | going over | north of | surpassed | upward of | more expensive than | dearer than | pricier than | more | well over | blew past | blown past | shot past | went past | sailed past | overshot | crept above | climbed above | rose above | broke through | burst through | ran past | running past | gone past | going past | goes past | north of the`,
    { cat: "cmp", op: "gt" },
  ],
  [
    `${ended("below | under | beneath")} | less | less than | less then | fewer then | lower then | smaller then | fewer than | under | below | lower than | lower | smaller than | shorter than | beneath | < | not even | younger than | newer than | fewer | cheaper than | less expensive than | stayed under | stayed below | stay under | stay below | stays under | stays below | staying under | staying below | remained under | remained below | remain under | remain below | kept under | kept below`,
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
    "or more | or better | or upwards | and upwards | and more | or above | and above | or over | or longer | or higher | plus | and up | + | or older | and over | or greater | and higher | or worse | and worse | or more severe | or more serious | or more urgent | and upward | or upward",
    word("orMore"),
  ],
  [
    "or less | or fewer | or below | or under | or lower | and below | or shorter | and under | and lower | or less severe | or milder",
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
  [MOST, { cat: "threshold", op: "gt", quantity: { value: 50, unit: "percent", said: "half" } }],
  [ALL, { cat: "threshold", op: "gte", quantity: { value: 100, unit: "percent", said: "all" } }],
  ["between", word("between")],
];
