-- What an organisation chose for itself; no row, or null, is what Simon does without being told.
create table store.organization_settings (
  organization_id text not null default current_setting('app.organization_id') primary key
    check (organization_id <> ''),
  model text check (length(model) between 1 and 200) -- as SIMON_MODEL names it
);
alter table store.organization_settings enable row level security;
alter table store.organization_settings force row level security;
create policy own on store.organization_settings using (
  organization_id = current_setting('app.organization_id', true));
grant select, insert, update, delete on store.organization_settings to simon_app;
