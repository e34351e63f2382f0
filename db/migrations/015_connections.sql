-- An organisation's connection to its connectivity provider, and what that provider pushes to us.

create table store.connections (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  provider text not null check (provider = 'once'),
  name text not null,
  base_url text not null,
  client_id text not null,
  secret bytea, -- sealed for this row; gone with the connection
  calls_per_second integer not null check (calls_per_second between 1 and 1000),
  state text not null default 'connected' check (state in ('connected', 'disconnected')),
  last_tested_at timestamptz,
  last_error text, -- a sentence of ours; null after a test that went well
  sims_seen integer,
  created_at timestamptz not null,
  created_by text not null, -- e-mail
  updated_at timestamptz not null, -- of the credentials: whoever keeps a client of them looks here
  stream_user text,
  stream_password_hash bytea,
  stream_renewed_at timestamptz,
  last_received_at timestamptz,
  received_count bigint not null default 0,
  repeated_count bigint not null default 0,
  primary key (organization_id, id),
  check ((state = 'connected') = (secret is not null)),
  check ((stream_user is null) = (stream_password_hash is null))
);
create unique index one_connection_at_a_time on store.connections (organization_id)
  where state = 'connected';

-- Every record that was pushed, by its id, so that a second delivery does nothing. What could not be used
-- is kept as it came. No foreign key: one check a record is dear, and no connection is ever deleted.
create table store.stream_records (
  organization_id text not null default current_setting('app.organization_id'),
  connection_id text not null,
  kind text not null check (kind in ('usage', 'event', 'unreadable')),
  record_id text collate "C" not null,
  state text not null check (state in ('stored', 'unused', 'held', 'refused')),
  reason text,
  record text, -- JSON, of what is held or refused
  received_at timestamptz not null,
  primary key (organization_id, connection_id, kind, record_id),
  check ((record is not null) = (state in ('held', 'refused')))
);
create index stream_records_put_aside on store.stream_records
  (organization_id, state, connection_id, kind, record_id) where state in ('held', 'refused');
create index stream_records_by_age on store.stream_records (organization_id, received_at);

-- The provider's own number of a SIM, learned from records that name the ICCID too.
create table store.stream_sims (
  organization_id text not null default current_setting('app.organization_id'),
  connection_id text not null,
  provider_sim_id text collate "C" not null,
  iccid text collate "C" not null,
  primary key (organization_id, connection_id, provider_sim_id)
);

do $guard$
declare
  t text;
begin
  foreach t in array array['connections', 'stream_records', 'stream_sims']
  loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    execute format($policy$
      create policy own on store.%I using (
        organization_id = current_setting('app.organization_id', true))$policy$, t);
  end loop;
end
$guard$;
grant select, insert, update on store.connections to simon_app;
grant select, insert, update, delete on store.stream_records, store.stream_sims to simon_app;
