import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly isTest: boolean;
}

/** Every file that git tracks or would track, as it is in the working tree. */
export function listFiles(): string[] {
  const out = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  return out.split("\n").filter((path) => path !== "" && existsSync(path));
}

export function readSources(): SourceFile[] {
  return listFiles()
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => ({
      path,
      room: path.split("/")[0] ?? "",
      text: readFileSync(path, "utf8"),
      isTest: /\.(test|spec)\.tsx?$/.test(path) || /(^|\/)testing(\.ts$|\/)/.test(path),
    }));
}
