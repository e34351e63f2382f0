-- How many times as fast as the real provider an emulator on this machine runs; null where it is real.
alter table store.connections add column emulated_speed real
  check (emulated_speed is null or (
    emulated_speed > 0 and base_url ~ '^http://(127\.0\.0\.1|localhost|\[::1\])[:/]'));

-- never_there: recorded here, and the provider has never had it.
alter table store.sync_differences drop constraint sync_differences_kind_check;
alter table store.sync_differences add constraint sync_differences_kind_check
  check (kind in ('changed_here', 'changed_both', 'gone_there', 'removed_here', 'never_there'));

-- As in 016; what was read of the fleet that goes says nothing about when the next one has to be read.
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
