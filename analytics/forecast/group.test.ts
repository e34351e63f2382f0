import { expect, test } from "vitest";
import { between, normal, randomOf } from "#db/fleet/random.ts";
import { FAMILY_NAMES, seriesOf } from "#evals/forecast/families.ts";
import { Forecaster } from "./forecaster.ts";
import { Group } from "./group.ts";

const HORIZON = 30;
const DAYS = 150;
const forecaster = new Forecaster();

function groupOf(histories: readonly Float64Array[], days = DAYS): Group {
  const group = new Group(HORIZON);
  for (const history of histories) {
    forecaster.run(history, 0, days, HORIZON);
    group.add(forecaster, history, 0, days);
  }
  return group;
}

/** `count` devices with noise of their own and some that all of them share. */
function devices(seed: number, count: number, own: number, shared: number): Float64Array[] {
  const random = randomOf(seed);
  const weather = Array.from({ length: DAYS + HORIZON }, () => shared * normal(random));
  return Array.from({ length: count }, () => {
    const level = 1e6 * between(random, 0.5, 2);
    return Float64Array.from(weather, (common) =>
      Math.max(0, level * (1 + common + own * normal(random))),
    );
  });
}

test("what customers are expected to use adds up to the fleet's, day by day, also in shards", () => {
  const histories = FAMILY_NAMES.flatMap((name) =>
    [1, 2, 3].map((seed) => seriesOf(name, seed, DAYS)),
  );
  const fleet = groupOf(histories).outlook();
  const customers = [0, 1, 2].map((customer) =>
    groupOf(histories.filter((_, i) => i % 3 === customer)),
  );
  const merged = new Group(HORIZON);
  for (const customer of customers) merged.merge(customer);
  expect(merged.outlook().parts).toBe(33);
  for (let day = 0; day < HORIZON; day++) {
    const whole = fleet.days[day]?.mean ?? 0;
    const parts = customers.map((customer) => customer.outlook().days[day]?.mean ?? 0);
    expect(parts.reduce((sum, part) => sum + part, 0) / whole).toBeCloseTo(1, 10);
    expect(
      (merged.outlook().days[day]?.upper95 ?? 0) / (fleet.days[day]?.upper95 ?? 1),
    ).toBeCloseTo(1, 8);
  }
  expect(merged.outlook().total.lower80).toBeLessThan(fleet.total.mean);
});

test("parts that move together leave a fleet as unsure as they are, independent ones make it surer", () => {
  const relative = (histories: Float64Array[]) => {
    const { days } = groupOf(histories).outlook();
    return ((days[0]?.upper80 ?? 0) - (days[0]?.lower80 ?? 0)) / (days[0]?.mean ?? 1);
  };
  const independent = relative(devices(1, 100, 0.2, 0));
  const together = relative(devices(1, 100, 0.05, 0.2));
  expect(independent).toBeLessThan(0.1);
  expect(together).toBeGreaterThan(0.35);
});

test("the fleet's own intervals hold what they promise, whether or not parts move together", () => {
  for (const [own, shared] of [
    [0.25, 0],
    [0.15, 0.12],
  ] as const) {
    let inside = 0;
    let asked = 0;
    for (let seed = 0; seed < 12; seed++) {
      const histories = devices(50 + seed, 25, own, shared);
      groupOf(histories)
        .outlook()
        .days.forEach(({ lower80, upper80 }, day) => {
          const used = histories.reduce((sum, history) => sum + (history[DAYS + day] ?? 0), 0);
          if (used >= lower80 && used <= upper80) inside++;
          asked++;
        });
    }
    expect(inside / asked).toBeGreaterThan(0.72);
    expect(inside / asked).toBeLessThan(0.92);
  }
});
