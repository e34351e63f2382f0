// Cells that strangers wrote, in and out again: a text is kept as it is, and is no formula in what we write.
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "#agent/testing/hostile-texts.ts";
import { csvOf } from "#app/lib/answer-csv.ts";
import { csvStream, csvText } from "#core/csv.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { resultsCsv } from "#domain/changes/results-csv.ts";
import { ask } from "#domain/changes/testing.ts";
import { badRowsOf } from "./bad-rows.ts";
import { importFile } from "./import-file.ts";
import type { ImportSummary } from "./load-opened.ts";

const FORMULAS = [
  ...["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1+1", "＠SUM(1)"],
  ...["=cmd|'/C calc'!A0", "x;=1+1", "x\t=1+1", "x; @SUM(1)", '"=1+1', "'=1+1", '="a"&"b"'],
  ...['=HYPERLINK("https://collect.example/","x")', "+49 170 0000000", "-", "--1", "=", "@"],
  ...["%0A=1+1", "1;2;=3", 'a","=1+1', "a\n=1+1"],
];
const TEXTS = [
  ...new Set([
    ...Object.values(HOSTILE_TEXTS)
      .flat()
      .map(([, , text]) => text),
    ...FORMULAS,
  ]),
];
const COLUMNS = ["iccid", "label", "customer", "rate_plan"];
const owner = testActor();
const iccidOf = (index: number) => `8988280888${String(index).padStart(9, "0")}`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

let summary: ImportSummary;
let sims: Record<string, string | null>[];

beforeAll(async () => {
  const lines = TEXTS.map((text, n) => [iccidOf(n), text, text, text].map(quoted).join(","));
  summary = await importFile(owner, {
    kind: "sims",
    fileName: "=cmd.csv",
    stream: new Blob([[COLUMNS.join(","), ...lines].join("\n")]).stream(),
  });
  sims = await asActor(
    owner,
    (sql) => sql<Record<string, string | null>[]>`
      select iccid, label, customer, rate_plan from store.sims order by iccid`,
  );
});

/** What a spreadsheet would calculate, also one that splits at semicolons or tabs. */
function formulasIn(csv: string): string[] {
  const rows = parse(csv, { relax_column_count: true }) as string[][];
  return rows.flat().filter((cell) => {
    if (/^[+-]?\d+(\.\d+)?$/.test(cell)) return false;
    const parts = cell.split(/[;\t\r\n]/).map((part) => part.trimStart());
    return (
      "=+-@\t\r\n＝＋－＠".includes(cell[0] ?? "x") ||
      parts.some((part) => "=+-@".includes(part[0] ?? "x"))
    );
  });
}

async function wholeOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}

describe("a file of hostile cells", () => {
  it("is loaded as text; a cell with characters that are no text is a bad row", () => {
    const isText = (text: string) => !/\p{Cc}/u.test(text.replace(/\s/g, ""));
    /** An apostrophe before a formula is the one that an export of ours put there. */
    const keptOf = (text: string) =>
      text === "-"
        ? null
        : text
            .replace(/\s+/g, " ")
            .trim()
            .replace(/^'(?=[=+\-@])/, "");
    expect(summary.bad).toBe(TEXTS.filter((text) => !isText(text)).length);
    const stored = new Map(sims.map((sim) => [sim.iccid, sim]));
    for (const [index, text] of TEXTS.entries()) {
      if (!isText(text)) continue;
      const kept = keptOf(text);
      const sim = { iccid: iccidOf(index), label: kept, customer: kept, rate_plan: kept };
      expect(stored.get(iccidOf(index))).toEqual(sim);
    }
  });

  it("comes out again without a formula, and with every text", async () => {
    const rows = sims.map((sim) => COLUMNS.map((name) => sim[name]));
    const columns = COLUMNS.map((name) => ({
      ...{ name, label: name, kind: "text" as const, isMeasure: false },
    }));
    const files = [
      csvText(COLUMNS, rows),
      await wholeOf(csvStream(COLUMNS, rows)),
      csvOf(columns, sims),
    ];
    for (const csv of files) {
      expect(formulasIn(csv)).toEqual([]);
      const labels = (parse(csv) as string[][])
        .slice(1)
        .map(([, label]) => label?.replaceAll("'", ""));
      expect(labels).toEqual(sims.map(({ label }) => (label ?? "").replaceAll("'", "")));
    }
  });

  it("has its bad rows and the rows of a change written safely too", async () => {
    const { columns, rows } = await badRowsOf(owner, summary.importId);
    const bad = await wholeOf(csvStream(columns, rows));
    expect(parse(bad)).toHaveLength(summary.bad + 1);
    expect(formulasIn(bad)).toEqual([]);
    const targets = sims.map(({ iccid }) => String(iccid));
    const { approval } = await ask(owner, "update_sim", { customer: "=1+1" }, { targets });
    const csv = await wholeOf(await resultsCsv(owner, approval.id));
    expect((parse(csv) as string[][]).length).toBe(sims.length + 1);
    expect(csv).toContain("HYPERLINK");
    expect(formulasIn(csv)).toEqual([]);
  });

  it("would be found with one", () => {
    for (const text of ["=1+1", "x;=1+1", "x\t @SUM(1)", "－1+1"]) {
      expect(formulasIn(quoted(text))).toHaveLength(1);
    }
  });
});
