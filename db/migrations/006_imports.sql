-- What the import needs beyond the first tables: the bad row itself, and newer volumes of known records.

alter table store.import_errors add column cells text[];

-- Takes the given volumes over into records that the organisation has, and into their daily totals: a
-- provider's figure for a day grows until the day is over. Returns the records that it found, and which
-- of them changed; the others are for ingest_usage.
create function store.revise_usage(record_ids text[], volumes bigint[])
returns table (found_id text, is_changed boolean)
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  return query
  with held as (
    select u.record_id, u.iccid, (u."timestamp" at time zone 'UTC')::date as day, u.direction,
      u.volume as before, g.volume as after
    from store.sim_usage u
    join unnest(record_ids, volumes) as g (id, volume) on g.id = u.record_id
    where u.organization_id = organization
    order by u.record_id
    for update of u
  ), revised as (
    update store.sim_usage u set volume = h.after
    from held h
    where u.organization_id = organization and u.record_id = h.record_id and h.before <> h.after
  ), daily as (
    update store.sim_usage_daily d set
      total_volume = d.total_volume + c.total,
      upload_volume = d.upload_volume + c.upload,
      download_volume = d.download_volume + c.total - c.upload
    from (
      select h.iccid, h.day, sum(h.after - h.before) as total,
        coalesce(sum(h.after - h.before) filter (where h.direction = 'upload'), 0) as upload
      from held h
      where h.before <> h.after
      group by h.iccid, h.day
    ) as c
    where d.organization_id = organization and d.iccid = c.iccid and d.day = c.day
  )
  select h.record_id, h.before <> h.after from held h;
end
$$;
revoke all on function store.revise_usage(text[], bigint[]) from public;
grant execute on function store.revise_usage(text[], bigint[]) to simon_app;
