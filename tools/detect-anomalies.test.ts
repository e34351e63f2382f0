import { beforeAll, expect, it } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { LAST_DAY, MB, makeAnalysed, weeklyDays } from "#domain/analysis/testing.ts";
import { iccidOf } from "#domain/changes/testing.ts";
import { callTool } from "./call.ts";
import type { ToolInput } from "./define.ts";
import { tools } from "./registry.ts";

const owner = testActor();
const detected = (iccid: string) => callTool(owner, tools.detect_anomalies, { iccid });
const listed = (input: ToolInput<typeof tools.list_anomalies> = {}, actor = owner) =>
  callTool(actor, tools.list_anomalies, input);

const CALM = iccidOf(0);
const SPIKE = iccidOf(1);
const ABROAD = iccidOf(2);
const GONE = iccidOf(3);
const NEW = iccidOf(4);
const OTHER_DEVICE = iccidOf(5);

/** A quiet device, but for one day of 300 MB: the 8th of October. */
const withSpike = weeklyDays(120).map((bytes, i) => (i === 107 ? 300 * MB : bytes));

interface Row {
  readonly iccid: string | null;
  readonly day: string;
  readonly kind: string;
  readonly status?: string;
  readonly cohort?: string;
  readonly moved?: readonly string[];
  readonly observed?: number;
}

function keep(row: Row): Promise<number> {
  const {
    iccid,
    day,
    kind,
    status = "open",
    cohort = null,
    moved = null,
    observed = 300 * MB,
  } = row;
  return asActor(owner, async (sql) => {
    const [kept] = await sql<{ id: number }[]>`
      insert into store.anomalies (iccid, day, last_day, kind, cohort, moved_iccids, members, status, assigned_to,
        score, severity, observed, expected, reason, detected_at)
      values (${iccid}, ${day}::date, ${day}::date, ${kind}, ${cohort}, ${moved as string[] | null}::text[],
        ${moved ? 6 : null}, ${status}, 'Ann', 0.9, 'high', ${observed}, ${10 * MB}, 'As it was found.', now())
      returning id`;
    return kept?.id ?? 0;
  });
}

beforeAll(async () => {
  await makeAnalysed(owner, { iccid: CALM, customer: "Acme", days: weeklyDays(120) });
  await makeAnalysed(owner, { iccid: SPIKE, customer: "Acme", tags: ["pilot"], days: withSpike });
  const lately = { country: "FR", days: 3 };
  await makeAnalysed(owner, { iccid: ABROAD, days: weeklyDays(120), lately });
  const gone = weeklyDays(120).map((bytes, i) => (i >= 110 ? 0 : bytes));
  await makeAnalysed(owner, { iccid: GONE, days: gone });
  await makeAnalysed(owner, { iccid: NEW, days: weeklyDays(5) });
  await makeAnalysed(owner, {
    iccid: OTHER_DEVICE,
    imei: "351234000000001",
    days: weeklyDays(120),
  });
  await asActor(
    owner,
    (sql) => sql`
      insert into store.connection_events (iccid, occurred_at, type)
      values (${OTHER_DEVICE}, '2026-10-19T05:00:00Z', 'imei_change')`,
  );
});

it("a day far above a device's own is told, with what was expected; of a calm device nothing is", async () => {
  const made = await detected(SPIKE);
  expect(made).toMatchObject({ is_judged: true, class: "regular", as_of: LAST_DAY });
  expect(made.days).toHaveLength(90);
  expect(made.anomalies).toHaveLength(1);
  expect(made.anomalies[0]).toMatchObject({
    id: null,
    kind: "spike",
    day: "2026-10-08",
    last_day: "2026-10-08",
    days: 1,
    observed: 300 * MB,
    status: "open",
    severity: "critical",
  });
  expect((made.anomalies[0]?.expected ?? 0) / MB).toBeCloseTo(10, 0);
  const calm = await detected(CALM);
  expect(calm.anomalies).toEqual([]);
  expect(calm.summary).toBe("Nothing is odd about device-000 in the last 90 days.");
});

