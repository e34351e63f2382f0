-- Who approved a change that waits for a second person may still reject it.
alter table store.change_decisions
  drop constraint change_decisions_pkey,
  add primary key (organization_id, change_id, user_id, decision);
