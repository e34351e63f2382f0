-- As in 016, in time that grows with the records only: neighbouring days are found by their order instead of
-- by joins, and the day of a SIM without a figure of the provider's nearby costs one look into an index. A day
-- is asked for as a range, so that no index is taken that has all SIMs of a day, before tables are analysed.
create or replace function store.settle_usage(iccids text[], days date[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
  has_emptied boolean;
begin
  with around as (
    select a.iccid, a.day + near.shift as day, bool_or(near.shift = 0) as is_asked
    from (
      select distinct p.iccid, p.day
      from unnest(iccids, days) as u (iccid, day)
      cross join lateral (
        select p.iccid, p.day from store.provider_usage p
        where p.organization_id = organization and p.iccid = u.iccid and p.day between u.day - 1 and u.day + 1
      ) as p
    ) as a
    cross join (values (-1), (0), (1)) as near (shift)
    group by 1, 2
  ), state as (
    select a.iccid, a.day, a.is_asked, p.upload_id, p.download_id, coalesce(p.is_complete, false) as is_complete,
      p.upload_bytes as said_up, p.download_bytes as said_down,
      coalesce(u.volume, 0) as own_up, coalesce(d.volume, 0) as own_down,
      coalesce(t.upload_volume, 0) - coalesce(u.volume, 0) as other_up,
      coalesce(t.download_volume, 0) - coalesce(d.volume, 0) as other_down
    from around a
    left join store.provider_usage p
      on p.organization_id = organization and p.iccid = a.iccid and p.day between a.day and a.day
    left join store.sim_usage u on u.organization_id = organization and u.record_id = p.upload_id
    left join store.sim_usage d on d.organization_id = organization and d.record_id = p.download_id
    left join store.sim_usage_daily t
      on t.organization_id = organization and t.iccid = a.iccid and t.day between a.day and a.day
  ), near as (
    -- of a day that was asked for, both neighbours are there
    select s.*,
      lag(s.other_up - s.said_up) over days_of_sim as up_before,
      lag(s.other_down - s.said_down) over days_of_sim as down_before,
      lag(s.other_up + s.other_down > 0 and not s.is_complete) over days_of_sim as is_open_before,
      lead(s.other_up - s.said_up) over days_of_sim as up_after,
      lead(s.other_down - s.said_down) over days_of_sim as down_after,
      lead(s.other_up + s.other_down > 0 and not s.is_complete) over days_of_sim as is_open_after
    from state s
    window days_of_sim as (partition by s.iccid order by s.day)
  ), wanted as (
    select s.iccid, s.day, w.record_id, w.direction, w.own,
      greatest(0, case
        when coalesce(s.is_open_before, false) or coalesce(s.is_open_after, false) then least(w.own, lacking.volume)
        when s.other_up + s.other_down = 0 or lacking.volume > 1024 then lacking.volume
        else 0
      end) as volume
    from near s
    cross join lateral (values
      ('upload', s.upload_id, s.own_up, s.said_up, s.other_up, s.up_before, s.up_after),
      ('download', s.download_id, s.own_down, s.said_down, s.other_down, s.down_before, s.down_after)
    ) as w (direction, record_id, own, said, other, surplus_before, surplus_after)
    cross join lateral (
      select w.said - w.other - greatest(coalesce(w.surplus_before, 0), 0) - greatest(coalesce(w.surplus_after, 0), 0)
    ) as lacking (volume)
    where s.is_asked
  ), gone as (
    delete from store.sim_usage u using wanted w
    where u.organization_id = organization and u.record_id = w.record_id and w.volume = 0 and w.own > 0
    returning u.iccid, w.day, u.direction, -u.volume as change, -1 as records
  ), moved as (
    update store.sim_usage u set volume = w.volume
    from wanted w
    where u.organization_id = organization and u.record_id = w.record_id and w.volume > 0 and u.volume <> w.volume
      and w.own > 0
    returning u.iccid, w.day, u.direction, w.volume - w.own as change, 0 as records
  ), added as (
    insert into store.sim_usage (organization_id, iccid, "timestamp", volume, direction, record_id)
    select organization, w.iccid, w.day::timestamp at time zone 'UTC', w.volume, w.direction, w.record_id
    from wanted w
    where w.volume > 0 and w.own = 0
    order by w.record_id
    on conflict do nothing
    returning iccid, ("timestamp" at time zone 'UTC')::date as day, direction, volume as change, 1 as records
  ), changes as (
    select * from gone union all select * from moved union all select * from added
  ), kept as (
    insert into store.sim_usage_daily as kept
      (organization_id, iccid, day, total_volume, upload_volume, download_volume, event_count)
    select organization, c.iccid, c.day, sum(c.change),
      coalesce(sum(c.change) filter (where c.direction = 'upload'), 0),
      coalesce(sum(c.change) filter (where c.direction = 'download'), 0),
      sum(c.records)
    from changes c
    group by 2, 3
    order by 2, 3
    on conflict (organization_id, iccid, day) do update set
      total_volume = kept.total_volume + excluded.total_volume,
      upload_volume = kept.upload_volume + excluded.upload_volume,
      download_volume = kept.download_volume + excluded.download_volume,
      event_count = kept.event_count + excluded.event_count
    returning kept.event_count
  )
  select bool_or(k.event_count = 0) into has_emptied from kept k;

  if has_emptied then
    delete from store.sim_usage_daily d
    using unnest(iccids, days) as a (iccid, day)
    where d.organization_id = organization and d.iccid = a.iccid and d.day between a.day - 1 and a.day + 1
      and d.event_count = 0;
  end if;
end
$$;
revoke all on function store.settle_usage(text[], date[]) from public;
grant execute on function store.settle_usage(text[], date[]) to simon_app;

-- As in 016: each SIM is looked up by its key, whatever is known of the tables' sizes.
create or replace function store.ingest_usage(
  iccids text[], at timestamptz[], volumes bigint[], directions text[],
  operators text[], countries text[], record_ids text[]
) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
  unknown text;
  inserted bigint;
  is_settled boolean;
  fresh_iccids text[];
  fresh_days date[];
begin
  if not (cardinality(iccids) = all (array[cardinality(at), cardinality(volumes), cardinality(directions),
          cardinality(operators), cardinality(countries), cardinality(record_ids)])) then
    raise exception 'ingest_usage needs arrays of one length' using errcode = 'invalid_parameter_value';
  end if;

  select r.iccid into unknown
  from (select distinct i.iccid from unnest(iccids) as i (iccid)) as r
  where (select true from store.sims s where s.organization_id = organization and s.iccid = r.iccid) is null
  limit 1;
  if found then
    raise exception 'no SIM %', unknown using errcode = 'foreign_key_violation';
  end if;

  is_settled := exists (select from store.provider_usage p where p.organization_id = organization);
  if is_settled then
    perform from store.sims s
    join (select distinct i.iccid from unnest(iccids) as i (iccid)) as r on s.iccid = r.iccid
    where s.organization_id = organization
    order by s.iccid for no key update of s;
  end if;

  with fresh as (
    insert into store.sim_usage
      (organization_id, iccid, "timestamp", volume, direction, operator, country, record_id)
    select organization, r.iccid, r.at, r.volume, r.direction, r.operator, r.country, r.record_id
    from unnest(iccids, at, volumes, directions, operators, countries, record_ids)
      as r (iccid, at, volume, direction, operator, country, record_id)
    order by r.record_id -- one order for all writers, so that two never wait for each other
    on conflict do nothing
    returning sim_usage.iccid, sim_usage."timestamp", sim_usage.volume, sim_usage.direction
  ), totals as (
    select f.iccid, (f."timestamp" at time zone 'UTC')::date as day,
      sum(f.volume) as total,
      coalesce(sum(f.volume) filter (where f.direction = 'upload'), 0) as upload,
      coalesce(sum(f.volume) filter (where f.direction = 'download'), 0) as download,
      count(*) as records
    from fresh f
    group by 1, 2
  ), daily as (
    insert into store.sim_usage_daily as kept
      (organization_id, iccid, day, total_volume, upload_volume, download_volume, event_count)
    select organization, t.iccid, t.day, t.total, t.upload, t.download, t.records
    from totals t
    order by 2, 3
    on conflict (organization_id, iccid, day) do update set
      total_volume = kept.total_volume + excluded.total_volume,
      upload_volume = kept.upload_volume + excluded.upload_volume,
      download_volume = kept.download_volume + excluded.download_volume,
      event_count = kept.event_count + excluded.event_count
  )
  select coalesce(sum(t.records), 0), array_agg(t.iccid), array_agg(t.day)
  into inserted, fresh_iccids, fresh_days from totals t;
  if is_settled and inserted > 0 then
    perform store.settle_usage(fresh_iccids, fresh_days);
  end if;
  return inserted;
end
$$;
