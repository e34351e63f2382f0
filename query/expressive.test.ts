import { beforeAll, describe, expect, it } from "vitest";
import { generateFleet } from "#db/fleet/generate.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { Query } from "./query.ts";
import { runQuery } from "./run.ts";
import { DESK_CASES } from "./testing/cases/desk.ts";
import { EVENTS_CASES } from "./testing/cases/events.ts";
import { LEADING_CASES } from "./testing/cases/leading.ts";
import { SIMS_CASES } from "./testing/cases/sims.ts";
import { USAGE_CASES } from "./testing/cases/usage.ts";
import { USAGE_OVER_TIME_CASES } from "./testing/cases/usage-over-time.ts";

const NOW = "timestamptz '2026-10-21T09:30:00Z'";
const CASES = [
  ...DESK_CASES,
  ...LEADING_CASES,
  ...SIMS_CASES,
  ...USAGE_CASES,
  ...USAGE_OVER_TIME_CASES,
  ...EVENTS_CASES,
];

describe("what people ask", () => {
  const actor = testActor();
  beforeAll(async () => {
    await generateFleet({
      vocabulary: await readVocabulary(),
      organization: { id: actor.organizationId, name: actor.organizationName },
      seed: 5,
      days: 90,
      now: new Date("2026-10-21T09:30:00Z"),
      sims: 150,
    });
  }, 120_000);

  it.each(CASES)("$name", async ({ query, sql, isOrdered }) => {
    const { rows } = await runQuery(actor, Query.parse(query));
    const expected = await asReader(actor, (db) =>
      db.unsafe<Record<string, unknown>[]>(sql.replaceAll(":now", NOW)),
    );
    const columns = Object.keys(expected[0] ?? {});
    const shown = (all: readonly Record<string, unknown>[]) => {
      const lines = all.map((row) => JSON.stringify(columns.map((name) => normal(row[name]))));
      return isOrdered ? lines : lines.sort();
    };
    expect(shown(rows)).toEqual(shown(expected));
    expect(rows.length, "the case should show something").toBeGreaterThan(0);
  });

  it("tells a SIM that there is not from one without such rows", async () => {
    const [known] = (await runQuery(actor, { from: "sims", columns: ["sims.iccid"], limit: 1 }))
      .rows;
    const missing = async (from: "connection_events" | "sim_usage_daily", value: string) => {
      const where = { member: `${from}.iccid`, op: "eq" as const, value };
      const of = "sim_usage_daily.total_volume";
      const total = { measures: [{ as: "used", measure: { agg: "sum" as const, of } }] };
      const shape = from === "sim_usage_daily" ? total : {};
      return (await runQuery(actor, { from, where, ...shape })).missing_sim;
    };
    expect(await missing("connection_events", "8988228066612345678")).toBe(
      "ICCID 8988228066612345678",
    );
    expect(await missing("sim_usage_daily", "8988228066612345678")).toBe(
      "ICCID 8988228066612345678",
    );
    expect(await missing("connection_events", String(known?.iccid))).toBeUndefined();
  });
});

function normal(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "number" ? Number(value.toPrecision(9)) : (value ?? null);
}
