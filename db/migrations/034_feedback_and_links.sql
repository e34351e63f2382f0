-- What a person thought of an answer, kept with it; and links to conversations inside the organisation.

alter table store.messages
  add column rating text check (rating in ('good', 'bad')),
  add column rating_comment text check (length(rating_comment) <= 2000),
  add column rated_at timestamptz,
  add check ((rating is null) = (rated_at is null)),
  add check (rating is not null or rating_comment is null);

-- A copy, as it stood when the link was made: what is said afterwards is nobody else's.
create table store.thread_links (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null, -- what the link ends with
  user_id text not null default current_setting('app.user_id') check (user_id <> ''),
  thread_id text not null,
  made_by text not null, -- e-mail
  title text not null,
  messages jsonb not null, -- `ai` UIMessages
  scopes text[] not null, -- what a reader's role must hold
  made_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, user_id, thread_id),
  foreign key (organization_id, user_id, thread_id) references store.threads on delete cascade
);
alter table store.thread_links enable row level security;
alter table store.thread_links force row level security;
create policy own on store.thread_links using (
  organization_id = current_setting('app.organization_id', true)
  and user_id = current_setting('app.user_id', true));
create policy read_by_members on store.thread_links for select using (
  organization_id = current_setting('app.organization_id', true));
grant select, insert, update, delete on store.thread_links to simon_app;
