import { beforeAll, describe, expect, it } from "vitest";
import { testActor } from "#db/testing.ts";
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
