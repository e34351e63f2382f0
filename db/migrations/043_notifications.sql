-- What a person does not want to be told of, and until when they have seen what they were told.
create table store.notification_settings (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  user_id text not null default current_setting('app.user_id') check (user_id <> ''),
  muted text[] not null default '{}', -- kinds
  seen_at timestamptz,
  primary key (organization_id, user_id)
);
alter table store.notification_settings enable row level security;
alter table store.notification_settings force row level security;
create policy own on store.notification_settings using (
  organization_id = current_setting('app.organization_id', true)
  and user_id = current_setting('app.user_id', true));
grant select, insert, update, delete on store.notification_settings to simon_app;

-- Of a change with a million rows, those that failed.
create index change_items_failed on store.change_items (organization_id, change_id)
  where state in ('failed', 'unknown');
