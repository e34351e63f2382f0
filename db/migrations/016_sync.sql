-- What the provider said last, when it was asked, and in what the fleet differs from it.

-- A SIM as the provider's list has it: what both sides' changes are told apart by.
create table store.provider_sims (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  iccid text collate "C" not null check (iccid ~ '^[0-9]{19}$'),
  imsi text,
  msisdn text,
  imei text,
  label text,
  is_enabled boolean not null,
  imei_lock boolean not null,
  ip_address inet,
  activated_at timestamptz,
  data_level text check (data_level in ('plenty', 'low', 'exhausted')),
  sms_level text check (sms_level in ('plenty', 'low', 'exhausted')),
  data_total bigint,
  sms_total bigint,
  pass bigint not null, -- the last that found it
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null, -- when the provider was asked for it
  gone_at timestamptz, -- asked for by itself, it was not there any more
  primary key (organization_id, iccid)
);

-- How far the pass over the list is; the next one follows when it is finished.
create table store.sync_passes (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  account text not null,
  pass bigint not null,
  started_at timestamptz not null,
  next_page integer not null,
  lap smallint not null, -- a pass goes over the list again where SIMs are lacking
  unreadable integer not null, -- in this lap
  total integer, -- as the provider said last
  counts jsonb not null,
  finished_at timestamptz,
  primary key (organization_id)
);

create table store.sync_runs (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id bigint generated always as identity,
  kind text not null check (kind in ('list', 'quota', 'usage', 'prices')),
  state text not null default 'running' check (state in ('running', 'done', 'partial', 'failed')),
  started_at timestamptz not null,
  lease_until timestamptz not null, -- whoever works on it is taken for dead after this
  finished_at timestamptz,
  calls integer not null default 0,
  calls_needed integer not null default 0,
  counts jsonb not null default '{}',
  error text, -- a sentence of ours
  primary key (organization_id, id)
);
create unique index one_sync_run_at_a_time on store.sync_runs (organization_id, kind) where state = 'running';
create index sync_runs_by_kind on store.sync_runs (organization_id, kind, id desc);

-- changed_here: only here, so it stays until somebody decides. changed_both: in two ways, or nobody knows
-- where. gone_there: asked for, the provider does not know it any more. removed_here: it still does.
create table store.sync_differences (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id bigint generated always as identity,
  iccid text collate "C" not null,
  field text not null check (field in ('label', 'status', 'presence')),
  kind text not null check (kind in ('changed_here', 'changed_both', 'gone_there', 'removed_here')),
  ours text,
  theirs text,
  since timestamptz not null,
  change_id text, -- proposed, so that the provider takes over ours
  primary key (organization_id, id),
  unique (organization_id, iccid, field)
);

-- When and on what signs a quota was read.
create table store.provider_quotas (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  type text not null check (type in ('data', 'sms')),
  tried_at timestamptz not null,
  read_at timestamptz, -- null until it succeeds
  level text, -- in the list at that time
  listed_total bigint,
  seen_at timestamptz, -- when the SIM had last been on a network
  remaining bigint,
  primary key (organization_id, iccid, type),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);

create table store.provider_usage_reads (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  tried_at timestamptz not null,
  read_at timestamptz,
  complete_until date, -- the last day that was over when it was read
  remaining bigint, -- of its data quota
  seen_at timestamptz,
  primary key (organization_id, iccid),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);

-- A day of a SIM as the provider counts it. What of it counts here, settle_usage decides.
create table store.provider_usage (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  day date not null,
  upload_bytes bigint not null check (upload_bytes >= 0),
  download_bytes bigint not null check (download_bytes >= 0),
  sms_to_device integer not null,
  sms_from_device integer not null,
  is_complete boolean not null, -- the day was over
  upload_id text collate "C" not null, -- of the records that it has in sim_usage
  download_id text collate "C" not null,
  primary key (organization_id, iccid, day)
);
create index provider_usage_by_day on store.provider_usage (organization_id, day);

create table store.provider_products (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id text not null,
  name text not null,
  charges jsonb not null,
  read_at timestamptz not null,
  primary key (organization_id, id)
);

