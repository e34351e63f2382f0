import { expect, it } from "vitest";
import { Case } from "../cases.ts";
import type { Run } from "../verdicts.ts";
import { pageOf } from "./page.ts";
import { jsonOf, type Report } from "./report.ts";
import { resultsOf } from "./results.ts";
import { tableOf } from "./table.ts";

const EVIL = `<script>alert("&")</script>`;
const asked = Case.parse({
  id: "x1",
  question: `${EVIL} usage?`,
  context: ["before"],
  expect: "answer",
  sql: "select n from gold",
  columns: ["n"],
  tags: ["count"],
});
const run: Run = {
  case: asked,
  verdict: "wrong",
  why: "1 rows were right, 2 came",
  gold: [{ n: 41 }],
  seed: 11,
  reply: {
    outcome: "answer",
    rows: [{ m: 42 }, { m: EVIL }],
    count: 2,
    columns: [],
    interpretation: "Read like this",
    text: "",
    sql: "select m from got",
    ms: 20,
    tokens: { input: 1_000_000, output: 2_000_000 },
  },
};
const report: Report = {
  results: [
    {
      file: "mine",
      case: asked,
      verdict: "wrong",
      runs: [{ ...run, seed: 7, verdict: "right" }, run],
    },
  ],
  unasked: ["x9"],
  model: "planner",
  seeds: [7, 11],
  command: "npm run eval",
  price: { input: 2, output: 10 },
};

it("the page shows a miss with both sides, and needs nothing from elsewhere", async () => {
  const page = await pageOf(report);
  for (const shown of [
    "before",
    "select n from gold",
    "41",
    "Read like this",
    "select m from got",
    "42",
  ])
    expect(page).toContain(shown);
  expect(page).toContain("seed 11: wrong");
  expect(page).not.toMatch(/https?:|src=|<link|@import|url\(/);
});

it("the page runs no text of questions or data", async () => {
  const page = await pageOf(report);
  expect(page).not.toContain(EVIL);
  expect(page.match(/<script/g)).toHaveLength(1);
});

it("the table, the JSON and the kept results say the same figures", () => {
  const table = tableOf(report, false);
  expect(table).toContain("seed 11: 1 rows were right, 2 came");
  expect(table).toMatch(/^all .*wrong 1\/1 = 100\.0 %/m);
  expect(table).toContain("2000000 tokens read and 4000000 written for $44.00");
  expect(table).toContain("No fleet has data for: x9.");
  expect(JSON.parse(jsonOf(report))).toMatchObject({
    summary: { cases: 1, wrong: 1, right: 0, by_tag: { count: { cases: 1 } }, unasked: ["x9"] },
    cases: [
      {
        id: "x1",
        runs: [
          { seed: 7, verdict: "right" },
          { seed: 11, verdict: "wrong" },
        ],
      },
    ],
  });
  expect(resultsOf(report, "2026-11-25")).toMatch(/\| mine +\| 1 +\| 0 = 0\.0 % .* 1 = 100\.0 %/);
});

it("of a set kept aside only figures leave", async () => {
  const aside = { ...report, results: report.results.map((one) => ({ ...one, file: "aside-x" })) };
  const all = [
    await pageOf(aside),
    jsonOf(aside),
    tableOf(aside, true),
    resultsOf(aside, ""),
  ].join();
  expect(all).toContain("aside-x");
  expect(all).not.toMatch(/usage\?|from gold|from got|Read like this/);
});
