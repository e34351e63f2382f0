import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plant } from "#evals/anomalies/plant.ts";
import { scoreOf } from "#evals/anomalies/score.ts";
import { type Anomaly, type DailySeries, detect } from "./detect.ts";

const FIRST_DAY = "2026-01-05";
const MB = 1024 ** 2;
const dayAt = (day: number) =>
  new Date(Date.parse(FIRST_DAY) + day * 86_400_000).toISOString().slice(0, 10);

/** 150 days of about 10 MB, less on two days of the week; the noise repeats itself never. */
function weeks(change: (volume: number, day: number) => number = (volume) => volume): DailySeries {
  const values = Array.from({ length: 150 }, (_, day) => {
    const chance = Math.sin(day * 12.9898) * 43758.5453;
    const wobble = 0.85 + 0.3 * (chance - Math.floor(chance));
    return Math.round(change(10 * MB * (day % 7 > 4 ? 0.6 : 1) * wobble, day));
  });
  return { firstDay: FIRST_DAY, values };
}

const within = (first: number, last: number) => (day: number) => day >= first && day <= last;
const told = ({ kind, day, lastDay }: Anomaly) => ({ kind, day, lastDay });

describe("what is found", () => {
  it("nothing in an ordinary device", () => {
    expect(detect(weeks())).toMatchObject({ isJudged: true, class: "regular", anomalies: [] });
  });

  it.each([
    ["spike", 80, 80, 6],
    ["spike", 80, 84, 2.5],
    ["spike", 80, 93, 1.8],
    ["drop", 80, 85, 0.2],
    ["silence", 80, 82, 0],
    ["silence", 120, 149, 0],
  ] as const)("a %s from day %i to %i at %f times the usual", (kind, first, last, factor) => {
    const during = within(first, last);
    const { anomalies } = detect(weeks((volume, day) => (during(day) ? volume * factor : volume)));
    expect(anomalies.map(told)).toEqual([{ kind, day: dayAt(first), lastDay: dayAt(last) }]);
    const [found] = anomalies;
    const ratio = (found?.observed ?? 0) / (found?.expected ?? 0);
    expect(ratio).toBeGreaterThanOrEqual(factor * 0.85);
    expect(ratio).toBeLessThanOrEqual(factor * 1.15);
    expect(found?.reason).toMatch(/\d MB|nothing/);
  });

  it("a device that died, as ongoing and critical", () => {
    const [found] = detect(weeks((volume, day) => (day >= 120 ? 0 : volume))).anomalies;
    expect(found).toMatchObject({ isOngoing: true, severity: "critical", days: 30 });
    expect(found?.reason).toMatch(
      /^Has sent nothing since 5 May 2026 \(30 days\), [89][.\d]* MB a day were expected and it never paused before\.$/,
    );
  });

  it("a new level once, and what follows is measured by it", () => {
    const { anomalies } = detect(
      weeks((volume, day) => volume * (day >= 70 ? 3 : 1) * (day === 120 ? 5 : 1)),
    );
    expect(anomalies.map(({ kind, day }) => [kind, day])).toEqual([
      ["pattern", dayAt(70)],
      ["spike", dayAt(120)],
    ]);
    expect(anomalies[1]?.expected).toBeGreaterThan(25 * MB);
  });

  it("growth from week to week", () => {
    const growing = weeks((volume, day) => volume * (1 + 2 * Math.max(0, (day - 110) / 40)));
    const { anomalies } = detect(growing);
    expect(anomalies.map(({ kind }) => kind)).toEqual(["pattern"]);
    expect(anomalies[0]?.reason).toContain("Has grown from week to week");
  });

  it("the loss of the week's rhythm", () => {
    const flat = (day: number) => 10 * MB * (1 + 0.05 * Math.sin(day * 78.233));
    const { anomalies } = detect(
      weeks((volume, day) => (within(84, 111)(day) ? flat(day) : volume * (day % 7 > 4 ? 0.4 : 1))),
    );
    // Its weekdays are as before, so the loss shows from the first weekend.
    expect(anomalies.map(told)).toEqual([{ kind: "pattern", day: dayAt(89), lastDay: dayAt(111) }]);
  });

  it("no silence in the pauses of a device that rests at weekends or talks every third day", () => {
    const office = weeks((volume, day) => (day % 7 > 4 ? 0 : volume));
    const meter = weeks((volume, day) => (day % 3 === 0 ? volume : 0));
    expect(detect(office).anomalies).toEqual([]);
    expect(detect(meter)).toMatchObject({ class: "intermittent", anomalies: [] });
  });

  it("a silence longer than the pauses a device has", () => {
    const late = within(80, 98);
    const { anomalies } = detect(
      weeks((volume, day) => (day % 3 === 0 && !late(day) ? volume : 0)),
    );
    expect(anomalies.map(told)).toEqual([{ kind: "silence", day: dayAt(79), lastDay: dayAt(98) }]);
    expect(anomalies[0]?.reason).toContain("its longest other pause is 2 days");
  });

  it("no anomaly in what comes every month", () => {
    expect(
      detect(weeks((volume, day) => (day % 30 === 12 ? volume * 5 : volume))).anomalies,
    ).toEqual([]);
  });
});

