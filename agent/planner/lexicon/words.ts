import { ASKING } from "./words/asking.ts";
import { COMPARING } from "./words/comparing.ts";
import type { Entry } from "./words/entry.ts";
import { GROUPING } from "./words/grouping.ts";
import { HAVING } from "./words/having.ts";
import { JOINING } from "./words/joining.ts";
import { MEASURING } from "./words/measuring.ts";
import { MESSAGING } from "./words/messaging.ts";
import { MOVING } from "./words/moving.ts";
import { ORDERING } from "./words/ordering.ts";
import { PHRASING } from "./words/phrasing.ts";
import { RANKING } from "./words/ranking.ts";

/** The grammar's own words: comparing, asking, grouping, ordering. */
export const WORDS: readonly Entry[] = [
  ...COMPARING,
  ...ASKING,
  ...GROUPING,
  ...HAVING,
  ...RANKING,
  ...MESSAGING,
  ...MOVING,
  ...ORDERING,
  ...JOINING,
  ...PHRASING,
  ...MEASURING,
];
