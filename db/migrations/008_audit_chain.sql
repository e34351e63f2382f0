-- The audit log as a chain: every recorded row carries its number in its organisation, the hash of the
-- row before it and one of its own, an HMAC whose key is outside the database (domain/audit). Rows of
-- the demo, and rows recorded before this migration, are outside the chain.

alter table store.audit_logs
  add column sequence bigint check (sequence > 0),
  add column previous_hash bytea check (octet_length(previous_hash) = 32),
  add column hash bytea check (octet_length(hash) = 32);
alter table store.audit_logs add constraint recorded_is_chained check (
  num_nonnulls(sequence, previous_hash, hash) = case source when 'recorded' then 3 else 0 end
) not valid; -- older recorded rows stay as they are
create unique index audit_logs_by_sequence on store.audit_logs (organization_id, sequence)
  where sequence is not null;

-- Rows that claim to be of the demo are not for the application to write. By its name, not `to
-- simon_app`: before Postgres 16 that would be for its member, the login role, as well.
create policy application_records on store.audit_logs as restrictive for insert
  with check (source = 'recorded' or current_user <> 'simon_app');

-- The newest link of each organisation's chain.
create table store.audit_heads (
  organization_id text not null default current_setting('app.organization_id')
    check (organization_id <> '') primary key,
  sequence bigint not null check (sequence >= 0),
  hash bytea not null check (octet_length(hash) = 32)
);
alter table store.audit_heads enable row level security;
alter table store.audit_heads force row level security;
create policy own on store.audit_heads using (
  organization_id = current_setting('app.organization_id', true));
-- No more than that: it moves on by the two functions below alone.
grant select on store.audit_heads to simon_app;

-- Takes the head for this transaction, made where there is none, and ids for the rows to come. The last
-- lock that a transaction takes.
create function store.lock_audit_head(entries integer)
returns table (last_sequence bigint, last_hash bytea, ids bigint[])
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id');
begin
  insert into store.audit_heads (organization_id, sequence, hash)
    values (organization, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select h.sequence, h.hash into last_sequence, last_hash from store.audit_heads h
    where h.organization_id = organization for update;
  if exists (select from store.audit_logs a
             where a.organization_id = organization and a.sequence > last_sequence) then
    raise exception 'the head of the audit log is behind its rows' using errcode = 'data_corrupted';
  end if;
  ids := array(select nextval('store.audit_logs_id_seq'::regclass) from generate_series(1, entries));
  return next;
end
$$;

-- Recorded rows are let in only where they follow the head without a gap; the last of them is the new
-- head. Whether their hashes are right only the holder of the key can tell.
create function store.advance_audit_head() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  organization text := current_setting('app.organization_id', true);
  head store.audit_heads;
  follows boolean;
begin
  if not exists (select from added where source = 'recorded') then
    return null;
  end if;
  select * into head from store.audit_heads h where h.organization_id = organization for update;
  select bool_and(r.organization_id = organization
      and r.sequence = head.sequence + r.place and r.previous_hash = r.hash_before)
    into follows
  from (
    select a.organization_id, a.sequence, a.previous_hash, row_number() over in_order as place,
      lag(a.hash, 1, head.hash) over in_order as hash_before
    from added a where a.source = 'recorded'
    window in_order as (order by a.sequence)
  ) as r;
  if follows is not true then
    raise exception 'audit rows have to follow the head of their chain' using errcode = 'check_violation';
  end if;
  update store.audit_heads h set sequence = newest.sequence, hash = newest.hash
  from (select a.sequence, a.hash from added a where a.source = 'recorded'
        order by a.sequence desc limit 1) as newest
  where h.organization_id = organization;
  return null;
end
$$;
create trigger advance_audit_head after insert on store.audit_logs
  referencing new table as added for each statement execute function store.advance_audit_head();

revoke all on function store.lock_audit_head(integer), store.advance_audit_head() from public;
grant execute on function store.lock_audit_head(integer) to simon_app;