create table store.provider_orders (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  number text not null,
  kind text not null check (kind in ('first', 'additional', 'top_up', 'bulk_top_up', 'tariff_change', 'other')),
  status text not null,
  ordered_at timestamptz,
  amount numeric, -- gross, as invoiced
  currency text,
  iccids text[] not null,
  read_at timestamptz not null,
  primary key (organization_id, number)
);
create index provider_orders_by_time on store.provider_orders (organization_id, ordered_at);

-- From when the data is, in the fleet's time.
create table store.data_age (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  kind text not null check (kind in ('list', 'quota', 'usage', 'events', 'prices')),
  source text not null check (source in ('provider', 'streamer', 'import')),
  as_of timestamptz not null,
  waiting integer not null default 0, -- SIMs that are still to be read
  primary key (organization_id, kind, source)
);

do $guard$
declare
  t text;
begin
  foreach t in array array['provider_sims', 'sync_passes', 'sync_runs', 'sync_differences', 'provider_quotas',
    'provider_usage_reads', 'provider_usage', 'provider_products', 'provider_orders', 'data_age']
  loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    execute format($policy$
      create policy own on store.%I using (
        organization_id = current_setting('app.organization_id', true))$policy$, t);
    execute format('grant select, insert, update, delete on store.%I to simon_app', t);
  end loop;
end
$guard$;

