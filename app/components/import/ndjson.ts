import type { ImportLine, LastLine } from "#app/api/imports/import-lines.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";

/** The whole lines of an answer as it comes in pieces. */
export class Lines {
  #rest = "";

  push(piece: string): ImportLine[] {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop() ?? "";
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as ImportLine); // our own server's
  }
}

/** Tells of the progress in lines. @returns the last line, once it is there. @throws Error what stopped it. */
export function follow(
  lines: readonly ImportLine[],
  onProgress: (progress: ImportProgress) => void,
): LastLine | null {
  let last: LastLine | null = null;
  for (const line of lines) {
    if (line.type === "error") throw new Error(line.detail);
    if (line.type === "progress") onProgress(line);
    else last = line;
  }
  return last;
}
