import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { testActor } from "#db/testing.ts";
import { analyseFleet } from "#domain/analysis/batch/analyse-fleet.ts";
import { LAST_DAY, MB, makeAnalysed, weeklyDays } from "#domain/analysis/testing.ts";
import { iccidOf } from "#domain/changes/testing.ts";
import { callTool } from "./call.ts";
import type { ToolInput } from "./define.ts";
import { tools } from "./registry.ts";

const owner = testActor();
const forecast = (input: ToolInput<typeof tools.forecast_usage>, actor = owner) =>
  callTool(actor, tools.forecast_usage, input);

const WEEKLY = iccidOf(0);
const NEW = iccidOf(1);
const UNUSED = iccidOf(2);
const FRENCH = iccidOf(3);
const ENDING = iccidOf(4);
const ENDED = iccidOf(5);
const ODD = iccidOf(6);

beforeAll(async () => {
  const lasting = { total: 500 * MB, remaining: 82 * MB, expiresAt: "2027-01-01T00:00:00Z" };
  await makeAnalysed(owner, {
    iccid: WEEKLY,
    customer: "Acme",
    days: weeklyDays(120),
    quota: lasting,
  });
  await makeAnalysed(owner, { iccid: NEW, customer: "Acme", days: [5 * MB, 6 * MB, 7 * MB] });
  await makeAnalysed(owner, { iccid: UNUSED });
  await makeAnalysed(owner, { iccid: FRENCH, country: "FR", days: weeklyDays(60, 3) });
});

describe("of one SIM", () => {
  it("goes on as its weeks did, and says when its quota runs out and how good such forecasts were", async () => {
    const made = await forecast({ iccid: WEEKLY });
    expect(made).toMatchObject({ class: "regular", as_of: LAST_DAY, horizon_days: 30 });
    expect(made.history).toHaveLength(90);
    expect(made.history.at(-1)?.day).toBe(LAST_DAY);
    const volumes = made.days
      .slice(0, 7)
      .map(({ day, predicted }) => [day, Math.round(predicted / MB)]);
    expect(volumes).toEqual([
      ["2026-10-21", 10],
      ["2026-10-22", 10],
      ["2026-10-23", 10],
      ["2026-10-24", 4],
      ["2026-10-25", 4],
      ["2026-10-26", 10],
      ["2026-10-27", 10],
    ]);
    const mean = made.days.reduce((sum, day) => sum + day.mean, 0);
    expect(Math.abs((made.total?.mean ?? 0) - mean)).toBeLessThan(30);
    // 58 MB a week: 78 MB until Thursday the 29th, 88 MB until the 30th.
    expect(made.run_out).toMatchObject({ date: "2026-10-30", probability: 1 });
    expect(made.accuracy).toMatchObject({ origins: 5, mase: expect.any(Number) });
    expect(made.accuracy?.wape_percent).toBeLessThan(6);
    expect(made.summary).toMatch(
      /^device-000 is expected to use 2\d\d MB in the next 30 days.*82 MB of 500 MB are left; they run out around 30 Oct 2026/,
    );
  });
});

it("says so where too little is known, where nothing is, and where nobody has such a SIM", async () => {
  const young = await forecast({ iccid: NEW });
  expect(young).toMatchObject({ method: "range around the mean", accuracy: null, run_out: null });
  expect(young.notes[0]).toMatch(/^Only 3 days of history/);
  expect(young.total?.upper_95).toBeGreaterThan(young.total?.mean ?? 0);
  const unused = await forecast({ iccid: UNUSED });
  expect(unused).toMatchObject({ days: [], total: null, method: null });
  expect(unused.summary).toMatch(/has used no data in the last 180 days/);
  await expect(forecast({ iccid: WEEKLY }, testActor())).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(forecast({})).rejects.toThrow(/exactly one way/);
  await expect(forecast({ iccid: WEEKLY, group: "fleet" })).rejects.toThrow(/exactly one way/);
  await expect(forecast({ group: "customer" })).rejects.toThrow(/which customer/);
  await expect(forecast({ group: "fleet", method: "prophet" })).rejects.toThrow(/one SIM/);
  await expect(forecast({ iccid: WEEKLY, days: 91 })).rejects.toMatchObject({ code: "invalid" });
});

