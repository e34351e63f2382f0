-- What an organisation has done by itself: when, and how it went.

create table store.schedules (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  job text not null,
  cron text not null, -- five fields
  time_zone text not null, -- IANA
  enabled boolean not null,
  next_run_at timestamptz not null,
  changed_by text, -- e-mail; null as it came
  primary key (organization_id, job)
);

create table store.job_runs (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null default gen_random_uuid()::text,
  job text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  asked_by text not null, -- e-mail, or 'schedule'
  attempts integer not null default 0,
  progress text, -- a sentence of ours while it runs
  outcome text, -- a sentence of ours: what came of it, or why it failed
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (organization_id, id),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
create unique index one_run_at_a_time on store.job_runs (organization_id, job)
  where state in ('waiting', 'running');
create index job_runs_newest on store.job_runs (organization_id, created_at desc, id);

do $guard$
declare
  t text;
begin
  foreach t in array array['schedules', 'job_runs']
  loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    execute format($policy$
      create policy own on store.%I using (
        organization_id = current_setting('app.organization_id', true))$policy$, t);
  end loop;
end
$guard$;
grant select, insert, update on store.schedules to simon_app;
grant select, insert, update, delete on store.job_runs to simon_app;
