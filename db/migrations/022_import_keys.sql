-- The request that a checked file came with, so that the same request again gets the same file.
alter table store.imports
  add column idempotency_caller text,
  add column idempotency_key text,
  add column input_hash text, -- what the key is compared by
  add constraint one_import_of_a_key unique (organization_id, idempotency_caller, idempotency_key);
