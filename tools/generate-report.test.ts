import { beforeAll, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { testActor } from "#db/testing.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { listJobs } from "#domain/jobs/list-jobs.ts";
import { runJob } from "#domain/jobs/run-job.ts";
import { runNow } from "#domain/jobs/run-now.ts";
import { openReport } from "#domain/reports/open-report.ts";
import { type Fixture, insertFixture, makeFixture } from "#query/testing/fixture.ts";
import { callTool } from "./call.ts";
import { tools } from "./registry.ts";

const actor = testActor();
const fixture = hostile(makeFixture());
beforeAll(() => insertFixture(actor, fixture));

/** One customer's name is a formula. */
function hostile(made: Fixture): Fixture {
  const sims = made.sims.map((sim) =>
    sim.customer === "Volt" ? { ...sim, customer: "=1+1" } : sim,
  );
  return { ...made, sims };
}

const report = (input: object) => callTool(actor, tools.generate_report, input, {});
const OCTOBER = { start_date: "2026-10-01", end_date: "2026-10-31" };

/** What the days of the fixture add up to, by the keys of each. */
function sums(keysOf: (day: Day) => readonly unknown[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const row of fixture.sim_usage_daily) {
    const sim = fixture.sims.find(({ iccid }) => iccid === row.iccid) ?? {};
    const day = { day: String(row.day), customer: sim.customer, tags: sim.tags as string[] };
    for (const key of keysOf(day).map(String))
      sum[key] = (sum[key] ?? 0) + Number(row.total_volume);
  }
  return sum;
}

interface Day {
  readonly day: string;
  readonly customer: unknown;
  readonly tags: readonly string[];
}

const byGroup = (rows: readonly { group: string | null; total_volume: number }[]) =>
  Object.fromEntries(rows.map(({ group, total_volume }) => [String(group), total_volume]));
const whole = Object.values(sums(({ day }) => [day])).reduce((a, b) => a + b);

it("adds usage up by customer and by tag, and says what the whole is", async () => {
  const made = await report({ ...OCTOBER, group_by: "customer" });
  expect(byGroup(made.rows)).toEqual(sums(({ customer }) => [customer]));
  expect(made).toMatchObject({ total_volume: whole, has_more: false, file: null, unit: "bytes" });
  for (const { start, total_volume, upload_volume, download_volume } of made.rows) {
    expect(start).toBe("2026-10-01");
    expect(upload_volume + download_volume).toBe(total_volume);
  }
  const tagged = await report({ ...OCTOBER, group_by: "tag" });
  const { null: _, ...ofTags } = byGroup(tagged.rows);
  expect(ofTags).toEqual(sums(({ tags }) => tags));
  expect(tagged.total_volume).toBe(whole);
  const nordic = await report({ ...OCTOBER, customer: "Nordic" });
  expect(nordic.total_volume).toBe(sums(({ customer }) => [customer]).Nordic);
});

it("tells each day once, those without usage with zero, and weeks from Monday", async () => {
  const days = await report({ ...OCTOBER, grain: "day" });
  expect(days.rows).toHaveLength(31);
  const used = days.rows.filter(({ total_volume }) => total_volume > 0);
  expect(Object.fromEntries(used.map(({ start, total_volume }) => [start, total_volume]))).toEqual(
    Object.fromEntries(Object.entries(sums(({ day }) => [day])).filter(([, bytes]) => bytes > 0)),
  );
  const weeks = await report({ start_date: "2026-08-12", end_date: "2026-10-31", grain: "week" });
  const starts = weeks.rows.map(({ start }) => start);
  expect(new Set(starts).size).toBe(12);
  for (const start of starts) expect(new Date(start).getUTCDay()).toBe(1);
  expect(weeks.rows.reduce((sum, { total_volume }) => sum + total_volume, 0)).toBe(whole);
});

it("has the days of the zone that was asked for", async () => {
  const { rows } = await report({ ...OCTOBER, grain: "day", zone: "Europe/Berlin" });
  const utc = await report({ ...OCTOBER, grain: "day" });
  const of = (list: typeof rows, day: string) => list.find(({ start }) => start === day);
  // what is downloaded at 23:59:59 UTC is of the next day in Berlin
  expect(of(rows, "2026-10-06")?.download_volume).toBe(of(utc.rows, "2026-10-05")?.download_volume);
  expect(of(rows, "2026-10-05")?.upload_volume).toBe(of(utc.rows, "2026-10-05")?.upload_volume);
  await expect(report({ ...OCTOBER, zone: "Mars/Olympus" })).rejects.toThrow(/zone/);
});

it("is a CSV that is safe to open, for those who may read reports in this organisation", async () => {
  const { file } = await report({ ...OCTOBER, grain: "week", group_by: "customer", format: "csv" });
  const id = file?.url.split("/").at(-1) ?? "";
  expect(file?.file_name).toBe("usage-2026-10-01-to-2026-10-31-by-customer.csv");
  const text = async (of = actor) => new Response((await openReport(of, id)).body).text();
  const [header, ...lines] = (await text()).trimEnd().split("\n");
  expect(header).toBe("week_from,customer,total_bytes,upload_bytes,download_bytes,sims");
  const made = await report({ ...OCTOBER, grain: "week", group_by: "customer" });
  expect(lines).toHaveLength(made.rows.length);
  expect(lines.some((line) => line.includes(',"\'=1+1",'))).toBe(true);
  await expect(text(testActor())).rejects.toMatchObject({ code: "not_found" });
  const noReports = { ...actor, scopes: new Set(["sims:read"] as const) };
  await expect(text(noReports)).rejects.toMatchObject({ code: "forbidden" });
});

it("is of last month where nothing else is said, and of no impossible period", async () => {
  expect(await report({})).toMatchObject({ start_date: "2026-09-01", end_date: "2026-09-30" });
  expect(await report({ start_date: "2026-10-10" })).toMatchObject({ end_date: "2026-10-20" });
  await expect(report({ ...OCTOBER, end_date: "2026-09-01" })).rejects.toThrow(/before/);
  await expect(report({ ...OCTOBER, start_date: "2020-01-01" })).rejects.toThrow(/at most/);
});

it("is made for each month by a job, and kept as it was", async () => {
  const organization = await newOrganization();
  const owner = await newMember(organization, "owner");
  const september = fixture.sim_usage_daily.map((row) => ({
    ...row,
    day: String(row.day).replace("-10-", "-09-"),
  }));
  await insertFixture(owner, { ...fixture, sim_usage_daily: september });
  const { signal } = new AbortController();
  const make = async () =>
    runJob(systemActor(organization), await runNow(owner, "monthly_report"), { signal });
  await make();
  await make();
  const { jobs, runs, reports } = await listJobs(owner);
  expect(jobs.find(({ job }) => job === "monthly_report")).toMatchObject({ cron: "30 4 1 * *" });
  expect(runs[0]?.outcome).toBe("Kept the usage of 2026-09 by customer: 4 rows.");
  expect(reports).toMatchObject([{ month: "2026-09-01", rows: 4 }]);
  const { body, fileName } = await openReport(owner, reports[0]?.id ?? "");
  expect(fileName).toBe("usage-2026-09-01-to-2026-09-30-by-customer.csv");
  const [, ...lines] = String(body).trimEnd().split("\n");
  const bytes = lines.map((line) => Number(line.split(",")[2]));
  expect(bytes.reduce((a, b) => a + b)).toBe(whole);
});
