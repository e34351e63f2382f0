-- The change whose failed rows this one tries again.
alter table store.change_sets
  add column retry_of text,
  add foreign key (organization_id, retry_of) references store.change_sets;
create index change_sets_by_retry on store.change_sets (organization_id, retry_of)
  where retry_of is not null;
