import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SimonError } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { type ImportSummary, importFile } from "./import-file.ts";

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

const file = fc.oneof(
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
