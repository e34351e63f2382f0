import type { SourceFile } from "./files.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly allowed: (file: SourceFile) => boolean;
  readonly says: string;
}

const inRooms =
  (...rooms: string[]) =>
  (file: SourceFile) =>
    rooms.includes(file.room);
const OUTSIDE_PRODUCT = ["scripts", "bench", "evals", "e2e"];

const RULES: readonly Rule[] = [
  {
    pattern: /process\.env\b/,
    allowed: (file) =>
      file.path === "core/config.ts" ||
      file.path === "db/embedded/start.ts" ||
      /config\.ts$/.test(file.path) ||
      inRooms(...OUTSIDE_PRODUCT)(file),
    says: "only core/config.ts reads the environment",
  },
  {
    pattern: /\bsql`|\.sql`|\btx`/,
    allowed: inRooms("domain", "query", "db", ...OUTSIDE_PRODUCT),
    says: "SQL lives in domain/, query/ and db/",
  },
  {
    pattern: /\bnow\(\)|current_timestamp|current_date/i,
    allowed: (file) => inRooms("db", "app", ...OUTSIDE_PRODUCT)(file) || !/sql`/.test(file.text),
    says: "no SQL now() above db/: pass fleetNow() or wallNow()",
  },
  {
    pattern: /new Date\(\)|Date\.now\(\)/,
    allowed: (file) =>
      file.path === "core/clock.ts" ||
      file.path.startsWith("db/embedded/") ||
      file.path.endsWith(".tsx") ||
      inRooms("app", ...OUTSIDE_PRODUCT)(file),
    says: "the time comes from core/clock.ts",
  },
  {
    pattern: /globalThis as|globalThis\./,
    allowed: (file) => file.path === "core/process-state.ts",
    says: "process-wide state hangs on core/process-state.ts",
  },
  {
    pattern: /request\.(json|text|formData|arrayBuffer|blob|bytes)\(/,
    allowed: (file) => file.room !== "app",
    says: "a body is read by app/api/body.ts or app/api/read-text.ts, which stop where it is too large",
  },
  {
    pattern: /dangerouslySetInnerHTML|localStorage/,
    allowed: () => false,
    says: "no raw HTML and nothing in localStorage",
  },
];

export function contentViolations(file: SourceFile): string[] {
  if (file.isTest || file.path.startsWith("scripts/")) return [];
  const code = file.text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, "");
  return RULES.filter((rule) => rule.pattern.test(code) && !rule.allowed(file)).map(
    (rule) => `${file.path}: ${rule.says}`,
  );
}
