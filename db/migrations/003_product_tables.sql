-- Conversations belong to one person; imports to the organisation.

create table store.threads (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  user_id text not null default current_setting('app.user_id') check (user_id <> ''),
  id text not null default gen_random_uuid()::text check (length(id) between 1 and 100),
  title text,
  status text not null default 'regular' check (status in ('regular', 'archived')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, user_id, id)
);
create index threads_by_update on store.threads (organization_id, user_id, status, updated_at desc, id);

create table store.messages (
  organization_id text not null default current_setting('app.organization_id'),
  user_id text not null default current_setting('app.user_id'),
  thread_id text not null,
  id text not null check (length(id) between 1 and 100),
  parent_id text,
  position integer not null,
  role text not null check (role in ('system', 'user', 'assistant')),
  content jsonb not null, -- an `ai` UIMessage
  status text not null default 'complete' check (status in ('streaming', 'complete', 'stopped', 'failed')),
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id, thread_id, id),
  foreign key (organization_id, user_id, thread_id) references store.threads on delete cascade
);
create index messages_in_order on store.messages (organization_id, user_id, thread_id, position, id);

create table store.imports (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  created_by text not null, -- e-mail or key name
  file_names text[] not null,
  counts jsonb not null default '{}',
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'cancelled')),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, id)
);
create index imports_by_time on store.imports (organization_id, created_at);

create table store.import_errors (
  organization_id text not null default current_setting('app.organization_id'),
  id bigint generated always as identity,
  import_id text not null,
  file_name text,
  line bigint,
  field text,
  value text,
  reason text not null,
  primary key (organization_id, id),
  foreign key (organization_id, import_id) references store.imports on delete cascade
);
create index import_errors_by_import on store.import_errors (organization_id, import_id, id);

-- As-of instant of the data, seed and last generated day of a demo fleet, and the like.
create table store.fleet_meta (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (organization_id, key)
);
