-- How long an organisation keeps what is not of its fleet; null is what Simon does without being told.
alter table store.organization_settings
  add column conversations_days integer check (conversations_days between 1 and 3650),
  add column job_runs_days integer check (job_runs_days between 1 and 3650),
  add column monthly_reports_days integer check (monthly_reports_days between 1 and 3650);

-- Conversations are a person's own, also against the organisation's owners, and the job that removes old
-- ones reads none: it only counts and deletes, by the functions below, which run as the owner of the table.
create policy retention on store.threads to current_user using (
  organization_id = current_setting('app.organization_id', true));

create function store.count_threads(before timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(*) from store.threads
  where organization_id = current_setting('app.organization_id') and updated_at < before
$$;

create function store.remove_threads(before timestamptz) returns bigint
language sql security definer set search_path = '' as $$
  with gone as (
    delete from store.threads
    where organization_id = current_setting('app.organization_id') and updated_at < before
    returning 1
  )
  select count(*) from gone
$$;

revoke all on function store.count_threads(timestamptz), store.remove_threads(timestamptz) from public;
grant execute on function store.count_threads(timestamptz), store.remove_threads(timestamptz) to simon_app;
