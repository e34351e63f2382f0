// A fleet of fourteen SIMs in parts of four, whose weeks are alike unless a test says else.
import { beforeAll, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { insertSpecimens } from "#db/testing/insert-specimens.ts";
import { rowsOf } from "#db/testing/rows-of.ts";
import { testActor } from "#db/testing.ts";
import { readGroupForecast } from "../read-group-forecast.ts";
import { MB, makeAnalysed, makePlans, weeklyDays } from "../testing.ts";
import { analyseFleet, type Options } from "./analyse-fleet.ts";
import { unfinishedRun } from "./analysis-run.ts";
import { claimShard, endShard } from "./claim-shard.ts";
import { listAnalysisProblems } from "./list-problems.ts";
import { areOutlooksOld, renewOutlooks } from "./renew-outlooks.ts";

const SIMS = 14;
const owner = testActor();
const actor = systemActor({ id: owner.organizationId, name: owner.organizationName });
const other = testActor();
const iccidOf = (index: number) => `89882806660000${String(index).padStart(5, "0")}`;
const SPIKE = iccidOf(12);
const NEGATIVE = iccidOf(13);
const DAYS = 120;

const analyse = (options: Partial<Options> = {}) =>
  analyseFleet(actor, {
    signal: new AbortController().signal,
    progress: async () => {},
    simsAShard: 4,
    ...options,
  });

/** Of Acme, 0 to 5, all did five times as much on the last two days; 12 did so alone ten days ago. */
function daysOf(index: number): number[] {
  const factor = (ago: number) =>
    (index < 6 && ago < 2) || (index === 12 && ago >= 10 && ago < 12) ? 5 : 1;
  return weeklyDays(DAYS).map((bytes, i) => bytes * factor(DAYS - 1 - i));
}

beforeAll(async () => {
  await insertSpecimens(other.organizationId, "kept");
  await makePlans(owner, [
    { name: "S", price: 1, includedBytes: 50 * MB, overagePerMb: 0.05 },
    { name: "L", price: 5, includedBytes: 500 * MB, overagePerMb: 0.05 },
  ]);
  for (let index = 0; index < SIMS; index++) {
    await makeAnalysed(owner, {
      iccid: iccidOf(index),
      days: daysOf(index),
      customer: index < 6 ? "Acme" : "Bolt",
      country: index % 2 ? "DE" : "FR",
      tags: ["pump"],
      rate_plan: "S",
      quota: { total: 500 * MB, remaining: 30 * MB },
    });
  }
  const { sql } = await database();
  await sql`
    update store.sim_usage_daily set total_volume = -1, upload_volume = -1, download_volume = 0
    where organization_id = ${owner.organizationId} and iccid = ${NEGATIVE}`;
});

const select = <T extends object>(query: string) => asActor(owner, (sql) => sql.unsafe<T[]>(query));

interface Stored {
  readonly id: number;
  readonly iccid: string | null;
  readonly kind: string;
  readonly status: string;
  readonly cohort: string | null;
}
const anomalies = () =>
  select<Stored>(
    "select id, iccid, kind, status, cohort from store.anomalies order by iccid nulls first, day",
  );

it("a whole fleet is analysed: forecasts, outlook, advice, anomalies, one event of a group, sums that agree", async () => {
  const before = await rowsOf(other.organizationId);
  const said: string[] = [];
  const outcome = await analyse({ progress: async (sentence) => void said.push(sentence) });
  expect(outcome).toMatch(
    /^Analysed 14 SIMs by their usage until 20 Oct 2026: \d+ anomalies, 1 event of groups\. The data of 1 SIM had problems\.$/,
  );
  expect(said.at(-1)).toBe("4 of 4 parts, 14 SIMs.");

  const forecasts = await select<{ iccid: string; days: number; total: number }>(
    `select iccid, count(*) as days, sum(predicted) as total from store.forecasts
     where source = 'computed' and day between '2026-10-21' and '2026-11-20' group by iccid order by iccid`,
  );
  expect(forecasts.map(({ iccid }) => iccid)).toEqual(
    Array.from({ length: SIMS - 1 }, (_, index) => iccidOf(index)),
  );
  expect(forecasts.every(({ days }) => days === 31)).toBe(true);
  // 10 MB on Wednesday 21, Thursday 22 and Friday 23 October: 30 MB are used up by the end of the third day
  const outlook = await select<{ iccid: string }>(
    `select iccid, exhaustion_date, days_until_exhaustion from store.quota_outlook
     where iccid = '${iccidOf(9)}'`,
  );
  expect(outlook).toMatchObject([{ exhaustion_date: "2026-10-23", days_until_exhaustion: 2 }]);
  expect(
    await select(`select type, recommended_total from store.quota_recommendations
      where iccid = '${iccidOf(9)}'`),
  ).toMatchObject([{ type: "upgrade", recommended_total: 500 * MB }]);

  expect(await anomalies()).toMatchObject([
    { iccid: null, kind: "cohort", cohort: "customer Acme", status: "open" },
    { iccid: SPIKE, kind: "spike" },
  ]);

  const [fleet, acme, bolt] = await Promise.all([
    readGroupForecast(owner, { by: "fleet" }),
    readGroupForecast(owner, { by: "customer", name: "Acme" }),
    readGroupForecast(owner, { by: "customer", name: "Bolt" }),
  ]);
  expect([fleet?.sims, acme?.sims, bolt?.sims]).toEqual([13, 6, 7]);
  const mean = (group: typeof fleet) => group?.sum.outlook(30).total.mean ?? 0;
  expect(mean(acme) + mean(bolt)).toBeCloseTo(mean(fleet), 3);
  expect(await readGroupForecast(owner, { by: "tag", name: "none" })).toBeNull();
  expect(await rowsOf(other.organizationId)).toEqual(before);
});

it("a SIM whose data cannot be is listed with the reason, and stops no other", async () => {
  expect(await listAnalysisProblems(owner)).toEqual([
    { id: NEGATIVE, problem: "There is no day with a known volume." },
  ]);
  expect(await listAnalysisProblems(testActor())).toEqual([]);
});

it("the next night brings what is there up to date: nothing is doubled, and what people decided stays", async () => {
  const [event, spike] = await anomalies();
  await asActor(owner, async (sql) => {
    await sql`update store.anomalies set status = 'confirmed', assigned_to = 'ann' where id = ${spike?.id ?? 0}`;
    await sql`
      insert into store.anomalies (iccid, day, kind, score, severity, reason, detected_at, source)
      values (${iccidOf(9)}, '2026-10-01', 'drop', 0.7, 'low', 'made up', '2026-10-02', 'sample')`;
  });
  const before = await rowsOf(owner.organizationId, ["outbox", "analysis_runs", "analysis_shards"]);
  await analyse();
  expect(await anomalies()).toEqual([event, { ...spike, status: "confirmed" }]);
  const after = await rowsOf(owner.organizationId, ["outbox", "analysis_runs", "analysis_shards"]);
  for (const table of ["forecasts", "quota_outlook", "quota_recommendations", "group_forecasts"])
    expect(after[table]).toBe(before[table]);
});

it("what a person called no anomaly stays quiet, and so does what is like it", async () => {
  await asActor(owner, (sql) => sql`update store.anomalies set status = 'dismissed'`);
  const before = await anomalies();
  await analyse();
  expect(await anomalies()).toEqual(before);
});

it("between two nights a SIM whose quota changed gets a new outlook, and no other does", async () => {
  const [topUp, kept] = [iccidOf(9), iccidOf(10)];
  await asActor(owner, async (sql) => {
    await sql`update store.quota_outlook set computed_at = '2026-10-21T03:00:00Z'`;
    await sql`update store.sim_quota set remaining = ${200 * MB}, updated_at = '2026-10-21T08:00:00Z'
      where iccid = ${topUp}`;
    expect(await areOutlooksOld(sql)).toBe(true);
  });
  const outlook = () =>
    select<{ iccid: string }>(
      `select iccid, exhaustion_date, computed_at from store.quota_outlook where iccid in ('${topUp}', '${kept}') order by iccid`,
    );
  const [, before] = await outlook();
  const signal = new AbortController().signal;
  expect(await renewOutlooks(actor, signal, 100)).toEqual({ renewed: 1, isLeft: false });
  // 200 MB at 58 MB a week, in which the weekend is light
  expect(await outlook()).toMatchObject([{ iccid: topUp, exhaustion_date: "2026-11-13" }, before]);
  expect(await renewOutlooks(actor, signal, 100)).toEqual({ renewed: 0, isLeft: false });
});

it("a run that is stopped goes on where it was, and a part whose worker died goes to another", async () => {
  const stopping = new AbortController();
  const stopped = analyse({
    signal: stopping.signal,
    progress: async (sentence) => {
      if (!sentence.startsWith("0 of")) stopping.abort(new Error("stopped"));
    },
  });
  await expect(stopped).rejects.toThrow("stopped");
  const run = await asActor(owner, unfinishedRun);
  const state = () =>
    select<{ position: number; state: string; attempts: number }>(
      `select position, state, attempts from store.analysis_shards where run_id = '${run?.id}' order by position`,
    );
  const done = (await state()).filter((shard) => shard.state === "done");
  expect(done.length).toBeGreaterThan(0);

  await asActor(
    owner,
    (sql) => sql`
    update store.analysis_shards set state = 'waiting' where position = 4 and run_id = ${run?.id ?? ""}`,
  );
  const dead = await claimShard(actor, run?.id ?? "", "a dead worker", 50);
  if (!dead) throw new Error("nothing was left to claim");
  expect(await analyse()).toMatch(/^Analysed 14 SIMs/);
  const after = await state();
  expect(after.every((shard) => shard.state === "done")).toBe(true);
  expect(after.find(({ position }) => position === dead.position)?.attempts).toBe(2);
  const late = asActor(owner, (sql) =>
    endShard(sql, dead, {
      problems: [],
      found: { sims: 0, anomalies: 0 },
      iccids: [],
      deviations: Buffer.alloc(0),
      observed: Buffer.alloc(0),
      expected: Buffer.alloc(0),
      sums: [],
      sum_states: Buffer.alloc(0),
    }),
  );
  await expect(late).rejects.toThrow("Another worker has taken this part of the analysis over.");
  expect(await select("select count(*) as days from store.forecasts")).toEqual([
    { days: (SIMS - 1) * 31 },
  ]);
});
