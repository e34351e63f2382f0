import { describe, expect, it } from "vitest";
import type { Row } from "../gold.ts";
import { matches } from "./matches.ts";
import type { AnswerColumn } from "./scales.ts";

const KB = 1024;
const MB = KB ** 2;

function compare(
  gold: Row[],
  answer: Row[],
  { orderBy = "", columns = [] as AnswerColumn[] } = {},
) {
  const names = Object.keys(gold[0] ?? { iccid: "" });
  const sql = `select ${names} from t${orderBy && ` order by ${orderBy}`}`;
  return matches({ rows: gold, columns: names, ordered: orderBy !== "", sql }, answer, columns);
}

const USAGE = [
  { iccid: "8988280666000000001", bytes: 2048 },
  { iccid: "8988280666000000002", bytes: 4096 },
  { iccid: "8988280666000000003", bytes: 8192 },
];
const column = (values: unknown[], name = "value") => values.map((value) => ({ [name]: value }));

describe("an answer with the gold's rows is right", () => {
  const shuffled = [2, 0, 1].map((at) => USAGE[at] ?? {});
  it.each<[string, Row[], Row[]]>([
    ["in another order of rows, where none was asked for", USAGE, shuffled],
    [
      "in another order of columns, under other names, with others beside them",
      USAGE,
      USAGE.map(({ iccid, bytes }) => ({ label: "x", total: bytes, sim: iccid })),
    ],
    ["with bytes in kB", USAGE, USAGE.map((row) => ({ ...row, bytes: row.bytes / KB }))],
    ["with whole bytes where the gold has MB", column([1.5], "mb"), column([1.5 * MB])],
    ["with MB shown to two digits", column([129_453_825], "bytes"), column([123.46])],
    [
      "against MB rounded in the gold",
      column([123.46, 1.5], "mb"),
      column([129_453_825, 1.5 * MB]),
    ],
    ["against a small figure rounded in the gold", column([0.12]), column([0.1234])],
    ["with a share for a percentage", column([25.5], "percent"), column([0.255])],
    ["with a percentage for a share", column([0.255], "share"), column([25.5])],
    [
      "with each of many figures rounded",
      column([1.23, 2.35, 7.89]),
      column([1.2311, 2.3459, 7.8931]),
    ],
    ["with a month as its first day", column(["2026-09"]), column(["2026-09-01"])],
    ["with a day as its midnight", column(["2026-09-01"]), column(["2026-09-01T00:00:00.000Z"])],
    [
      "with an instant in another zone",
      column([new Date("2026-09-01T10:00:00Z")]),
      column(["2026-09-01 12:00:00+02"]),
    ],
    ["with yes and no for booleans", column([true, false]), column(["no", "yes"])],
    ["with nothing for an empty text", column(["", "a"]), column([null, "a"])],
    ["with a large number as text", column(["9007199254740993"]), column(["9007199254740993"])],
    ["with tags in another order", column([["a", "b"]]), column([["b", "a"]])],
    ["with a network's mask of one address", column(["10.0.0.1"]), column(["10.0.0.1/32"])],
    [
      "with rows that only rounding tells apart",
      [
        { n: 1.23, who: "b" },
        { n: 1.23, who: "a" },
      ],
      [
        { n: 1.2311, who: "a" },
        { n: 1.2299, who: "b" },
      ],
    ],
    ["without rows, as the gold", [], []],
  ])("%s", (_, gold, answer) => {
    expect(compare(gold, answer)).toBe(true);
  });
});

