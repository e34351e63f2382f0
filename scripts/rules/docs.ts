import { existsSync, readFileSync } from "node:fs";
import { listFiles } from "./files.ts";

const NAMED = /`((?:[\w.-]+\/)+[\w.[\]-]*|[\w-]+\.(?:ts|tsx|mjs|md|sql|json))`/g;

/** Paths that our documents name and that do not exist. */
export function docViolations(): string[] {
  const files = new Set(listFiles());
  return [...files]
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(NAMED)]
        .map((match) => match[1] ?? "")
        .filter(
          (named) =>
            !named.startsWith(".simon") && !named.includes("node_modules") && !existsSync(named),
        )
        .map((named) => `${path}: names ${named}, which does not exist`),
    );
}