-- A provider's figure for a day and the records of that day tell of the same bytes. The records count: they
-- come sooner and say more. The figure adds what they lack, as one record of its own a direction, so that the
-- day comes to the larger of the two and nothing counts twice.
--
-- Some records may lie in another day by our clock than by the provider's. So what the day before or after
-- has beyond its own figure is not added here, and where that is not known yet, nothing is added to what the
-- day has. Volumes are rounded: a day with records is not filled up by a kilobyte or less.
create function store.settle_usage(iccids text[], days date[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  with asked as (
    select distinct p.iccid, p.day
    from unnest(iccids, days) as a (iccid, day)
    cross join (values (-1), (0), (1)) as near (shift)
    join store.provider_usage p
      on p.organization_id = organization and p.iccid = a.iccid and p.day = a.day + near.shift
  ), around as (
    select distinct a.iccid, a.day + near.shift as day
    from asked a cross join (values (-1), (0), (1)) as near (shift)
  ), state as (
    select a.iccid, a.day, p.upload_id, p.download_id, coalesce(p.is_complete, false) as is_complete,
      p.upload_bytes as said_up, p.download_bytes as said_down,
      coalesce(u.volume, 0) as own_up, coalesce(d.volume, 0) as own_down,
      coalesce(t.upload_volume, 0) - coalesce(u.volume, 0) as other_up,
      coalesce(t.download_volume, 0) - coalesce(d.volume, 0) as other_down
    from around a
    left join store.provider_usage p on p.organization_id = organization and p.iccid = a.iccid and p.day = a.day
    left join store.sim_usage u on u.organization_id = organization and u.record_id = p.upload_id
    left join store.sim_usage d on d.organization_id = organization and d.record_id = p.download_id
    left join store.sim_usage_daily t on t.organization_id = organization and t.iccid = a.iccid and t.day = a.day
  ), lacking as (
    select s.iccid, s.day, w.record_id, w.direction, w.own,
      w.said - w.other - greatest(w.surplus_before, 0) - greatest(w.surplus_after, 0) as volume,
      s.other_up + s.other_down = 0 as is_bare,
      coalesce(b.other_up + b.other_down > 0 and not b.is_complete, false)
        or coalesce(f.other_up + f.other_down > 0 and not f.is_complete, false) as is_open
    from asked
    join state s using (iccid, day)
    left join state b on b.iccid = s.iccid and b.day = s.day - 1
    left join state f on f.iccid = s.iccid and f.day = s.day + 1
    cross join lateral (values
      ('upload', s.upload_id, s.own_up, s.said_up, s.other_up,
        coalesce(b.other_up - b.said_up, 0), coalesce(f.other_up - f.said_up, 0)),
      ('download', s.download_id, s.own_down, s.said_down, s.other_down,
        coalesce(b.other_down - b.said_down, 0), coalesce(f.other_down - f.said_down, 0))
    ) as w (direction, record_id, own, said, other, surplus_before, surplus_after)
  ), wanted as (
    select iccid, day, record_id, direction, own,
      greatest(0, case
        when is_open then least(own, volume)
        when is_bare or volume > 1024 then volume
        else 0
      end) as volume
    from lacking
  ), gone as (
    delete from store.sim_usage u using wanted w
    where u.organization_id = organization and u.record_id = w.record_id and w.volume = 0
    returning u.iccid, w.day, u.direction, -u.volume as change, -1 as records
  ), moved as (
    update store.sim_usage u set volume = w.volume
    from wanted w
    where u.organization_id = organization and u.record_id = w.record_id and w.volume > 0 and u.volume <> w.volume
    returning u.iccid, w.day, u.direction, w.volume - w.own as change, 0 as records
  ), added as (
    insert into store.sim_usage (organization_id, iccid, "timestamp", volume, direction, record_id)
    select organization, w.iccid, w.day::timestamp at time zone 'UTC', w.volume, w.direction, w.record_id
    from wanted w
    where w.volume > 0
    order by w.record_id
    on conflict do nothing
    returning iccid, ("timestamp" at time zone 'UTC')::date as day, direction, volume as change, 1 as records
  ), changes as (
    select * from gone union all select * from moved union all select * from added
  )
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
    event_count = kept.event_count + excluded.event_count;

  delete from store.sim_usage_daily d
  using unnest(iccids, days) as a (iccid, day)
  where d.organization_id = organization and d.iccid = a.iccid and d.day between a.day - 1 and a.day + 1
    and d.event_count = 0;
end
$$;
revoke all on function store.settle_usage(text[], date[]) from public;
grant execute on function store.settle_usage(text[], date[]) to simon_app;

-- As in 004; where the provider's figures are read too, the days are settled at once. Whoever settles holds
-- the SIMs, in one order for all.
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
  left join store.sims s on s.organization_id = organization and s.iccid = r.iccid
  where s.iccid is null
  limit 1;
  if found then
    raise exception 'no SIM %', unknown using errcode = 'foreign_key_violation';
  end if;

  is_settled := exists (select from store.provider_usage p where p.organization_id = organization);
  if is_settled then
    perform from store.sims s where s.organization_id = organization and s.iccid = any (iccids)
    order by s.iccid for no key update;
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

-- As in 004, and the provider's figures.
create or replace function store.delete_sim_records() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from store.sim_usage u using gone g where u.organization_id = g.organization_id and u.iccid = g.iccid;
  delete from store.sim_usage_daily u using gone g where u.organization_id = g.organization_id and u.iccid = g.iccid;
  delete from store.provider_usage u using gone g where u.organization_id = g.organization_id and u.iccid = g.iccid;
  delete from store.sms_messages m using gone g where m.organization_id = g.organization_id and m.iccid = g.iccid;
  delete from store.connection_events e using gone g where e.organization_id = g.organization_id and e.iccid = g.iccid;
  delete from store.forecasts f using gone g where f.organization_id = g.organization_id and f.iccid = g.iccid;
  return null;
end
$$;

-- As in 007, and what was heard of the provider about the SIMs that go, so that they may come again.
create or replace function store.prune_fleet() returns void
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  delete from store.sim_usage where organization_id = organization;
  delete from store.sim_usage_daily where organization_id = organization;
  delete from store.provider_usage where organization_id = organization;
  delete from store.provider_sims where organization_id = organization;
  delete from store.sync_passes where organization_id = organization;
  delete from store.sync_differences where organization_id = organization;
  delete from store.data_age where organization_id = organization;
  delete from store.sms_messages where organization_id = organization;
  delete from store.connection_events where organization_id = organization;
  delete from store.forecasts where organization_id = organization;
  delete from store.alerts where organization_id = organization;
  delete from store.alert_rules where organization_id = organization;
  delete from store.support_tickets where organization_id = organization;
  delete from store.local_provider_sims where organization_id = organization;
  delete from store.sims where organization_id = organization;
  delete from store.rate_plans where organization_id = organization;
  delete from store.audit_logs where organization_id = organization and source = 'sample';
  delete from store.fleet_meta where organization_id = organization;
end
$$;
