import { askFleet } from "#agent/ask-tool.ts";
import { Invalid } from "#core/errors.ts";
import type { Tool } from "#tools/define.ts";
import { developerTools } from "#tools/developer/registry.ts";
import { allTools, type ToolName } from "#tools/registry.ts";

/** All that MCP publishes, in the order in which clients see it. */
const published: readonly Tool[] = [askFleet, ...allTools, ...developerTools];

/** What a person needs on a normal day: few enough that their definitions cost under 6,000 tokens. */
const DAILY: readonly (ToolName | "ask_fleet")[] = [
  "ask_fleet",
  "list_sims",
  "get_sim",
  "usage_history",
  "quota_status",
  "sim_connectivity",
  "forecast_usage",
  "list_anomalies",
  "recommend_quota",
  "set_sim_status",
  "top_up",
  "get_change",
];

const ANALYSIS: readonly ToolName[] = [
  "query_fleet",
  "usage_history",
  "quota_status",
  "forecast_usage",
  "detect_anomalies",
  "list_anomalies",
  "recommend_quota",
  "pool_quotas",
  "generate_report",
];
const FLEET: readonly ToolName[] = [
  "list_sims",
  "get_sim",
  "fleet_overview",
  "sim_connectivity",
  "sync_status",
  "list_drift",
  "export_sims",
  "list_audit_log",
];
const OF_CHANGES: readonly ToolName[] = ["list_changes", "get_change", "list_change_items"];

const isOneOf = (names: readonly string[]) => (tool: Tool) => names.includes(tool.name);

const isForDevelopers = (tool: Tool) => developerTools.includes(tool);

/** `all` is all that is about the fleet. */
const SETS = {
  daily: isOneOf(DAILY),
  read: (tool: Tool) => tool.effect === "read" && !isForDevelopers(tool),
  fleet: isOneOf(FLEET),
  analysis: isOneOf(ANALYSIS),
  changes: (tool: Tool) => tool.effect !== "read" || isOneOf(OF_CHANGES)(tool),
  all: (tool: Tool) => !isForDevelopers(tool),
  developer: isForDevelopers,
} satisfies Record<string, (tool: Tool) => boolean>;

export const TOOL_SETS = Object.keys(SETS);

/**
 * The tools of the named sets, comma-separated; of `daily` where none is named.
 *
 * @throws Invalid
 */
export function toolsOf(named: string | null): readonly Tool[] {
  const names = named?.split(",").map((name) => name.trim()) ?? ["daily"];
  const chosen = names.map((name) => {
    if (Object.hasOwn(SETS, name)) return SETS[name as keyof typeof SETS];
    throw new Invalid(`There is no set of tools "${name}". There are ${TOOL_SETS.join(", ")}.`);
  });
  return published.filter((tool) => chosen.some((isIn) => isIn(tool)));
}
