-- Its rows that were protected when it was proposed, and named one by one; null where protection does
-- not matter. What is protected since then is left out when it is approved.
alter table store.change_sets add column protected_named text[];
