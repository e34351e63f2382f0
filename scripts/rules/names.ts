import type { SourceFile } from "./files.ts";

const MAX_LINES = 350;
const MAX_TEST_LINES = 600;
/** Lists of words and of rows are as long as the language or the fleet needs. */
const IS_DATA = /(lexicon|vocabulary|catalogue|questions|spellings|texts)\b/;

/** File names in kebab-case, and no file that is more than one thing. */
export function nameViolations({ path, text, isTest }: SourceFile): string[] {
  const violations: string[] = [];
  const name = path.split("/").at(-1) ?? "";
  if (!/^(\[{1,2}(\.{3})?[\w-]+\]{1,2}|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+)+$/.test(name)) {
    violations.push(`${path}: file names are kebab-case`);
  }
  const lines = text.split("\n").length;
  const most = isTest ? MAX_TEST_LINES : MAX_LINES;
  if (lines > most && !IS_DATA.test(path)) {
    violations.push(`${path}: ${lines} lines; at most ${most}`);
  }
  return violations;
}
