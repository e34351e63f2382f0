import type { SourceFile } from "./files.ts";

/** What each room may import. Imports point down only. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  analytics: [],
  db: ["core"],
  query: ["db", "core"],
  connectors: ["db", "core"],
  domain: ["query", "connectors", "analytics", "db", "core"],
  tools: ["domain", "query", "core"],
  jobs: ["domain", "query", "connectors", "analytics", "db", "core"],
  agent: ["tools", "domain", "query", "core"],
  "mcp-server": ["agent", "tools", "domain", "query", "core"],
  slack: ["agent", "tools", "domain", "query", "core"],
  app: ["agent", "tools", "jobs", "domain", "query", "core"],
  server: [
    "app",
    "slack",
    "mcp-server",
    "agent",
    "tools",
    "jobs",
    "domain",
    "connectors",
    "db",
    "core",
  ],
};

const IMPORT = /(?:from|import\()\s*"(#([\w-]+)\/[^"]+|\.\.?\/[^"]+)"/g;

/** Imports that climb up, and rooms reached by relative paths. */
export function layerViolations({ path, room, text, isTest }: SourceFile): string[] {
  const allowed = MAY_IMPORT[room];
  if (!allowed || isTest || path.endsWith(".cli.ts")) return [];
  const violations: string[] = [];
  for (const [, specifier = "", target] of text.matchAll(IMPORT)) {
    if (target && target !== room && !allowed.includes(target)) {
      violations.push(`${path}: ${room}/ must not import ${target}/ (${specifier})`);
    }
    if (!target && climbsOut(path, specifier)) {
      violations.push(`${path}: write "#room/…" instead of ${specifier}`);
    }
  }
  return violations;
}

function climbsOut(path: string, specifier: string): boolean {
  const depth = path.split("/").length - 1;
  const climbs = specifier.split("/").filter((part) => part === "..").length;
  return climbs >= depth;
}
