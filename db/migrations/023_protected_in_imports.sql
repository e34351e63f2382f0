-- Protected SIMs that a checked list would change: left out when it is loaded, unless a person confirms them.
alter table store.imports
  add column protected_iccids text[],
  add column protected_confirmed boolean not null default false;
