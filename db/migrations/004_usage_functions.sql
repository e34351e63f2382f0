-- The only ways to write the usage tables. They run as the owner, in the organisation of the setting.

-- Adds raw records and their part of the daily totals. A record_id that the organisation has already
-- is skipped, so loading twice changes nothing. Returns the number of new rows.
create function store.ingest_usage(
  iccids text[], at timestamptz[], volumes bigint[], directions text[],
  operators text[], countries text[], record_ids text[]
) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
  unknown text;
  inserted bigint;
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

  with fresh as (
    insert into store.sim_usage
      (organization_id, iccid, "timestamp", volume, direction, operator, country, record_id)
    select organization, r.iccid, r.at, r.volume, r.direction, r.operator, r.country, r.record_id
    from unnest(iccids, at, volumes, directions, operators, countries, record_ids)
      as r (iccid, at, volume, direction, operator, country, record_id)
    order by r.record_id -- one order for all writers, so that two never wait for each other
    on conflict do nothing
    returning sim_usage.iccid, sim_usage."timestamp", sim_usage.volume, sim_usage.direction
  ), daily as (
    insert into store.sim_usage_daily as kept
      (organization_id, iccid, day, total_volume, upload_volume, download_volume, event_count)
    select organization, f.iccid, (f."timestamp" at time zone 'UTC')::date,
      sum(f.volume),
      coalesce(sum(f.volume) filter (where f.direction = 'upload'), 0),
      coalesce(sum(f.volume) filter (where f.direction = 'download'), 0),
      count(*)
    from fresh f
    group by 2, 3
    order by 2, 3
    on conflict (organization_id, iccid, day) do update set
      total_volume = kept.total_volume + excluded.total_volume,
      upload_volume = kept.upload_volume + excluded.upload_volume,
      download_volume = kept.download_volume + excluded.download_volume,
      event_count = kept.event_count + excluded.event_count
  )
  select count(*) into inserted from fresh;
  return inserted;
end
$$;

-- With a SIM go the records that no foreign key ties to it. Its tickets and audit rows stay.
create function store.delete_sim_records() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from store.sim_usage u using gone g where u.organization_id = g.organization_id and u.iccid = g.iccid;
  delete from store.sim_usage_daily u using gone g where u.organization_id = g.organization_id and u.iccid = g.iccid;
  delete from store.sms_messages m using gone g where m.organization_id = g.organization_id and m.iccid = g.iccid;
  delete from store.connection_events e using gone g where e.organization_id = g.organization_id and e.iccid = g.iccid;
  delete from store.forecasts f using gone g where f.organization_id = g.organization_id and f.iccid = g.iccid;
  return null;
end
$$;
create trigger delete_sim_records after delete on store.sims
  referencing old table as gone for each statement execute function store.delete_sim_records();

-- Empties the organisation's fleet, to make it anew. Conversations, imports and what was really
-- recorded in the audit log stay.
create function store.prune_fleet() returns void
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  delete from store.sim_usage where organization_id = organization;
  delete from store.sim_usage_daily where organization_id = organization;
  delete from store.sms_messages where organization_id = organization;
  delete from store.connection_events where organization_id = organization;
  delete from store.forecasts where organization_id = organization;
  delete from store.alerts where organization_id = organization;
  delete from store.alert_rules where organization_id = organization;
  delete from store.support_tickets where organization_id = organization;
  delete from store.sims where organization_id = organization;
  delete from store.rate_plans where organization_id = organization;
  delete from store.audit_logs where organization_id = organization and source = 'sample';
  delete from store.fleet_meta where organization_id = organization;
end
$$;
