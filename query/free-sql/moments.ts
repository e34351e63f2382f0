import { scanSync } from "libpg-query";
import type { Walk } from "./walk.ts";

/** The parameters that stand for the fleet's present, by number. */
const PARAMETER = { instant: "$1", day: "$2", local: "$3" } as const;

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const TIMESTAMP = 1114;
export const MOMENT_OIDS = [TIMESTAMPTZ, DATE, TIMESTAMP] as const;

/** Values of the parameters: the instant, its day, and it without a zone, all in UTC. */
export function momentValues(now: Date): [string, string, string] {
  const iso = now.toISOString();
  return [iso, iso.slice(0, 10), iso.slice(0, -1)];
}

/**
 * `now()`, `current_date` and the like as parameters, so that they mean the fleet's clock. The text keeps
 * its length: places in it stay what they were.
 */
export function withMoments(text: string, moments: Walk["moments"]): string {
  if (moments.length === 0) return text;
  const bytes = Buffer.from(text);
  const { tokens } = scanSync(text);
  for (const { kind, at } of moments) {
    const first = tokens.findIndex(({ start }) => start === at);
    const last =
      kind === "instant" && tokens[first]?.text.toLowerCase() !== "current_timestamp"
        ? tokens.findIndex(({ text }, n) => n > first && text === ")")
        : first;
    const end = tokens[last]?.end;
    if (first < 0 || end === undefined)
      throw new Error("a present moment was not found in its text");
    bytes.fill(" ", at, end);
    bytes.write(PARAMETER[kind], at);
  }
  return bytes.toString();
}
