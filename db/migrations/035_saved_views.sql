-- Filters and columns that a person keeps under a name, for themselves or for all of the organisation.
create table store.saved_views (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  user_id text not null default current_setting('app.user_id') check (user_id <> ''),
  page text not null check (page in ('sims')),
  name text not null check (length(name) between 1 and 100),
  query text not null check (length(query) <= 4000), -- of the page's address
  is_shared boolean not null default false,
  created_by text not null, -- e-mail
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, user_id, page, name)
);
alter table store.saved_views enable row level security;
alter table store.saved_views force row level security;
create policy own on store.saved_views using (
  organization_id = current_setting('app.organization_id', true)
  and user_id = current_setting('app.user_id', true));
create policy shared on store.saved_views for select using (
  organization_id = current_setting('app.organization_id', true) and is_shared);
grant select, insert, update, delete on store.saved_views to simon_app;