describe("any other answer is wrong", () => {
  it.each<[string, Row[], Row[]]>([
    ["a row is missing", USAGE, USAGE.slice(1)],
    ["a row is too many", USAGE, [...USAGE, { iccid: "8988280666000000004", bytes: 1 }]],
    ["a row stands twice", USAGE, [...USAGE, ...USAGE.slice(0, 1)]],
    ["a row stands twice in place of another", USAGE, [...USAGE.slice(1), ...USAGE.slice(1, 2)]],
    ["rows came where there are none", [], USAGE],
    ["a column is missing", USAGE, USAGE.map(({ iccid }) => ({ iccid }))],
    ["one column stands for two", [{ a: 3, b: 3 }], [{ n: 3 }]],
    [
      "values stand with the wrong keys",
      USAGE,
      USAGE.map((row, at) => ({ ...row, bytes: USAGE[(at + 1) % 3]?.bytes })),
    ],
    ["another SIM", column(["8988280666000000001"]), column(["8988280666000000002"])],
    [
      "an id of fifteen digits differs in the last",
      column(["901405000000001"]),
      column(["901405000000002"]),
    ],
    ["a number differs in the last of many digits", column([5_000_001]), column([5_000_002])],
    ["a figure is off by a tenth", column([12.5]), column([13.75])],
    ["a small share is called another", column([0.01], "share"), column([0.013])],
    ["a probability is cut to one digit", column([0.704]), column([0.7])],
    ["ninety-nine and a half for a hundred", column([99.6], "percent"), column([100])],
    ["one row alone is in another unit", column([2 * KB, 4 * KB], "bytes"), column([2, 4 * KB])],
    ["zero for nothing", column([null]), column([0])],
    ["text with leading zeros is another text", column(["0012"]), column(["12"])],
    ["another month", column(["2026-09"]), column(["2026-10-01"])],
    ["another minute", column(["2026-09-01T10:00:00Z"]), column(["2026-09-01T10:01:00Z"])],
  ])("%s", (_, gold, answer) => {
    expect(compare(gold, answer)).toBe(false);
  });

  it.each([24, 60, 100, KB])("a count that is %i times too large", (factor) => {
    for (const name of ["n", "total", "used", "changes", "problems", "duration", "rate_plans"])
      expect(compare(column([7], name), column([7 * factor]))).toBe(false);
  });

  it("bytes in another unit than the one that is stated", () => {
    const mb = [{ name: "value", kind: "bytes", unit: "MB" }];
    expect(compare(column([3 * MB], "b"), column([3 * KB]), { columns: mb })).toBe(true);
    expect(compare(column([3 * MB], "bytes"), column([3 * KB]), { columns: mb })).toBe(false);
    expect(compare(column([3 * MB], "bytes"), column([3]), { columns: mb })).toBe(true);
  });
});

describe("where the order counts", () => {
  const ranked = [
    { who: "a", n: 5 },
    { who: "b", n: 5 },
    { who: "c", n: 1 },
  ];
  const swapped = [1, 0, 2].map((at) => ranked[at] ?? {});
  const reversed = ranked.toReversed();

  it.each(["n desc", "2 desc nulls last limit 3", "t.n DESC, who", "n desc, lower(who)"])(
    "rows that tie by %s may swap, others not",
    (orderBy) => {
      expect(compare(ranked, swapped, { orderBy })).toBe(true);
      expect(compare(ranked, reversed, { orderBy })).toBe(false);
    },
  );

  it("all may swap when all tie", () => {
    const level = ranked.map((row) => ({ ...row, n: 1 }));
    expect(compare(level, level.toReversed(), { orderBy: "n" })).toBe(true);
  });

  it("a column that happens to rise does not stand for the one that is ordered by", () => {
    const gold = [
      { id: 4, severity: "critical" },
      { id: 9, severity: "critical" },
      { id: 2, severity: "high" },
    ];
    const other = [1, 0, 2].map((at) => gold[at] ?? {});
    expect(compare(gold, other, { orderBy: "triggered_at" })).toBe(false);
    expect(compare(gold, gold, { orderBy: "triggered_at" })).toBe(true);
  });

  it("a second key counts when the first is no rank", () => {
    const gold = [
      { country: "AT", n: 9 },
      { country: "AT", n: 3 },
    ];
    expect(compare(gold, gold.toReversed(), { orderBy: "country, n desc" })).toBe(false);
  });

  it("an order inside parentheses is not the answer's", () => {
    const sql = "select who, n from (select * from t order by 1, 2 limit 3) x order by n desc";
    const gold = { rows: ranked, columns: ["who", "n"], ordered: true, sql };
    expect(matches(gold, swapped)).toBe(true);
    expect(matches(gold, reversed)).toBe(false);
  });
});
