-- The analysis of a fleet: a run is worked on in shards, by any number of workers, and finished once.

create table store.analysis_runs (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  as_of date not null, -- the last whole day that it is based on
  sims integer not null,
  calibration jsonb not null, -- learnt from a sample of the fleet
  windows bytea not null, -- of ordinary days: 8 bytes a number
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome jsonb, -- counts of what was found
  primary key (organization_id, id),
  check ((finished_at is null) = (outcome is null))
);
create unique index one_analysis_at_a_time on store.analysis_runs (organization_id) where finished_at is null;
create index analysis_runs_newest on store.analysis_runs (organization_id, finished_at desc);

create table store.analysis_shards (
  organization_id text not null default current_setting('app.organization_id'),
  run_id text not null,
  position integer not null,
  first_iccid text collate "C" not null,
  last_iccid text collate "C" not null,
  sims integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  attempts integer not null default 0,
  lease text, -- whose
  lease_until timestamptz,
  problems jsonb not null default '[]', -- SIMs that could not be analysed, with a sentence each
  found jsonb, -- counts
  -- What is needed of all SIMs together, until the run is finished: a number a day and SIM, and sums of forecasts.
  iccids text[],
  deviations bytea,
  observed bytea,
  expected bytea,
  sums text[],
  sum_states bytea,
  primary key (organization_id, run_id, position),
  foreign key (organization_id, run_id) references store.analysis_runs on delete cascade,
  check ((state = 'working') = (lease is not null)),
  check ((lease is null) = (lease_until is null))
);
-- Noise, which no compression makes smaller.
alter table store.analysis_shards
  alter column deviations set storage external,
  alter column observed set storage external,
  alter column expected set storage external,
  alter column sum_states set storage external;

-- Forecasts of the fleet and of its customers, countries and tags, whose parts add up.
create table store.group_forecasts (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  kind text not null check (kind in ('fleet', 'customer', 'country', 'tag')),
  name text not null, -- empty of the fleet
  as_of date not null,
  sims integer not null,
  state bytea not null, -- what analytics knows of the sum: 8 bytes a number
  computed_at timestamptz not null,
  primary key (organization_id, kind, name)
);

do $guard$
declare
  t text;
begin
  foreach t in array array['analysis_runs', 'analysis_shards', 'group_forecasts']
  loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    execute format($policy$
      create policy own on store.%I using (
        organization_id = current_setting('app.organization_id', true))$policy$, t);
    execute format('grant select, insert, update, delete on store.%I to simon_app', t);
  end loop;
end
$guard$;

-- As in 029, and what was worked out from the SIMs that go.
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
  delete from store.analysis_runs where organization_id = organization;
  delete from store.group_forecasts where organization_id = organization;
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
