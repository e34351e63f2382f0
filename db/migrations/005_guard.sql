-- Who sees what. Row-level security, forced, on every table but the two of usage; the views of fleet
-- filter by themselves as well, because they read as their owner, whom a superuser's rights would
-- otherwise let through.
do $guard$
declare
  t text;
begin
  for t in
    select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'store'::regnamespace and c.relkind = 'r'
      and c.relname not in ('sim_usage', 'sim_usage_daily')
  loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    if t in ('threads', 'messages') then
      execute format($policy$
        create policy own on store.%I using (
          organization_id = current_setting('app.organization_id', true)
          and user_id = current_setting('app.user_id', true))$policy$, t);
    else
      execute format($policy$
        create policy own on store.%I using (
          organization_id = current_setting('app.organization_id', true))$policy$, t);
    end if;
    if t = 'audit_logs' then
      execute format('grant select, insert on store.%I to simon_app', t);
    else
      execute format('grant select, insert, update, delete on store.%I to simon_app', t);
    end if;
  end loop;
end
$guard$;

-- On the embedded database the owner is a superuser, whom no policy binds, so its functions filter too.
revoke all on all functions in schema store from public;
grant usage on schema store to simon_app;
grant execute on function
  store.ingest_usage(text[], timestamptz[], bigint[], text[], text[], text[], text[]),
  store.prune_fleet()
to simon_app;

create view fleet.sims with (security_barrier) as
  select iccid, imsi, msisdn, imei, label, status, ip_address, operator, country, rat, rate_plan,
    customer, tags, activated_at, deactivated_at, last_seen_at, created_at
  from store.sims where organization_id = current_setting('app.organization_id', true);

create view fleet.sim_usage with (security_barrier) as
  select iccid, "timestamp", volume, direction, operator, country
  from store.sim_usage where organization_id = current_setting('app.organization_id', true);

create view fleet.sim_usage_daily with (security_barrier) as
  select day, iccid, total_volume, upload_volume, download_volume, event_count
  from store.sim_usage_daily where organization_id = current_setting('app.organization_id', true);

create view fleet.sim_quota with (security_barrier) as
  select iccid, type, total, used, remaining, expires_at, updated_at
  from store.sim_quota where organization_id = current_setting('app.organization_id', true);

create view fleet.rate_plans with (security_barrier) as
  select name, monthly_price, currency, included_bytes, included_sms, overage_price_per_mb
  from store.rate_plans where organization_id = current_setting('app.organization_id', true);

create view fleet.sms_messages with (security_barrier) as
  select id, iccid, direction, status, body, sent_at, delivered_at
  from store.sms_messages where organization_id = current_setting('app.organization_id', true);

create view fleet.connection_events with (security_barrier) as
  select id, iccid, occurred_at, type, severity, cause, operator, country
  from store.connection_events where organization_id = current_setting('app.organization_id', true);

create view fleet.alert_rules with (security_barrier) as
  select id, name, description, condition, notification_channels, severity, enabled, cooldown_minutes
  from store.alert_rules where organization_id = current_setting('app.organization_id', true);

create view fleet.alerts with (security_barrier) as
  select id, rule_id, iccid, severity, message, triggered_at, resolved_at, acknowledged,
    acknowledged_by, acknowledged_at
  from store.alerts where organization_id = current_setting('app.organization_id', true);

create view fleet.support_tickets with (security_barrier) as
  select id, iccid, customer, subject, description, category, priority, assigned_team,
    confidence_score, status, created_at, resolved_at
  from store.support_tickets where organization_id = current_setting('app.organization_id', true);

create view fleet.forecasts with (security_barrier) as
  select iccid, day, predicted, lower_80, upper_80, lower_95, upper_95, model, computed_at, source
  from store.forecasts where organization_id = current_setting('app.organization_id', true);

create view fleet.quota_outlook with (security_barrier) as
  select iccid, type, exhaustion_date, days_until_exhaustion, exhaustion_probability_30d, computed_at,
    source
  from store.quota_outlook where organization_id = current_setting('app.organization_id', true);

create view fleet.anomalies with (security_barrier) as
  select id, iccid, day, kind, cohort, status, assigned_to, score, severity, observed, expected,
    reason, detected_at, source
  from store.anomalies where organization_id = current_setting('app.organization_id', true);

create view fleet.churn_risk with (security_barrier) as
  select iccid, probability, risk_level, top_factors, predicted_date, computed_at, source
  from store.churn_risk where organization_id = current_setting('app.organization_id', true);

create view fleet.quota_recommendations with (security_barrier) as
  select iccid, type, confidence, risk_before, risk_after, current_total, recommended_total,
    monthly_saving, currency, reason, computed_at, source
  from store.quota_recommendations where organization_id = current_setting('app.organization_id', true);

create view fleet.audit_logs with (security_barrier) as
  select id, actor, channel, action, resource_type, resource_id, changes, ip_address, user_agent,
    occurred_at
  from store.audit_logs where organization_id = current_setting('app.organization_id', true);

grant usage on schema fleet to simon_app, simon_reader;
grant select on all tables in schema fleet to simon_app, simon_reader;
