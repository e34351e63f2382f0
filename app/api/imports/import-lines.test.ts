import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { openImport } from "#domain/imports/import-file.ts";
import { importLines } from "./import-lines.ts";

async function linesOf(file: string, announcedBytes = file.length) {
  const stopped = new AbortController();
  const opened = await openImport(testActor(), {
    kind: "auto",
    fileName: "sims.csv",
    stream: new Blob([file]).stream(),
    sizeBytes: announcedBytes,
    signal: stopped.signal,
  });
  const lines = await text(importLines(opened, stopped));
  return lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("an upload is answered line by line: progress, then the summary", async () => {
  const lines = await linesOf("ICCID\n8988228066680000001\n12\n");
  expect(lines.map(({ type }) => type)).toEqual(["progress", "done"]);
  expect(lines.at(-1)).toMatchObject({ rows: 2, loaded: 1, bad: 1, kind: "sims" });
});

test("what stops an import is its last line", async () => {
  const lines = await linesOf("ICCID\n8988228066680000001\n", 1000);
  expect(lines.at(-1)).toMatchObject({
    type: "error",
    status: 400,
    detail: expect.stringContaining("broke off"),
  });
});
