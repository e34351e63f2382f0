-- A file is checked before it is loaded. Until then it is kept here, because any process may load it.

alter table store.imports
  drop constraint imports_state_check,
  add constraint imports_state_check
    check (state in ('checking', 'checked', 'running', 'done', 'failed', 'cancelled')),
  add column size_bytes bigint check (size_bytes >= 0), -- of the kept file; null where none is kept
  add column preview jsonb, -- what loading it would do
  add column result jsonb,  -- what loading it did
  add column attempt integer not null default 0, -- which load of the file this is; only the newest may write
  add column touched_at timestamptz,             -- the last sign of life of whoever checks or loads it
  add column expires_at timestamptz;             -- of a file that is kept

create index imports_by_expiry on store.imports (organization_id, expires_at) where expires_at is not null;

create table store.import_chunks (
  organization_id text not null default current_setting('app.organization_id'),
  import_id text not null,
  position integer not null,
  bytes bytea not null,
  primary key (organization_id, import_id, position),
  foreign key (organization_id, import_id) references store.imports on delete cascade
);
alter table store.import_chunks alter column bytes set storage external; -- pressed already, or gone soon

-- Which SIMs a load contained, whether it changed them or not, also those that are gone since. A row for
-- each batch, because one for each SIM takes a third of the whole load.
create table store.import_sims (
  organization_id text not null default current_setting('app.organization_id'),
  import_id text not null,
  part bigint generated always as identity,
  iccids text[] not null,
  primary key (organization_id, import_id, part),
  foreign key (organization_id, import_id) references store.imports on delete cascade
);

-- Which SIMs a file for download holds; the file itself is made as it is fetched.
create table store.exports (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  created_by text not null, -- e-mail or key name
  format text not null check (format in ('csv', 'xlsx')),
  chosen jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, id)
);
create index exports_by_expiry on store.exports (organization_id, expires_at);

do $guard$
declare
  t text;
begin
  foreach t in array array['import_chunks', 'import_sims', 'exports']
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

-- What revise_usage would find and change, without changing it.
create function store.compare_usage(record_ids text[], volumes bigint[])
returns table (found_id text, is_changed boolean)
language sql stable security definer set search_path = '' as $$
  select u.record_id, u.volume <> g.volume
  from store.sim_usage u
  join unnest(record_ids, volumes) as g (id, volume) on g.id = u.record_id
  where u.organization_id = current_setting('app.organization_id')
$$;
revoke all on function store.compare_usage(text[], bigint[]) from public;
grant execute on function store.compare_usage(text[], bigint[]) to simon_app;
