import type { Sem } from "../parse/items.ts";
import type { Entry } from "./words/entry.ts";

const COUNT: Sem = { cat: "ask", what: "count" };
const paired = (heads: string, tails: string): string =>
  heads
    .split(" | ")
    .flatMap((head) => tails.split(" | ").map((tail) => `${head} ${tail}`))
    .join(" | ");
const HOW_MANY = "how many | number of | count of | no of | total number of | # of | total";

/** The whole of an allowance, after verbs of using: none of it is left. */
const ALLOWANCES =
  "data pot | bundle | bundles | bucket | buckets | quota | quotas | allowance | allowances | data | data quota | data allowance | data bundle | package | budget | volume | pot | contingent".split(
    " | ",
  );
const WHOSE =
  "their whole | its whole | the whole | their entire | its entire | the entire | all their | all its | all of their | all of its | all the | all of the | every bit of their | their full | its full | the full".split(
    " | ",
  );
const USED_UP =
  "burned | burnt | burned through | burnt through | used | used up | eaten | eaten up | ate | ate up | spent | consumed | gone through | went through | got through | exhausted | depleted | drained | finished | blown | blown through | blew | blew through | emptied | swallowed".split(
    " | ",
  );
const GONE =
  "is empty | are empty | is gone | are gone | is used up | are used up | is exhausted | are exhausted | is finished | are finished | is depleted | are depleted | has run out | have run out | is all gone | is all used up".split(
    " | ",
  );
const goneAllowance = ALLOWANCES.flatMap((what) => GONE.map((gone) => `${what} ${gone}`)).join(
  " | ",
);
const wholeAllowance = USED_UP.flatMap((verb) =>
  WHOSE.flatMap((whose) => ALLOWANCES.map((what) => `${verb} ${whose} ${what}`)),
).join(" | ");

const CHANGED =
  "touched | edited | modified | altered | amended | adjusted | tweaked | changed | updated | messed with | fiddled with | tampered with | laid hands on | made changes to";
const unchanged = paired(
  "nobody | nobody has | nobody ever | no one | no one has | no one ever | noone | noone has | not a soul",
  CHANGED,
);

/** Turns of phrase that say several things at once. */
export const TURNS: readonly Entry[] = [
  [
    paired(HOW_MANY, "writes | log writes | audit writes | write operations | log entries written"),
    { cat: "bundle", parts: [COUNT, { cat: "noun", view: "audit_logs", conds: [], plural: true }] },
  ],
  [
    paired(HOW_MANY, "replies | responses | answers"),
    {
      cat: "bundle",
      parts: [
        COUNT,
        {
          cat: "noun",
          view: "sms_messages",
          plural: true,
          conds: [
            {
              k: "value",
              said: "reply",
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
      ],
    },
  ],
  [
    "versus real | vs real | against real | compared to real | compared with real | and real",
    { cat: "bundle", parts: [{ cat: "versusword" }, { cat: "metric", metric: "usage" }] },
  ],
  [
    "nobody uses | no one uses | nobody is using | no one is using | no sim uses | no card uses | no device uses | no sim is using | not used by any sim | not used by any card | not used by anyone | not used by anybody | used by nobody | used by no one | used by no sim | used by no card | without any sim on it | with no sim on it | with no sims on it | without sims on it | with nobody on it | nobody subscribes to | nobody has subscribed to | no customer uses | no customer is on | no sims are on | no sim is on | no card is on | no cards are on",
    {
      cat: "cond",
      cond: { k: "related", noun: { cat: "noun", view: "sims", conds: [] }, negated: true },
    },
  ],
  [
    unchanged,
    {
      cat: "cond",
      cond: { k: "related", noun: { cat: "noun", view: "audit_logs", conds: [] }, negated: true },
    },
  ],
  [
    `${wholeAllowance} | ${goneAllowance}`,
    {
      cat: "value",
      dim: "over_quota",
      cond: {
        k: "value",
        said: "used up",
        options: [
          {
            view: "sims",
            dim: "over_quota",
            filter: { member: "quota_data.used", op: "gte", other: "quota_data.total" },
          },
        ],
      },
    },
  ],
];
