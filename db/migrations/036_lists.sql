-- Lists of SIMs that people bring along, to ask about. Of the whole organisation, by their names.

create table store.sim_lists (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  name text not null check (length(name) between 1 and 100),
  made_by text not null, -- e-mail
  not_found text[] not null, -- ICCIDs of the file that this fleet does not have
  made_at timestamptz not null,
  primary key (organization_id, name)
);

create table store.listed_sims (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  list text not null,
  iccid text collate "C" not null,
  primary key (organization_id, iccid, list),
  foreign key (organization_id, list) references store.sim_lists on delete cascade
);
create index listed_sims_by_list on store.listed_sims (organization_id, list);

do $guard$
declare
  t text;
begin
  foreach t in array array['sim_lists', 'listed_sims'] loop
    execute format('alter table store.%I enable row level security', t);
    execute format('alter table store.%I force row level security', t);
    execute format($policy$
      create policy own on store.%I using (
        organization_id = current_setting('app.organization_id', true))$policy$, t);
    execute format('grant select, insert, update, delete on store.%I to simon_app', t);
  end loop;
end
$guard$;

create view fleet.listed_sims with (security_barrier) as
  select iccid, list
  from store.listed_sims where organization_id = current_setting('app.organization_id', true);
grant select on fleet.listed_sims to simon_app, simon_reader;
