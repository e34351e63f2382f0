-- When a provider was asked for an item's effect, first and last: a lost answer is cleared up by what
-- appeared there since.
alter table store.change_items
  add column first_asked_at timestamptz,
  add column last_asked_at timestamptz;
