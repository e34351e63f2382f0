-- The next item of a change is the first of this index, however many there are. No time: due at once.
drop index store.change_items_to_do;
create index change_items_to_do on store.change_items
  (organization_id, change_id, due_at nulls first, position)
  where state in ('pending', 'running', 'verifying');
