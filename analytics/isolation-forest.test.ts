import { expect, it } from "vitest";
import { fitIsolationForest } from "./isolation-forest.ts";
import { seededRandom } from "./random.ts";

/** Two clouds of points, and last of all three that belong to neither. */
function clouds(count: number): Float64Array {
  const random = seededRandom(3);
  const near = (centre: number) => centre + random() + random() + random() - 1.5;
  const rows = Array.from({ length: count }, (_, row) => {
    const centre = row % 2 === 0 ? 0 : 8;
    return [near(centre), near(-centre), near(0)];
  });
  return Float64Array.from([...rows, [4, 4, 25], [-30, 12, 0], [20, -25, -15]].flat());
}

it("finds the rows that stand apart from all clouds, the same with the same seed", () => {
  const rows = clouds(300);
  const scores = fitIsolationForest(rows, 3, { seed: 4 }).score(rows);
  const byScore = Array.from(scores, (score, row) => ({ score, row })).sort(
    (a, b) => b.score - a.score,
  );
  expect(
    byScore
      .slice(0, 3)
      .map(({ row }) => row)
      .sort(),
  ).toEqual([300, 301, 302]);
  expect(byScore[0]?.score).toBeGreaterThan(0.6);
  expect(byScore[200]?.score).toBeLessThan(0.5);
  expect(fitIsolationForest(rows, 3, { seed: 4 }).score(rows)).toEqual(scores);
  expect(fitIsolationForest(rows, 3, { seed: 5 }).score(rows)).not.toEqual(scores);
});

it("scores a row alone as it does among others", () => {
  const rows = clouds(203);
  const forest = fitIsolationForest(rows, 3);
  const together = forest.score(rows);
  for (const row of [0, 101, 203, 205]) {
    expect(forest.score(rows.subarray(row * 3, row * 3 + 3))).toEqual(together.slice(row, row + 1));
  }
});

it("gives the paper's score where it is known: rows that no cut can part", () => {
  const rows = new Float64Array(64).fill(7);
  for (const score of fitIsolationForest(rows, 2).score(rows)) expect(score).toBeCloseTo(0.5, 9);
});

it("takes a value that is unknown for smaller than all", () => {
  const rows = clouds(500);
  const forest = fitIsolationForest(rows, 3);
  const least = Float64Array.of(Number.NEGATIVE_INFINITY, 0, 0);
  expect(forest.score(Float64Array.of(Number.NaN, 0, 0))).toEqual(forest.score(least));
  expect(() => fitIsolationForest(new Float64Array(2), 3)).toThrow(RangeError);
});
