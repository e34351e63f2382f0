import { describe, expect, it, test } from "vitest";
import type { Query } from "#query/query.ts";
import type { Item, Sem } from "../parse/items.ts";
import { ask, queryOf } from "../testing.ts";
import { keepPromises } from "./promises.ts";
import { Trouble } from "./trouble.ts";

/** One after the other, each of one word. */
const items = (...sems: Sem[]): Item[] =>
  sems.map((sem, at) => ({ ...sem, start: at, end: at + 1, score: 10 }) as Item);

function trouble(sems: readonly Sem[], query: Query): Trouble | null {
  try {
    keepPromises(items(...sems), query);
    return null;
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
}

const asks = (what: Extract<Sem, { cat: "ask" }>["what"]): Sem => ({ cat: "ask", what });
const SIMS: Sem = { cat: "noun", view: "sims", conds: [] };
const LIST: Query = { from: "sims" };
const COUNT: Query = { from: "sims", measures: [{ as: "sims", measure: { agg: "count" } }] };
const counted = (where: Query["where"]): Query => ({ ...COUNT, ...(where ? { where } : {}) });
const PER_STATUS: Query = { ...COUNT, groupBy: [{ member: "sims.status" }] };
const active = { member: "sims.status", op: "eq", value: "active" } as const;
const PERCENT: Query = {
  from: "sims",
  measures: [
    {
      as: "percent",
      measure: { op: "percent", a: { agg: "count", where: active }, b: { agg: "count" } },
    },
  ],
};
const volume = (agg: "sum" | "avg"): Query => ({
  from: "sim_usage_daily",
  measures: [{ as: "data_used", measure: { agg, of: "sim_usage_daily.total_volume" } }],
});
const RESOLVING: Query = {
  from: "alerts",
  measures: [{ as: "time", measure: { agg: "avg", of: "alerts.minutes_to_resolve" } }],
};

test.each<[string, Sem[], Query, Query]>([
  ["a percentage", [asks("percent")], COUNT, PERCENT],
  ["a share", [asks("share")], COUNT, PERCENT],
  ["an amount", [asks("much")], COUNT, volume("sum")],
  ["an average", [{ cat: "agg", agg: "avg" }], volume("sum"), volume("avg")],
  ["a unit of data", [{ cat: "unit", unit: "GB" }], COUNT, volume("sum")],
  ["how long", [asks("long")], COUNT, RESOLVING],
  ["how often", [asks("often")], LIST, COUNT],
  ["how many", [asks("count"), SIMS], LIST, COUNT],
  ["a comparison", [{ cat: "versusword" }], COUNT, PER_STATUS],
  [
    "a date",
    [{ cat: "word", word: "whichDay" }],
    COUNT,
    { from: "sims", columns: ["sims.label", "sims.last_seen_at"] },
  ],
])("%s that was asked for must be in the answer", (_, sems, without, having) => {
  expect(trouble(sems, without)).toBeInstanceOf(Trouble);
  expect(trouble(sems, having)).toBeNull();
});

test("what was not asked for is not missed", () => {
  for (const query of [LIST, COUNT, PER_STATUS, volume("sum"), RESOLVING])
    expect(trouble([SIMS], query)).toBeNull();
});

test("the words that found no place are the ones that are asked about", () => {
  expect(trouble([SIMS, asks("percent")], COUNT)?.topic).toBe("left:1:2");
});

describe("a name or a label is no figure, whatever it is called", () => {
  it.each<[string, Sem, string]>([
    ["a percentage", asks("percent"), "Brisk Ratio Foods"],
    ["a unit of data", { cat: "unit", unit: "MB" }, "Total Volume Ltd"],
    ["how long", asks("long"), "Seven days"],
    ["a date", { cat: "word", word: "whichDay" }, "Fresh day Dates"],
  ])("%s", (_, sem, value) => {
    expect(trouble([sem], counted({ member: "sims.customer", op: "eq", value }))).not.toBeNull();
    const values = [value, "Nimbus"];
    expect(trouble([sem], counted({ member: "sims.customer", op: "in", values }))).not.toBeNull();
  });

  it("nor are the words for a period", () => {
    const week = { from: "2026-10-12", to: "2026-10-19", label: "the last 7 days" };
    const where = { time: "sim_usage_daily.day", ...week } as const;
    const query = counted({ related: "sim_usage_daily", where });
    expect(trouble([asks("long")], query)).not.toBeNull();
  });
});

describe("how many", () => {
  it("is kept by a balance, which is a number too", () => {
    const balance: Sem = { cat: "metric", metric: "sms_remaining" };
    const left: Query = {
      from: "sim_quota",
      columns: ["sims.label", "sim_quota.sms_remaining"],
    } as Query;
    const messages: Sem = { cat: "noun", view: "sms_messages", conds: [] };
    expect(trouble([asks("count"), messages, balance], left)).toBeNull();
    expect(trouble([asks("count"), messages], left)).toBeNull();
  });

  it("is counted beside another figure, or asked about", () => {
    const made = ask("how many fridges are there and how much data did they use last week");
    const text = JSON.stringify(made);
    if (made.kind === "query") expect(text).toContain('"agg":"count');
    else expect(made.kind).toBe("clarify");
  });
});

test("questions that keep their promises are answered", () => {
  expect(queryOf("what percentage of SIMs is suspended").measures).toMatchObject([
    { measure: { op: "percent" } },
  ]);
  expect(queryOf("average daily usage per SIM in September").measures).toMatchObject([
    { measure: { agg: "sum", per: expect.anything() } },
  ]);
});
