import { bulkActivate } from "./changes/bulk-activate.ts";
import { createSim } from "./changes/create-sim.ts";
import { importSims } from "./changes/import-sims.ts";
import { getChange, listChangeItems, listChanges } from "./changes/list-changes.ts";
import {
  acknowledgeAlerts,
  resolveAlerts,
  reviewAnomalies,
  setAlertRuleEnabled,
  setTicketPriority,
  setTicketStatus,
} from "./changes/rows.ts";
import {
  changeRatePlan,
  deleteSim,
  refreshUsage,
  resetConnectivity,
  sendSms,
  setQuota,
  setSimStatus,
  topUp,
  updateSim,
} from "./changes/sims.ts";
import { undoChange } from "./changes/undo-change.ts";
import type { Tool } from "./define.ts";
import { detectAnomalies } from "./detect-anomalies.ts";
import { exportSims } from "./export-sims.ts";
import { fleetOverview } from "./fleet-overview.ts";
import { forecastUsage } from "./forecast-usage.ts";
import { generateReport } from "./generate-report.ts";
import { getSim } from "./get-sim.ts";
import { listAnomalies } from "./list-anomalies.ts";
import { listAuditLog } from "./list-audit-log.ts";
import { listDrift } from "./list-drift.ts";
import { listSims } from "./list-sims.ts";
import { poolQuotas } from "./pool-quotas.ts";
import { queryFleet } from "./query-fleet.ts";
import { quotaStatus } from "./quota-status.ts";
import { recommendQuota } from "./recommend-quota.ts";
import { runSqlTool } from "./run-sql.ts";
import { simConnectivity } from "./sim-connectivity.ts";
import { syncStatus } from "./sync-status.ts";
import { usageHistory } from "./usage-history.ts";

/** Everything a user can ask for. A new capability is one file and one line here. */
export const tools = {
  list_sims: listSims,
  get_sim: getSim,
  query_fleet: queryFleet,
  run_sql: runSqlTool,
  usage_history: usageHistory,
  quota_status: quotaStatus,
  sim_connectivity: simConnectivity,
  forecast_usage: forecastUsage,
  detect_anomalies: detectAnomalies,
  list_anomalies: listAnomalies,
  recommend_quota: recommendQuota,
  pool_quotas: poolQuotas,
  fleet_overview: fleetOverview,
  list_audit_log: listAuditLog,
  sync_status: syncStatus,
  list_drift: listDrift,
  export_sims: exportSims,
  generate_report: generateReport,
  create_sim: createSim,
  delete_sim: deleteSim,
  set_sim_status: setSimStatus,
  bulk_activate: bulkActivate,
  update_sim: updateSim,
  change_rate_plan: changeRatePlan,
  set_quota: setQuota,
  top_up: topUp,
  send_sms: sendSms,
  reset_connectivity: resetConnectivity,
  refresh_usage: refreshUsage,
  acknowledge_alerts: acknowledgeAlerts,
  resolve_alerts: resolveAlerts,
  set_ticket_status: setTicketStatus,
  set_ticket_priority: setTicketPriority,
  set_alert_rule_enabled: setAlertRuleEnabled,
  review_anomalies: reviewAnomalies,
  import_sims: importSims,
  undo_change: undoChange,
  list_changes: listChanges,
  get_change: getChange,
  list_change_items: listChangeItems,
} as const;

export type ToolName = keyof typeof tools;

/** Those that only read. */
export type ReadToolName = {
  [Name in ToolName]: (typeof tools)[Name] extends { effect: "read" } ? Name : never;
}[ToolName];

/** The registry with its schemas' types forgotten, for doors that treat all tools alike. */
export const allTools: readonly Tool[] = Object.values(tools);
