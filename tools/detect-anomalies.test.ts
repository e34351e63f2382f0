import { beforeAll, describe, expect, it } from "vitest";
import { testActor } from "#db/testing.ts";
import { LAST_DAY, MB, makeAnalysed, weeklyDays } from "#domain/analysis/testing.ts";
import { iccidOf } from "#domain/changes/testing.ts";
import { callTool } from "./call.ts";
import { tools } from "./registry.ts";

const owner = testActor();
const detected = (iccid: string, actor = owner) =>
  callTool(actor, tools.detect_anomalies, { iccid });

const CALM = iccidOf(0);
const SPIKE = iccidOf(1);

/** A quiet device, but for one day of 300 MB twelve days before the last. */
const withSpike = weeklyDays(120).map((bytes, i) => (i === 107 ? 300 * MB : bytes));

beforeAll(async () => {
  await makeAnalysed(owner, { iccid: CALM, days: weeklyDays(120) });
  await makeAnalysed(owner, { iccid: SPIKE, days: withSpike });
});

describe("of one SIM", () => {
  it("tells a day far above its own, with what was expected of it, and nothing of a calm device", async () => {
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
});
