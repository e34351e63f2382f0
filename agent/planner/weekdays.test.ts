import { describe, expect, test } from "vitest";
import { queryOf } from "./testing.ts";

const ON_WEEKENDS = { recurring: "sim_usage_daily.day", grain: "weekday", in: [6, 7] };
const ON_WEEKDAYS = { ...ON_WEEKENDS, in: [1, 2, 3, 4, 5] };
const IN_SEPTEMBER = { time: "sim_usage_daily.day", from: "2026-09-01", to: "2026-10-01" };

describe("an average over some days of the week", () => {
  test.each([
    ["average GB per weekend day in September", ON_WEEKENDS],
    ["average daily usage on weekends in September", ON_WEEKENDS],
    [
      "how many GB goes the fleet through on a typical Saturday or Sunday? mean per day, September",
      ON_WEEKENDS,
    ],
    ["average GB per working day in September", ON_WEEKDAYS],
    ["average daily traffic Monday to Friday in September", ON_WEEKDAYS],
  ])("%s", (question, days) => {
    const { measures, where } = queryOf(question);
    expect(measures).toMatchObject([{ measure: { agg: "sum", per: ["day"] } }]);
    expect(where).toMatchObject({
      and: expect.arrayContaining([expect.objectContaining(IN_SEPTEMBER), days]),
    });
  });

  test("may be per SIM besides, or of other rows", () => {
    const [used] = queryOf("average usage per SIM per weekend day in September").measures ?? [];
    expect(used?.measure).toMatchObject({ per: ["day", "sim"] });
    const [alerts] = queryOf("average alerts per weekend day in September").measures ?? [];
    expect(alerts?.measure).toMatchObject({ agg: "count", per: ["day"] });
  });
});

describe("another turn", () => {
  const first = "average daily usage on weekends in September";

  test("takes other days of the same period", () => {
    for (const next of ["and on weekdays?", "ok and Monday to Friday?"])
      expect(queryOf(next, first).where).toMatchObject({
        and: expect.arrayContaining([expect.objectContaining(IN_SEPTEMBER), ON_WEEKDAYS]),
      });
  });

  test("takes the same days of another period", () => {
    expect(queryOf("and in August?", first).where).toMatchObject({
      and: expect.arrayContaining([
        expect.objectContaining({ from: "2026-08-01", to: "2026-09-01" }),
        ON_WEEKENDS,
      ]),
    });
  });
});
