import type { ToolName } from "#tools/registry.ts";

export interface Facts {
  readonly iccid: string;
  readonly inactive: string;
  readonly customer: string;
  readonly openAlert: string;
  readonly ticket: string;
  readonly rule: string;
  readonly anomaly: string;
  readonly changeId: string;
}

type Input = Readonly<Record<string, unknown>>;

/** For each tool an input that a demo fleet answers, and one that asks for as much as can be. */
export function toolInputs(
  facts: Facts,
): Record<ToolName | "ask_fleet", readonly [normal: Input, big?: Input]> {
  const { iccid, inactive, customer, changeId } = facts;
  const sim = { iccid };
  const iccids = [iccid];
  const all = { query: { from: "sims", columns: ["sims.iccid"] } };
  return {
    ask_fleet: [{ query: "how many SIMs are active?" }, { query: "list all SIMs" }],
    list_sims: [{ limit: 2 }, { limit: 200 }],
    get_sim: [sim],
    query_fleet: [
      { query: { from: "sims", groupBy: [{ member: "sims.status" }] } },
      {
        query: {
          from: "sims",
          columns: ["sims.iccid", "sims.label", "sims.customer"],
          limit: 1000,
        },
      },
    ],
    run_sql: [
      { sql: "select count(*) as n from sims" },
      { sql: "select * from sim_usage_daily", limit: 1000 },
    ],
    usage_history: [sim, { ...sim, start_date: "2024-09-01" }],
    quota_status: [sim],
    sim_connectivity: [sim],
    forecast_usage: [sim, { group: "fleet", days: 90 }],
    detect_anomalies: [sim],
    list_anomalies: [{}, { limit: 200 }],
    recommend_quota: [sim],
    pool_quotas: [{ customer }],
    fleet_overview: [{}],
    list_audit_log: [{}, { limit: 200 }],
    sync_status: [{}],
    list_drift: [{}, { limit: 200 }],
    export_sims: [{}],
    generate_report: [
      {},
      { grain: "day", group_by: "tag", start_date: "2026-01-01", end_date: "2026-10-20" },
    ],
    create_sim: [{ iccid: "8988280666000009994", label: "new" }],
    delete_sim: [{ iccids }],
    set_sim_status: [
      { iccids, status: "suspended" },
      { ...all, status: "inactive" },
    ],
    bulk_activate: [{ iccids: [inactive] }],
    update_sim: [{ iccids, label: "renamed" }],
    change_rate_plan: [
      { iccids, rate_plan: "Flex 1000" },
      { ...all, rate_plan: "Flex 1000" },
    ],
    set_quota: [{ iccids, type: "data", total: 1_234_567 }],
    top_up: [{ iccids, type: "data", bytes: 1_000_000 }],
    send_sms: [
      { iccids, body: "REPORT" },
      { ...all, body: "龘".repeat(1_600) },
    ],
    reset_connectivity: [{ iccids }],
    refresh_usage: [{ iccids }],
    acknowledge_alerts: [{ ids: [facts.openAlert] }],
    resolve_alerts: [{ ids: [facts.openAlert] }],
    set_ticket_status: [{ ids: [facts.ticket], status: "pending" }],
    set_ticket_priority: [{ ids: [facts.ticket], priority: "high" }],
    set_alert_rule_enabled: [{ ids: [facts.rule], enabled: false }],
    review_anomalies: [{ ids: [facts.anomaly], review: "confirm" }],
    import_sims: [{ csv: "iccid\n8988280666000009986\n" }],
    undo_change: [{ change_id: changeId }],
    list_changes: [{}, { limit: 200 }],
    get_change: [{ change_id: changeId }],
    list_change_items: [{ change_id: changeId }, { change_id: changeId, limit: 200 }],
  };
}