it("a quota that ends before it is used up does not run out; one that has ended is not judged", async () => {
  const short = { total: 500 * MB, remaining: 82 * MB, expiresAt: "2026-10-25T00:00:00Z" };
  await makeAnalysed(owner, { iccid: ENDING, days: weeklyDays(120), quota: short });
  // until the 24th there are 4 days with 34 MB
  expect((await forecast({ iccid: ENDING })).run_out).toMatchObject({ date: null, probability: 0 });
  const over = { ...short, expiresAt: "2026-10-20T00:00:00Z" };
  await makeAnalysed(owner, { iccid: ENDED, days: weeklyDays(120), quota: over });
  const ended = await forecast({ iccid: ENDED });
  expect(ended.run_out).toBeNull();
  expect(ended.notes).toContain("The quota on record has ended, so when it runs out is not told.");
});

it("Prophet and MSTL can be had for comparison, and say where they cannot", async () => {
  const [ours, prophet, mstl] = await Promise.all(
    (["auto", "prophet", "mstl"] as const).map((method) => forecast({ iccid: WEEKLY, method })),
  );
  expect(prophet?.method).toBe("Prophet");
  expect(mstl?.method).toBe("MSTL with ETS");
  for (const other of [prophet, mstl]) {
    expect((other?.total?.mean ?? 0) / (ours?.total?.mean ?? 1)).toBeCloseTo(1, 1);
  }
  const young = await forecast({ iccid: NEW, method: "mstl" });
  expect(young.notes.at(-1)).toMatch(/MSTL needs more than two weeks.*built-in method/);
});

it("a group is the sum of its SIMs, and the fleet that of its groups", async () => {
  const of = async (input: ToolInput<typeof tools.forecast_usage>) =>
    (await forecast({ days: 14, ...input })).days.map(({ mean }) => mean);
  const sumsOf = (parts: readonly number[][]) =>
    parts[0]?.map((_, day) => parts.reduce((sum, part) => sum + (part[day] ?? 0), 0)) ?? [];
  const near = (sum: readonly number[], parts: readonly number[]) =>
    sum.every((value, day) => Math.abs(value - (parts[day] ?? 0)) <= 5); // bytes: each is rounded
  const acme = await forecast({ group: "customer", name: "Acme", days: 14 });
  expect(acme.subject).toMatchObject({ kind: "customer", name: "Acme", sims: 2 });
  expect(acme.history).toHaveLength(90);
  const singles = await Promise.all([of({ iccid: WEEKLY }), of({ iccid: NEW })]);
  expect(
    near(
      acme.days.map(({ mean }) => mean),
      sumsOf(singles),
    ),
  ).toBe(true);
  const countries = await Promise.all([
    of({ group: "country", name: "DE" }),
    of({ group: "country", name: "FR" }),
  ]);
  const fleet = await of({ group: "fleet" });
  expect(near(fleet, sumsOf(countries))).toBe(true);
  await expect(of({ group: "tag", name: "none" })).rejects.toThrow("No SIM of tag none is active.");
});

it("days that cannot be, and days before the first use, count in a group as they do in its SIMs", async () => {
  await makeAnalysed(owner, { iccid: ODD, country: "IT", days: weeklyDays(60) });
  const { sql } = await database();
  await sql`
    update store.sim_usage_daily set (total_volume, upload_volume, download_volume) = (
      select bytes, 0, bytes from (select case when day = '2026-10-10' then 9e18 else 0 end::bigint as bytes) as odd)
    where organization_id = ${owner.organizationId} and iccid = ${ODD}
      and (day = '2026-10-10' or day < '2026-09-01')`;
  const alone = await forecast({ iccid: ODD });
  const group = await forecast({ group: "country", name: "IT" });
  expect(alone.notes[0]).toMatch(/^1 volume of more than a petabyte a day was left out/);
  expect(group.days.map(({ mean }) => mean)).toEqual(alone.days.map(({ mean }) => mean));
});

it("of the fleet the last analysis is shown while it knows the newest day", async () => {
  const before = await forecast({ group: "fleet" });
  await analyseFleet(systemActor({ id: owner.organizationId, name: "Acme" }), {
    signal: new AbortController().signal,
    progress: async () => {},
  });
  const kept = await forecast({ group: "fleet" });
  expect(kept.as_of).toBe(LAST_DAY);
  expect(kept.total?.mean).toBe(before.total?.mean);
});
