import { createSim } from "./create-sim.ts";
import type { Tool } from "./define.ts";
import { deleteSim } from "./delete-sim.ts";
import { fleetOverview } from "./fleet-overview.ts";
import { getSim } from "./get-sim.ts";
import { listSims } from "./list-sims.ts";
import { queryFleet } from "./query-fleet.ts";
import { quotaStatus } from "./quota-status.ts";
import { runSqlTool } from "./run-sql.ts";
import { usageHistory } from "./usage-history.ts";

/** Everything a user can ask for. A new capability is one file and one line here. */
export const tools = {
  list_sims: listSims,
  get_sim: getSim,
  query_fleet: queryFleet,
  run_sql: runSqlTool,
  usage_history: usageHistory,
  quota_status: quotaStatus,
  fleet_overview: fleetOverview,
  create_sim: createSim,
  delete_sim: deleteSim,
} as const;

export type ToolName = keyof typeof tools;

/** The registry with its schemas' types forgotten, for doors that treat all tools alike. */
export const allTools: readonly Tool[] = Object.values(tools);
