-- Reports: what they are about, and the file of those that are kept as they were.
create table store.reports (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  spec jsonb not null, -- period, grain, group, zone, filters
  month date, -- of a monthly report: its first day
  csv text, -- null where the file is made as it is fetched
  row_count integer,
  created_by text not null, -- e-mail or key name
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, month),
  check ((month is null) = (csv is null))
);
create index reports_by_expiry on store.reports (organization_id, expires_at);
alter table store.reports enable row level security;
alter table store.reports force row level security;
create policy own on store.reports using (
  organization_id = current_setting('app.organization_id', true));
grant select, insert, update, delete on store.reports to simon_app;
