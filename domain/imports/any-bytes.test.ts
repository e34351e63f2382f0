import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SimonError } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { importFile } from "./import-file.ts";
import type { ImportSummary } from "./load-opened.ts";
import { textRow, workbook } from "./testing/workbook.ts";

const ICCID = "8988228066680000001";

const table = fc
  .array(
    fc.array(
      fc.oneof(
        fc.constantFrom(
          ICCID,
          `${ICCID}9`,
          "Enabled",
          "2026-10-01",
          "1,5 MB",
          "=1+1",
          '"',
          '""',
          "\r\n",
          "\t",
        ),
        fc.string({ unit: "binary", maxLength: 12 }),
      ),
      { maxLength: 5 },
    ),
    { maxLength: 8 },
  )
  .map((rows) => rows.map((cells) => cells.join(",")).join("\n"));

const GOOD_WORKBOOK = workbook({
  rows: `${textRow(1, "ICCID", "Label")}${textRow(2, ICCID, "Pump")}<row r="3"><c t="s"><v>0</v></c></row>`,
  strings: [`<t>${ICCID}9</t>`],
});
const damagedWorkbook = fc
  .array(fc.tuple(fc.nat(GOOD_WORKBOOK.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  .map((changes) => {
    const bytes = Buffer.from(GOOD_WORKBOOK);
    for (const [at, byte] of changes) bytes[at] = byte;
    return bytes;
  });
const oddWorkbook = fc
  .array(
    fc.constantFrom(
      "<row>",
      '<row r="5">',
      "</row>",
      "<c>",
      '<c r="ZZ1" t="s">',
      "<v>",
      "1e400",
      "</v>",
      "</c>",
      "<!--",
      "]]>",
      "&#x110000;",
      "\uFFFF",
    ),
    { maxLength: 12 },
  )
  .map((pieces) => workbook({ rows: textRow(1, "ICCID") + pieces.join("") }));

const file = fc.oneof(
  damagedWorkbook,
  oddWorkbook,
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  table.map((rows) => Buffer.from(`ICCID,Status,Label,Tags,Activation date\n${rows}`)),
  table.map((rows) => Buffer.from(`ICCID,Date,Volume,Direction,Operator\n${rows}`)),
  fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
  fc.json().map((text) => Buffer.from(`[{"iccid":"${ICCID}","stats":${text}}, ${text}]`)),
  table.map((rows) => Buffer.from(`\uFEFFICCID;Label\n${rows}`, "utf16le")),
);

test("any bytes at all are loaded, or refused with a sentence of ours, row by row or whole", async () => {
  const actor = testActor();
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 1, max: 50 }), async (bytes, chunk) => {
      const summary = await importFile(actor, {
        kind: "auto",
        fileName: "any",
        stream: Readable.from(pieces(bytes, chunk)),
      }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(SimonError);
        expect(error).toMatchObject({ code: "invalid" });
        return null;
      });
      if (summary) expectConsistent(summary);
    }),
    { numRuns: 300 },
  );
}, 60_000);

function expectConsistent(summary: ImportSummary): void {
  expect(summary.rows).toBe(summary.loaded + summary.unchanged + summary.bad);
  expect(summary.firstProblems.length).toBe(Math.min(10, summary.bad));
  for (const { line, reason } of summary.firstProblems) {
    expect(line).toBeGreaterThan(0);
    expect(reason).not.toBe("");
  }
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