describe("countries, operators and devices", () => {
  const usual = weeks();
  const with_ = (what: "countries" | "operators" | "imeis", normal: string, other: string) => ({
    ...usual,
    [what]: Array.from({ length: 150 }, (_, day) => (within(90, 93)(day) ? other : normal)),
  });

  it("finds a country and an operator that are new, and the move to another device", () => {
    const abroad = detect({
      ...with_("countries", "DE", "RO"),
      ...with_("operators", "26201", "22601"),
    });
    expect(abroad.anomalies.map(({ kind, seen, severity }) => ({ kind, seen, severity }))).toEqual([
      { kind: "roaming", seen: "RO", severity: "medium" },
    ]);
    expect(detect(with_("operators", "26201", "26202")).anomalies).toMatchObject([
      { kind: "roaming", seen: "26202", severity: "low" },
    ]);
    expect(detect(with_("imeis", "350", "860")).anomalies).toMatchObject([
      { kind: "imei", seen: "860", day: dayAt(90) },
    ]);
  });

  it("calls a new device that uses far more critical", () => {
    const thief = weeks((volume, day) => (day >= 140 ? volume * 20 : volume));
    const imeis = Array.from({ length: 150 }, (_, day) => (day >= 140 ? "860" : "350"));
    const found = detect({ ...thief, imeis }).anomalies;
    expect(found.map(({ kind, severity }) => [kind, severity])).toEqual(
      expect.arrayContaining([
        ["imei", "critical"],
        ["spike", "critical"],
      ]),
    );
  });

  it("says nothing of a truck that is somewhere else every week", () => {
    const countries = Array.from({ length: 150 }, (_, day) => `C${Math.floor(day / 9)}`);
    expect(detect({ ...usual, countries }).anomalies).toEqual([]);
  });
});

describe("feedback", () => {
  const surge = (factor: number) =>
    weeks((volume, day) =>
      within(60, 62)(day) || within(120, 122)(day) ? volume * factor : volume,
    );

  it("dismisses what is like it, and nothing larger or of another kind", () => {
    const [first] = detect(surge(4)).anomalies;
    if (!first) throw new Error("There is no surge to dismiss.");
    const again = detect(surge(4), { feedback: [first] });
    expect(again.anomalies).toEqual([]);
    expect(again.dismissed).toHaveLength(2);
    expect(detect(surge(20), { feedback: [first] }).anomalies).toHaveLength(2);
    expect(detect(surge(0), { feedback: [first] }).anomalies).toHaveLength(2);
  });
});

describe("values that are no data", () => {
  it.each([
    ["no days", [], "There are no days."],
    ["one day", [5], "1 day has a value; at least 14 are needed."],
    ["nothing known", Array(90).fill(Number.NaN), "No day has a value."],
  ])("%s", (_name, values, reason) => {
    expect(detect({ firstDay: FIRST_DAY, values })).toMatchObject({ isJudged: false, reason });
  });

  it("a first day that is none", () => {
    expect(detect({ ...weeks(), firstDay: "2026-02-31" })).toMatchObject({ isJudged: false });
  });

  it("all zeros and a constant are ordinary", () => {
    const zeros = detect({ firstDay: FIRST_DAY, values: Array(120).fill(0) });
    expect(zeros).toMatchObject({ isJudged: true, class: "silent", anomalies: [] });
    expect(detect({ firstDay: FIRST_DAY, values: Array(120).fill(7) }).anomalies).toEqual([]);
  });

  it("counts negative, absurd and missing values as unknown and says so", () => {
    const odd = weeks(
      (volume, day) => [volume, -5, 1e300, Number.NaN][day > 99 ? day - 99 : 0] ?? volume,
    );
    const { anomalies, notes } = detect(odd);
    expect(anomalies).toEqual([]);
    expect(notes).toEqual([
      "1 day without a value was counted as unknown.",
      "1 day with a negative value was counted as unknown.",
      "1 day with a value that cannot be was counted as unknown.",
    ]);
  });

  it("never throws, and tells finite numbers of days that exist", () => {
    const value = fc.oneof(
      fc.double({ noNaN: false }),
      fc.integer({ min: 0, max: 1000 }),
      fc.constant(0),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 120 }), (values) => {
        const { anomalies } = detect({ firstDay: FIRST_DAY, values });
        for (const { day, lastDay, observed, expected, score } of anomalies) {
          expect(day >= FIRST_DAY && lastDay <= dayAt(values.length - 1) && day <= lastDay).toBe(
            true,
          );
          expect(Number.isFinite(observed) && Number.isFinite(expected)).toBe(true);
          expect(score >= 0 && score <= 1).toBe(true);
        }
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it("does not depend on the unit of the values", () => {
    const { values } = weeks((volume, day) => (day === 80 ? volume * 6 : volume));
    const kinds = (factor: number) =>
      detect({ firstDay: FIRST_DAY, values: Array.from(values, (v) => v * factor) }).anomalies.map(
        told,
      );
    expect(kinds(1 / 1024)).toEqual(kinds(1));
  });
});

it("finds planted incidents among many kinds of devices, and little else", () => {
  const regular = scoreOf(plant({ seed: 11, each: 12 })).byClass.get("regular");
  expect(regular?.incidents).toBeGreaterThan(30);
  expect((regular?.right ?? 0) / (regular?.alerts ?? 0)).toBeGreaterThan(0.85);
  expect((regular?.found ?? 0) / (regular?.incidents ?? 0)).toBeGreaterThan(0.85);
});
