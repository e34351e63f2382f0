/** One row for every table of `store`, in an order that foreign keys allow; `$1` is the organisation. */
const ICCID = "8944500000000000001";
const WHEN = "2026-10-01T12:00:00Z";
const NO_HASH = `\\x${"00".repeat(32)}`;

export const SPECIMENS: Readonly<Record<string, string>> = {
  rate_plans: `(organization_id, name, monthly_price, currency) values ($1, 'SECRET', 1, 'EUR')`,
  sims: `(organization_id, iccid, label, status, customer) values ($1, '${ICCID}', 'SECRET', 'active', 'SECRET')`,
  sim_usage: `(organization_id, iccid, "timestamp", volume, direction, operator, record_id)
    values ($1, '${ICCID}', '${WHEN}', 7, 'upload', 'SECRET', 'SECRET')`,
  sim_usage_daily: `(organization_id, iccid, day, total_volume, upload_volume, download_volume, event_count)
    values ($1, '${ICCID}', '2026-10-01', 7, 7, 0, 1)`,
  sim_quota: `(organization_id, iccid, type, total, used, remaining) values ($1, '${ICCID}', 'data', 9, 7, 2)`,
  sms_messages: `(organization_id, iccid, direction, status, body, sent_at)
    values ($1, '${ICCID}', 'mt', 'pending', 'SECRET', '${WHEN}')`,
  connection_events: `(organization_id, iccid, occurred_at, type, cause)
    values ($1, '${ICCID}', '${WHEN}', 'attach', 'SECRET')`,
  alert_rules: `(organization_id, name, condition, severity) values ($1, 'SECRET', '{}', 'low')`,
  alerts: `(organization_id, severity, message, triggered_at) values ($1, 'low', 'SECRET', '${WHEN}')`,
  support_tickets: `(organization_id, subject) values ($1, 'SECRET')`,
  forecasts: `(organization_id, iccid, day, predicted, lower_80, upper_80, lower_95, upper_95, model, computed_at)
    values ($1, '${ICCID}', '2026-10-02', 5, 4, 6, 3, 7, 'SECRET', '${WHEN}')`,
  quota_outlook: `(organization_id, iccid, type, computed_at) values ($1, '${ICCID}', 'data', '${WHEN}')`,
  anomalies: `(organization_id, iccid, day, kind, score, severity, reason, detected_at)
    values ($1, '${ICCID}', '2026-10-01', 'spike', 3, 'high', 'SECRET', '${WHEN}')`,
  churn_risk: `(organization_id, iccid, probability, risk_level, computed_at)
    values ($1, '${ICCID}', 0.9, 'high', '${WHEN}')`,
  quota_recommendations: `(organization_id, iccid, type, confidence, reason, computed_at)
    values ($1, '${ICCID}', 'maintain', 0.5, 'SECRET', '${WHEN}')`,
  analysis_runs: `(organization_id, id, as_of, sims, calibration, windows, started_at)
    values ($1, 'analysis', '2026-10-01', 1, '{"note":"SECRET"}', 'SECRET', '${WHEN}')`,
  analysis_shards: `(organization_id, run_id, position, first_iccid, last_iccid, sims, problems)
    values ($1, 'analysis', 1, '${ICCID}', '${ICCID}', 1, '["SECRET"]')`,
  group_forecasts: `(organization_id, kind, name, as_of, sims, state, computed_at)
    values ($1, 'customer', 'SECRET', '2026-10-01', 1, 'SECRET', '${WHEN}')`,
  audit_heads: `(organization_id, sequence, hash) values ($1, 0, '${NO_HASH}')`,
  audit_logs: `(organization_id, sequence, previous_hash, hash, actor, channel, action, resource_type)
    values ($1, 1, '${NO_HASH}', '${NO_HASH}', 'SECRET', 'web', 'sim.suspend', 'sim')`,
  threads: `(organization_id, user_id, id, title) values ($1, 'victim', 'thread', 'SECRET')`,
  messages: `(organization_id, user_id, thread_id, id, position, role, content)
    values ($1, 'victim', 'thread', 'message', 1, 'user', '{"text":"SECRET"}')`,
  saved_views: `(organization_id, user_id, page, name, query, created_by, updated_at)
    values ($1, 'victim', 'sims', 'SECRET', 'customer=SECRET', 'SECRET', '${WHEN}')`,
  thread_links: `(organization_id, user_id, id, thread_id, made_by, title, messages, scopes, made_at)
    values ($1, 'victim', 'link', 'thread', 'SECRET', 'SECRET', '[]', '{}', '${WHEN}')`,
  sim_lists: `(organization_id, name, made_by, not_found, made_at)
    values ($1, 'list', 'SECRET', '{SECRET}', '${WHEN}')`,
  listed_sims: `(organization_id, list, iccid) values ($1, 'list', 'SECRET')`,
  imports: `(organization_id, id, created_by, file_names) values ($1, 'import', 'SECRET', '{SECRET}')`,
  import_errors: `(organization_id, import_id, reason) values ($1, 'import', 'SECRET')`,
  change_sets: `(organization_id, id, tool, input, input_hash, preview, channel, proposed_by,
      proposed_by_name, approvals_needed, owner_needed, created_at, expires_at)
    values ($1, 'change', 'send_sms', '{"text":"SECRET"}', '', '{}', 'web', 'victim', 'SECRET', 1, false,
      '${WHEN}', '${WHEN}')`,
  change_items: `(organization_id, change_id, position, target, label, state, before, after)
    values ($1, 'change', 1, '${ICCID}', 'SECRET', 'pending', '{}', '{}')`,
  change_decisions: `(organization_id, change_id, user_id, name, role, channel, decision, decided_at)
    values ($1, 'change', 'victim', 'SECRET', 'owner', 'web', 'approve', '${WHEN}')`,
  notification_settings: `(organization_id, user_id, muted) values ($1, 'victim', '{SECRET}')`,
  organization_settings: `(organization_id, model) values ($1, 'SECRET')`,
  change_rules: `(organization_id, type_count_over, expires_after_minutes, protected_tags, protected_iccids)
    values ($1, 25, 60, '{SECRET}', '{}')`,
  schedules: `(organization_id, job, cron, time_zone, enabled, next_run_at)
    values ($1, 'SECRET', '* * * * *', 'UTC', true, '${WHEN}')`,
  job_runs: `(organization_id, id, job, asked_by, created_at)
    values ($1, 'run', 'SECRET', 'SECRET', '${WHEN}')`,
  local_provider_sims: `(organization_id, iccid, state) values ($1, '${ICCID}', '{}')`,
  local_provider_log: `(organization_id, idempotency_key, iccid, operation, done_at)
    values ($1, 'SECRET', '${ICCID}', '{}', '${WHEN}')`,
  provider_pace: `(organization_id, account, next_call_at) values ($1, 'SECRET', '${WHEN}')`,
  outbox: `(organization_id, queue, reference, created_at) values ($1, 'SECRET', 'SECRET', '${WHEN}')`,
  import_chunks: `(organization_id, import_id, position, bytes) values ($1, 'import', 0, 'SECRET')`,
  import_sims: `(organization_id, import_id, iccids) values ($1, 'import', '{${ICCID}}')`,
  reports: `(organization_id, id, spec, created_by, created_at, expires_at)
    values ($1, 'report', '{}', 'SECRET', '${WHEN}', '${WHEN}')`,
  exports: `(organization_id, id, created_by, format, chosen, created_at, expires_at)
    values ($1, 'export', 'SECRET', 'csv', '{}', '${WHEN}', '${WHEN}')`,
  connections: `(organization_id, id, provider, name, base_url, client_id, secret, calls_per_second,
      created_at, created_by, updated_at)
    values ($1, 'connection', 'once', 'SECRET', 'https://example.test', 'SECRET', '\\x00', 10, '${WHEN}',
      'SECRET', '${WHEN}')`,
  stream_records: `(organization_id, connection_id, kind, record_id, state, reason, record, received_at)
    values ($1, 'connection', 'usage', 'SECRET', 'held', 'SECRET', '{}', '${WHEN}')`,
  stream_sims: `(organization_id, connection_id, provider_sim_id, iccid)
    values ($1, 'connection', 'SECRET', '${ICCID}')`,
  provider_sims: `(organization_id, iccid, label, is_enabled, imei_lock, pass, first_seen_at, last_seen_at)
    values ($1, '${ICCID}', 'SECRET', true, false, 1, '${WHEN}', '${WHEN}')`,
  sync_passes: `(organization_id, account, pass, started_at, next_page, lap, unreadable, counts)
    values ($1, 'SECRET', 1, '${WHEN}', 1, 1, 0, '{}')`,
  sync_runs: `(organization_id, kind, started_at, lease_until, error)
    values ($1, 'list', '${WHEN}', '${WHEN}', 'SECRET')`,
  sync_differences: `(organization_id, iccid, field, kind, ours, theirs, since)
    values ($1, '${ICCID}', 'label', 'changed_both', 'SECRET', 'SECRET', '${WHEN}')`,
  provider_quotas: `(organization_id, iccid, type, tried_at) values ($1, '${ICCID}', 'data', '${WHEN}')`,
  provider_usage_reads: `(organization_id, iccid, tried_at) values ($1, '${ICCID}', '${WHEN}')`,
  provider_usage: `(organization_id, iccid, day, upload_bytes, download_bytes, sms_to_device, sms_from_device,
      is_complete, upload_id, download_id)
    values ($1, '${ICCID}', '2026-10-01', 7, 0, 0, 0, true, 'SECRET', 'SECRET')`,
  provider_products: `(organization_id, id, name, charges, read_at) values ($1, 'SECRET', 'SECRET', '[]', '${WHEN}')`,
  provider_orders: `(organization_id, number, kind, status, iccids, read_at)
    values ($1, 'SECRET', 'top_up', 'SECRET', '{${ICCID}}', '${WHEN}')`,
  data_age: `(organization_id, kind, as_of) values ($1, 'list', '${WHEN}')`,
  fleet_meta: `(organization_id, key, value) values ($1, 'as_of', '"SECRET"')`,
};

/** Tables that have no row-level security, and that only views and functions reach. */
export const USAGE_TABLES = ["sim_usage", "sim_usage_daily"];

/** Rows of which the application may only add, if that: it neither changes nor deletes them. */
export const APPEND_ONLY_TABLES = [
  "audit_heads",
  "audit_logs",
  "change_decisions",
  "local_provider_log",
  "outbox",
];

/** Rows that the application adds or changes, and never deletes. */
export const KEPT_TABLES = [
  "connections",
  "schedules",
  "change_sets",
  "change_items",
  "change_rules",
  "provider_pace",
];