it("silence, another country and another device are told; what is too new is not judged", async () => {
  expect((await detected(GONE)).anomalies[0]).toMatchObject({ kind: "silence", is_ongoing: true });
  expect((await detected(ABROAD)).anomalies[0]).toMatchObject({
    kind: "roaming",
    day: "2026-10-18",
    seen: "FR",
    is_ongoing: true,
  });
  expect((await detected(OTHER_DEVICE)).anomalies[0]).toMatchObject({
    kind: "imei",
    day: "2026-10-19",
    seen: "351234000000001",
  });
  const young = await detected(NEW);
  expect(young).toMatchObject({ is_judged: false, anomalies: [] });
  expect(young.summary).toBe(
    "device-004 cannot be judged: 5 days have a value; at least 14 are needed.",
  );
});

it("what was found before keeps its number, status and assignment, and is not told twice", async () => {
  const id = await keep({ iccid: SPIKE, day: "2026-10-08", kind: "spike", status: "confirmed" });
  const old = await keep({ iccid: SPIKE, day: "2026-09-01", kind: "pattern" });
  const { anomalies } = await detected(SPIKE);
  expect(anomalies).toMatchObject([
    { id, kind: "spike", status: "confirmed", assigned_to: "Ann", severity: "critical" },
    { id: old, kind: "pattern", day: "2026-09-01" },
  ]);
});

it("what somebody called no anomaly stays quiet, and so does what is like it", async () => {
  const iccid = iccidOf(6);
  const twice = withSpike.map((bytes, i) => (i === 60 ? 290 * MB : bytes));
  await makeAnalysed(owner, { iccid, days: twice });
  expect((await detected(iccid)).anomalies.map(({ day }) => day)).toEqual([
    "2026-10-08",
    "2026-08-22",
  ]);
  const id = await keep({ iccid, day: "2026-10-08", kind: "spike", status: "dismissed" });
  const { anomalies, summary } = await detected(iccid);
  expect(anomalies).toMatchObject([{ id, status: "dismissed" }]);
  expect(summary).toMatch(/^Nothing is odd/);
});

it("an event of its cohort tells of a SIM's own spike", async () => {
  const iccid = iccidOf(7);
  await makeAnalysed(owner, { iccid, customer: "Acme", days: withSpike });
  const id = await keep({
    iccid: null,
    day: "2026-10-08",
    kind: "cohort",
    cohort: "customer Acme",
    moved: [iccid],
  });
  expect((await detected(iccid)).anomalies).toMatchObject([{ id, kind: "cohort" }]);
  const { anomalies } = await listed({ customer: "Acme", kind: ["cohort"] });
  expect(anomalies).toMatchObject([
    { id, iccid: null, cohort: "customer Acme", moved: 1, members: 6, severity: "high" },
  ]);
});

it("lists the fleet's, the newest first, by filter and page, and nobody else's", async () => {
  const days = async (input: ToolInput<typeof tools.list_anomalies>) =>
    (await listed(input)).anomalies.map(({ day, kind }) => `${day} ${kind}`);
  expect(await days({})).toEqual(["2026-10-08 cohort", "2026-09-01 pattern"]);
  expect(await days({ tag: "pilot", status: ["open", "confirmed"] })).toEqual([
    "2026-10-08 spike",
    "2026-09-01 pattern",
  ]);
  expect(await days({ since: "2026-09-02" })).toEqual(["2026-10-08 cohort"]);
  const first = await listed({ limit: 1 });
  expect(first).toMatchObject({ has_more: true, anomalies: [{ kind: "cohort" }] });
  const second = await listed({ limit: 1, cursor: first.next_cursor ?? "" });
  expect(second).toMatchObject({ has_more: false, anomalies: [{ kind: "pattern" }] });
  expect((await listed({}, testActor())).anomalies).toEqual([]);
});
