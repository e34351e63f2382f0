-- Answers that a person keeps beside a conversation, on whatever device it is read.
alter table store.messages add column pinned_at timestamptz check (pinned_at is null or role = 'assistant');
