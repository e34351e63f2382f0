-- Versions of a conversation, and its words. A message edited or answered again is a sibling of the
-- earlier one: the same parent. `position` only tells which came first.

alter table store.threads add column head_id text; -- the last message of what is shown; null: the newest
create index messages_by_parent on store.messages (organization_id, user_id, thread_id, parent_id, position);

-- Punctuation is space, or `meter-12` would be the word `meter` and the number -12.
create function store.words_of(said text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('pg_catalog.simple'::regconfig,
    translate(left(said, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~–—„“”', repeat(' ', 40)));

create function store.said_in(content jsonb) returns text
  language sql immutable parallel safe
  return (
    select string_agg(part ->> 'text', E'\n' order by at)
    from jsonb_array_elements(
      case jsonb_typeof(content -> 'parts') when 'array' then content -> 'parts' else '[]' end
    ) with ordinality as parts (part, at)
    where part ->> 'type' = 'text'
  );

revoke all on function store.words_of(text), store.said_in(jsonb) from public;
grant execute on function store.words_of(text), store.said_in(jsonb) to simon_app;

-- No index: under row-level security Postgres would not use it, and a person's own messages are few.
alter table store.messages
  add column words tsvector generated always as (store.words_of(coalesce(store.said_in(content), ''))) stored;
