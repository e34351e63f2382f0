-- What a provider was asked for only: what is pushed or loaded has its time where it is kept. And how much waits
-- is known before anything was read for the first time.
alter table store.data_age
  drop constraint data_age_pkey,
  drop column source,
  add primary key (organization_id, kind),
  alter column as_of drop not null;
