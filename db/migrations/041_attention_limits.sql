-- From when on the overview counts a SIM among those that need somebody; null is what Simon does without being told.
alter table store.organization_settings
  add column running_out_days smallint check (running_out_days between 1 and 90),
  add column nearly_used_up_percent smallint check (nearly_used_up_percent between 1 and 99);
