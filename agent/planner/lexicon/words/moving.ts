import type { Entry } from "./entry.ts";

const between = (verbs: string): string =>
  verbs
    .split(" | ")
    .flatMap((verb) => [
      `${verb} country`,
      `${verb} countries`,
      `${verb} the country`,
      `${verb} their country`,
      `${verb} its country`,
    ])
    .join(" | ");

const VERBS = "moved | travelled | traveled | went | roamed | hopped | wandered";
const MOVED = VERBS.split(" | ")
  .flatMap((verb) => [
    `${verb} between countries`,
    `${verb} between two countries`,
    `${verb} to another country`,
    `${verb} to a different country`,
    `${verb} into another country`,
    `${verb} across borders`,
    `${verb} across a border`,
    `${verb} across countries`,
    `${verb} from country to country`,
    `${verb} from one country to another`,
  ])
  .join(" | ");

/** A SIM moved from one country to another where its events of the period are from several. */
export const MOVING: readonly Entry[] = [
  [
    `${between("changed | switched | swapped")} | ${MOVED} | crossed a border | crossed borders | crossed the border | crossed any border | border crossings`,
    {
      cat: "cond",
      cond: {
        k: "count",
        noun: { cat: "noun", view: "connection_events", conds: [] },
        distinct: "country",
        op: "gt",
        n: 1,
      },
    },
  ],
];
