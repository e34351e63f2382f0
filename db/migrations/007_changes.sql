-- Changes to the fleet: proposed, previewed, decided by people, carried out row by row.

create table store.change_sets (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  tool text not null,
  input jsonb not null,
  input_hash text not null, -- of tool and input: what an idempotency key is compared by
  state text not null default 'proposed'
    check (state in ('proposed', 'rejected', 'expired', 'running', 'paused', 'cancelled', 'done')),
  preview jsonb not null, -- what the person saw when deciding
  channel text not null check (channel in ('web', 'api', 'slack', 'mcp', 'system')),
  proposed_by text not null, -- user id; whose key it was, for a key
  proposed_by_name text not null,
  words text,
  idempotency_caller text,
  idempotency_key text,
  undo_of text,
  approvals_needed smallint not null check (approvals_needed in (1, 2)),
  owner_needed boolean not null,
  typed_count integer,
  approval_rule text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, idempotency_caller, idempotency_key),
  foreign key (organization_id, undo_of) references store.change_sets
);
create index change_sets_by_time on store.change_sets (organization_id, created_at desc, id);
-- One undo of a change at a time: another is possible for what the first has left.
create unique index one_undo_of_a_change on store.change_sets (organization_id, undo_of)
  where state in ('proposed', 'running', 'paused');

create table store.change_items (
  organization_id text not null default current_setting('app.organization_id'),
  change_id text not null,
  position integer not null,
  target text not null collate "C",
  label text,
  state text not null check (state in
    ('pending', 'running', 'verifying', 'done', 'failed', 'unknown', 'skipped', 'cancelled', 'undone')),
  before jsonb not null,
  after jsonb not null,
  reason text,
  is_changed_since boolean not null default false, -- no longer as previewed when its turn came
  attempts smallint not null default 0,
  due_at timestamptz,      -- the next attempt
  lease_until timestamptz, -- whoever works on it is taken for dead after this
  finished_at timestamptz,
  primary key (organization_id, change_id, position),
  unique (organization_id, change_id, target),
  foreign key (organization_id, change_id) references store.change_sets on delete cascade
);
create index change_items_to_do on store.change_items (organization_id, change_id, due_at)
  where state in ('pending', 'running', 'verifying');
create index change_items_by_target on store.change_items (organization_id, target);
-- Two changes never work on one row at the same moment.
create unique index one_change_at_a_row on store.change_items (organization_id, target)
  where state in ('running', 'verifying');

create table store.change_decisions (
  organization_id text not null default current_setting('app.organization_id'),
  change_id text not null,
  user_id text not null,
  name text not null,
  role text not null,
  channel text not null check (channel in ('web', 'slack')),
  decision text not null check (decision in ('approve', 'reject')),
  decided_at timestamptz not null,
  primary key (organization_id, change_id, user_id),
  foreign key (organization_id, change_id) references store.change_sets on delete cascade
);

-- How an organisation wants its changes decided; no row means the defaults.
create table store.change_rules (
  organization_id text not null default current_setting('app.organization_id') primary key,
  type_count_over integer not null check (type_count_over >= 0),
  two_people_over integer check (two_people_over >= 0),
  two_people_over_amount numeric check (two_people_over_amount >= 0), -- of any currency
  expires_after_minutes integer not null check (expires_after_minutes between 1 and 10080),
  protected_tags text[] not null,
  protected_iccids text[] not null
);

-- The provider behind the demo fleet: what it holds of a SIM, and everything it was asked to do.
create table store.local_provider_sims (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text not null collate "C",
  state jsonb not null,
  primary key (organization_id, iccid)
);
create table store.local_provider_log (
  organization_id text not null default current_setting('app.organization_id'),
  id bigint generated always as identity,
  idempotency_key text not null,
  iccid text not null collate "C",
  operation jsonb not null,
  done_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, idempotency_key)
);

-- When the next call to an account of a provider may go out, whichever worker makes it.
create table store.provider_pace (
  organization_id text not null default current_setting('app.organization_id'),
  account text not null,
  next_call_at timestamptz not null,
  primary key (organization_id, account)
);

do $guard$
declare
  t text;
begin
  foreach t in array array['change_sets', 'change_items', 'change_decisions', 'change_rules',
    'local_provider_sims', 'local_provider_log', 'provider_pace']
  loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    execute format($policy$
      create policy own on store.%I using (
        organization_id = current_setting('app.organization_id', true))$policy$, t);
  end loop;
end
$guard$;
grant select, insert, update on store.change_sets, store.change_items, store.change_rules,
  store.local_provider_sims, store.provider_pace to simon_app;
grant select, insert on store.change_decisions, store.local_provider_log to simon_app;

-- What a transaction leaves for the job queue, which cannot take part in it. Only the login role reads
-- it; nothing but a queue's name and ids of ours is in it.
create table store.outbox (
  id bigint generated always as identity primary key,
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  queue text not null,
  reference text not null,
  created_at timestamptz not null
);
-- Not forced: its owner, the login role, takes the rows of all organisations.
alter table store.outbox enable row level security;
create policy own on store.outbox using (organization_id = current_setting('app.organization_id', true));
grant insert on store.outbox to simon_app;

-- As in 004, and what the local provider holds of the SIMs that go.
create or replace function store.prune_fleet() returns void
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  delete from store.sim_usage where organization_id = organization;
  delete from store.sim_usage_daily where organization_id = organization;
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
