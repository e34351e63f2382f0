import { readFile } from "node:fs/promises";
import { z } from "zod";

const Expected = z.object({
  tool: z.string(),
  /** What must stand in the input; more may. */
  input: z.record(z.string(), z.unknown()).default({}),
  /** Words that must stand somewhere in the input, as members and values of a query do. */
  mentions: z.array(z.string()).default([]),
  /** Other tools that answer it as well. */
  or: z.array(z.string()).default([]),
});

const Request = z.object({ id: z.string(), request: z.string(), expect: Expected });
export type Request = z.infer<typeof Request>;

export interface Chosen {
  readonly tool: string;
  readonly input: unknown;
}

/** Requests of a file, a line each, with the names of this fleet in them. */
export async function readRequests(
  file: string,
  names: Readonly<Record<string, string>>,
): Promise<Request[]> {
  const text = (await readFile(file, "utf8")).replace(
    /\{\{(\w+)\}\}/g,
    (whole, name) => names[name] ?? whole,
  );
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => Request.parse(JSON.parse(line)));
}

/** Why the choice is not the expected one; null where it is. */
export function missOf(
  { tool, input, mentions, or }: Request["expect"],
  chosen: Chosen | null,
): string | null {
  if (chosen === null) return "no tool was chosen";
  if (or.includes(chosen.tool)) return null;
  if (chosen.tool !== tool) return `${chosen.tool} instead of ${tool}`;
  if (!includes(chosen.input, input)) return `input ${JSON.stringify(chosen.input)}`;
  const said = JSON.stringify(chosen.input).toLowerCase();
  const missing = mentions.find((word) => !said.includes(word.toLowerCase()));
  return missing === undefined ? null : `no ${missing} in ${JSON.stringify(chosen.input)}`;
}

function includes(whole: unknown, part: unknown): boolean {
  if (typeof part !== "object" || part === null) return whole === part;
  if (typeof whole !== "object" || whole === null) return false;
  const fields = whole as Readonly<Record<string, unknown>>;
  return Object.entries(part).every(([name, value]) => includes(fields[name], value));
}
