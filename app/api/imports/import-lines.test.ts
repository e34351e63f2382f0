import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { discardStaged } from "#domain/imports/discard-staged.ts";
import type { RunOptions } from "#domain/imports/read-through.ts";
import { stageImport } from "#domain/imports/stage-import.ts";
import { importLines } from "./import-lines.ts";

async function linesOf(file: string, { isDiscarded = false } = {}) {
  const actor = testActor();
  const stopped = new AbortController();
  const staged = await stageImport(actor, {
    kind: "auto",
    fileName: "sims.csv",
    stream: new Blob([file]).stream(),
  });
  if (isDiscarded) await discardStaged(actor, staged.importId);
  const work = async (onProgress: RunOptions["onProgress"]) => {
    const preview = await staged.check({ signal: stopped.signal, onProgress });
    return { type: "checked", ...preview } as const;
  };
  const lines = await text(importLines(work, stopped));
  return lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("a check is told line by line: progress, then what loading would do", async () => {
  const lines = await linesOf("ICCID\n8988228066680000001\n12\n");
  expect(lines.map(({ type }) => type)).toEqual(["progress", "checked"]);
  expect(lines.at(-1)).toMatchObject({ rows: 2, added: 1, bad: 1, kind: "sims" });
});

test("what stops a check is its last line", async () => {
  const lines = await linesOf("ICCID\n8988228066680000001\n", { isDiscarded: true });
  expect(lines.at(-1)).toMatchObject({
    type: "error",
    status: 409,
    detail: expect.stringContaining("was discarded"),
  });
});
