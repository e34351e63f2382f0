import { beforeAll, describe, expect, it } from "vitest";
import { testActor } from "#db/testing.ts";
import { Query } from "./query.ts";
import { runQuery } from "./run.ts";
import { insertFixture, makeFixture } from "./testing/fixture.ts";

const actor = testActor();
beforeAll(() => insertFixture(actor, makeFixture()));

/** The same question in a zone of the same days, which the rollup is not used for. */
async function both(query: object) {
  const rolled = await runQuery(actor, Query.parse(query));
  const raw = await runQuery(actor, Query.parse({ ...query, zone: "Etc/UTC" }));
  expect(raw.sql).not.toContain("sim_usage_daily");
  return { rolled, raw };
}

const WEEK = { time: "sim_usage.timestamp", from: "2026-10-12", to: "2026-10-19T00:00:00Z" };
const VOLUME = { agg: "sum", of: "sim_usage.volume" };
const only = (value: string) => ({ member: "sim_usage.direction", op: "eq", value });
const as = (measure: unknown) => [{ as: "value", measure }];

describe("the daily rollup answers in place of the records", () => {
  it.each([
    { name: "totals", query: { where: WEEK, measures: as(VOLUME) } },
    {
      name: "one direction",
      query: { where: { and: [WEEK, only("upload")] }, measures: as(VOLUME) },
    },
    {
      name: "records, by customer and week",
      query: {
        where: WEEK,
        groupBy: [{ member: "sims.customer" }, { member: "sim_usage.timestamp", grain: "week" }],
        measures: as({ agg: "count" }),
      },
    },
    {
      name: "ratio of directions, by SIM",
      query: {
        where: WEEK,
        groupBy: [{ member: "sim_usage.iccid" }],
        measures: as({
          op: "ratio",
          a: { ...VOLUME, where: only("upload") },
          b: { ...VOLUME, where: only("download") },
        }),
        orderBy: [{ by: "sim_usage.iccid", direction: "desc" }],
      },
    },
    {
      name: "highest daily total",
      query: {
        where: WEEK,
        measures: as({
          agg: "max",
          over: { measure: VOLUME, by: [{ member: "sim_usage.timestamp", grain: "day" }] },
        }),
      },
    },
    {
      name: "average per day",
      query: { where: WEEK, measures: as({ ...VOLUME, per: ["day", "sim"] }) },
    },
  ])("$name", async ({ query }) => {
    const { rolled, raw } = await both({ from: "sim_usage", ...query });
    expect(rolled.sql).toContain("sim_usage_daily");
    expect(rolled.rows).toEqual(raw.rows);
    expect(rolled.rows.length).toBeGreaterThan(0);
  });

  it.each([
    {
      name: "hours",
      query: {
        where: WEEK,
        groupBy: [{ member: "sim_usage.timestamp", grain: "hour" }],
        measures: as(VOLUME),
      },
    },
    {
      name: "the country of use",
      query: { where: WEEK, groupBy: [{ member: "sim_usage.country" }], measures: as(VOLUME) },
    },
    {
      name: "parts of days",
      query: { where: { ...WEEK, from: "2026-10-12T02:00:00Z" }, measures: as(VOLUME) },
    },
    {
      name: "single records",
      query: { where: WEEK, measures: as({ agg: "max", of: "sim_usage.volume" }) },
    },
    {
      name: "groups of one direction",
      query: {
        where: { and: [WEEK, only("upload")] },
        groupBy: [{ member: "sim_usage.iccid" }],
        measures: as(VOLUME),
      },
    },
  ])("but not for $name", async ({ query }) => {
    const { sql } = await runQuery(actor, Query.parse({ from: "sim_usage", ...query }));
    expect(sql).not.toContain("sim_usage_daily");
  });
});
