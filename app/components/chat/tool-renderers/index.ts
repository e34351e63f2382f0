import {
  DetectAnomalies,
  ForecastUsage,
  ListAnomalies,
  PoolQuotas,
  RecommendQuota,
} from "./analysis.tsx";
import { AskBack } from "./ask-back.tsx";
import { Decline } from "./decline.tsx";
import { ExportSims } from "./export-sims.tsx";
import { FleetOverview } from "./fleet-overview.tsx";
import { GenerateReport } from "./generate-report.tsx";
import { GetSim } from "./get-sim.tsx";
import { ListAuditLog } from "./list-audit-log.tsx";
import { GetChange, ListChangeItems, ListChanges } from "./list-changes.tsx";
import { ListDrift } from "./list-drift.tsx";
import { ListSims } from "./list-sims.tsx";
import { ProposeChange } from "./propose-change.tsx";
import { QueryFleet } from "./query-fleet.tsx";
import { QuotaStatus } from "./quota-status.tsx";
import { RunSql } from "./run-sql.tsx";
import { SimConnectivity } from "./sim-connectivity.tsx";
import { SyncStatus } from "./sync-status.tsx";
import type { ToolRenderers } from "./types.ts";
import { UsageHistory } from "./usage-history.tsx";

export const toolRenderers: ToolRenderers = {
  query_fleet: QueryFleet,
  run_sql: RunSql,
  list_sims: ListSims,
  get_sim: GetSim,
  usage_history: UsageHistory,
  quota_status: QuotaStatus,
  sim_connectivity: SimConnectivity,
  forecast_usage: ForecastUsage,
  detect_anomalies: DetectAnomalies,
  list_anomalies: ListAnomalies,
  recommend_quota: RecommendQuota,
  pool_quotas: PoolQuotas,
  fleet_overview: FleetOverview,
  list_changes: ListChanges,
  get_change: GetChange,
  list_change_items: ListChangeItems,
  list_audit_log: ListAuditLog,
  sync_status: SyncStatus,
  list_drift: ListDrift,
  export_sims: ExportSims,
  generate_report: GenerateReport,
  ask_back: AskBack,
  decline: Decline,
  propose_change: ProposeChange,
};
