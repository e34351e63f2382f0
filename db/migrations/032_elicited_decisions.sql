-- A client that an owner trusts may have its person decide on a small change that can be undone.
alter table store.change_decisions drop constraint change_decisions_channel_check;
alter table store.change_decisions
  add constraint change_decisions_channel_check check (channel in ('web', 'slack', 'mcp'));
