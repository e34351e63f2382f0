import { readFile } from "node:fs/promises";
import { z } from "zod";
import { Invalid } from "#core/errors.ts";

/** One question with its gold, as a line of a question file. */
export const Case = z.object({
  id: z.string(),
  question: z.string(),
  context: z.array(z.string()).default([]),
  expect: z.enum(["answer", "clarify", "refuse", "action"]),
  sql: z.string().nullish(),
  alt_sql: z.array(z.string()).nullish(),
  ordered: z.boolean().nullish(),
  columns: z.array(z.string()).nullish(),
  bind: z.record(z.string(), z.string()).nullish(),
  tool: z.string().nullish(),
  targets_sql: z.string().nullish(),
  arguments: z.record(z.string(), z.unknown()).nullish(),
  tags: z.array(z.string()).default([]),
  note: z.string().nullish(),
});
export type Case = z.infer<typeof Case>;

/** @throws Invalid naming the file, or the line that is not a case. */
export async function readCases(file: string): Promise<Case[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new Invalid(`There is no question file ${file}. Name one with --questions.`, {
      cause: error,
    });
  }
  return text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => parseCase(line, `${file}:${number}`));
}

function parseCase(line: string, place: string): Case {
  try {
    return Case.parse(JSON.parse(line));
  } catch (error) {
    throw new Invalid(`${place} is not a question with its gold.`, { cause: error });
  }
}
