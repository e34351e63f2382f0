import { expect, it } from "vitest";
import { plant } from "#evals/anomalies/plant.ts";
import { detect } from "./detect.ts";
import { type CohortMember, detectCohorts } from "./detect-cohorts.ts";

const FIRST_DAY = "2026-01-05";
const dayAt = (day: number) =>
  new Date(Date.parse(FIRST_DAY) + day * 86_400_000).toISOString().slice(0, 10);
const LAST_DAY = dayAt(179);

/** 88 ordinary devices of four customers on two operators, some days of which `change` touches. */
function fleet(
  change: (volume: number, day: number, customer: number, operator: number) => number,
) {
  return plant({ seed: 31, each: 8, share: 0 })
    .filter(({ class: ofClass }) => ofClass === "regular")
    .map(({ id, values }, i): CohortMember => {
      const customer = i % 4;
      const operator = Math.floor(i / 4) % 2;
      const changed = values.map((volume, day) =>
        Math.round(change(volume, day, customer, operator)),
      );
      const detection = detect({ firstDay: FIRST_DAY, values: changed }, { withDays: true });
      if (!detection.days) throw new Error("The days were not given.");
      return {
        id,
        groups: [`customer ${customer}`, `operator ${operator}`],
        anomalies: detection.anomalies,
        days: detection.days,
      };
    });
}

it("says nothing of a fleet in which nobody moves together", () => {
  const members = fleet((volume) => volume);
  expect(detectCohorts(members, LAST_DAY).events).toEqual([]);
});

it("tells an outage of a customer once, and folds its SIMs' own silences into it", () => {
  const members = fleet((volume, day, customer) =>
    customer === 2 && day >= 150 && day < 153 ? 0 : volume,
  );
  const { events, singles } = detectCohorts(members, LAST_DAY);
  expect(events).toMatchObject([
    {
      cohort: "customer 2",
      day: dayAt(150),
      lastDay: dayAt(152),
      members: 22,
      observed: 0,
      severity: "critical",
    },
  ]);
  const [event] = events;
  expect(event?.share).toBeGreaterThan(0.85);
  expect(event?.folds).toEqual(["drop", "silence", "pattern"]);
  expect(event?.reason).toMatch(
    /^\d\d of 22 SIMs of customer 2 \(\d+ %\) fell silent together from /,
  );
  const own = singles.flatMap(({ anomalies }) => anomalies);
  expect(own.filter(({ day, kind }) => kind === "silence" && day === dayAt(150))).toEqual([]);
});

it("names the operator when all its customers' SIMs move, though few would show alone", () => {
  const members = fleet((volume, day, _customer, operator) =>
    operator === 1 && day >= 160 && day < 164 ? volume * 0.7 : volume,
  );
  const { events } = detectCohorts(members, LAST_DAY);
  expect(events.map(({ cohort, day, lastDay }) => [cohort, day, lastDay])).toEqual([
    ["operator 1", dayAt(160), dayAt(163)],
  ]);
  expect(events[0]?.observed).toBeLessThan(0.85 * (events[0]?.expected ?? 0));
});

it("tells two events of different days and directions apart", () => {
  const members = fleet((volume, day, customer) =>
    customer === 0 && day === 130 ? volume * 4 : customer === 3 && day >= 178 ? 0 : volume,
  );
  const { events } = detectCohorts(members, LAST_DAY);
  expect(events.map(({ cohort, day, isOngoing }) => [cohort, day, isOngoing])).toEqual([
    ["customer 0", dayAt(130), false],
    ["customer 3", dayAt(178), true],
  ]);
});
