-- What an analysis knows of an anomaly beside what a loaded fleet has. A cohort event is one row that belongs to no
-- single SIM; `members` were there, and `moved_iccids` are those that moved.
alter table store.anomalies
  alter column iccid drop not null,
  add column last_day date check (last_day >= day),
  add column is_ongoing boolean,
  add column next_step text,
  add column seen text, -- of roaming and imei: what was never seen before
  add column oddness double precision check (oddness between 0 and 1), -- among the days of the whole fleet
  add column members integer check (members > 0),
  add column moved_iccids text[],
  add column snoozed_until date,
  add constraint anomalies_of_a_sim_or_cohort check (iccid is not null or cohort is not null);
create index anomalies_by_status on store.anomalies (organization_id, status, day);

-- The newest day with usage before a day. Views of usage are scanned for it, the table's index is asked.
create function store.last_usage_day(before date) returns date
language sql stable security definer set search_path = '' as $$
  select max(day) from store.sim_usage_daily
  where organization_id = current_setting('app.organization_id') and day < before
$$;
revoke all on function store.last_usage_day(date) from public;
grant execute on function store.last_usage_day(date) to simon_app;

-- As in 025; anomalies of no single SIM go with the fleet.
create or replace function store.prune_fleet() returns void
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  delete from store.sim_usage where organization_id = organization;
  delete from store.sim_usage_daily where organization_id = organization;
  delete from store.provider_usage where organization_id = organization;
  delete from store.provider_sims where organization_id = organization;
  delete from store.sync_passes where organization_id = organization;
  delete from store.sync_runs where organization_id = organization and state <> 'running';
  delete from store.sync_differences where organization_id = organization;
  delete from store.data_age where organization_id = organization;
  delete from store.sms_messages where organization_id = organization;
  delete from store.connection_events where organization_id = organization;
  delete from store.forecasts where organization_id = organization;
  delete from store.anomalies where organization_id = organization;
  delete from store.alerts where organization_id = organization;
  delete from store.alert_rules where organization_id = organization;
  delete from store.support_tickets where organization_id = organization;
  delete from store.local_provider_sims where organization_id = organization;
  delete from store.sims where organization_id = organization;
  delete from store.rate_plans where organization_id = organization;
  delete from store.audit_logs where organization_id = organization and source = 'sample';
  delete from store.fleet_meta where organization_id = organization;
end
$$;
