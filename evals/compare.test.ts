import { describe, expect, it } from "vitest";
import { matches } from "./compare.ts";

const gold = (rows: Record<string, unknown>[], ordered = false) => ({
  rows,
  columns: Object.keys(rows[0] ?? {}),
  ordered,
});
const usage = [
  { iccid: "1", bytes: 2048 },
  { iccid: "2", bytes: 4096 },
];

describe("comparing an answer with the gold", () => {
  it("finds columns by their values, whatever their names, with others beside them", () => {
    const answer = usage.map(({ iccid, bytes }) => ({
      label: "x",
      sim: iccid,
      total_volume: bytes,
    }));
    expect(matches(gold(usage), answer)).toBe(true);
  });

  it.each([
    ["a row is missing", usage.slice(1)],
    ["a row is too many", [...usage, { iccid: "3", bytes: 1 }]],
    [
      "values stand with the wrong keys",
      [
        { iccid: "1", bytes: 4096 },
        { iccid: "2", bytes: 2048 },
      ],
    ],
    ["a number is off by a tenth", usage.map((row) => ({ ...row, bytes: row.bytes * 1.1 }))],
    ["a column is missing", usage.map(({ iccid }) => ({ iccid }))],
  ])("does not match when %s", (_, answer) => {
    expect(matches(gold(usage), answer)).toBe(false);
  });

  it("takes bytes in another unit and a share for a percentage, but never another count", () => {
    expect(
      matches(
        gold(usage),
        usage.map((row) => ({ ...row, bytes: row.bytes / 1024 })),
      ),
    ).toBe(true);
    expect(matches(gold([{ percent: 25 }]), [{ p: 0.25 }])).toBe(true);
    for (const factor of [24, 60, 100, 1024]) {
      expect(matches(gold([{ sims: 7 }]), [{ n: 7 * factor }])).toBe(false);
    }
  });

  it("looks at the order only where it counts, and lets ties swap", () => {
    const reversed = [...usage].reverse();
    expect(matches(gold(usage), reversed)).toBe(true);
    expect(matches(gold(usage, true), reversed)).toBe(false);
    const tied = [
      { iccid: "1", n: 5 },
      { iccid: "2", n: 5 },
      { iccid: "3", n: 1 },
    ];
    expect(matches(gold(tied, true), [tied[1] ?? {}, tied[0] ?? {}, tied[2] ?? {}])).toBe(true);
  });

  it("matches nothing with something", () => {
    expect(matches({ rows: [], columns: ["iccid"], ordered: false }, usage)).toBe(false);
  });
});
