import type { Transaction } from "#db/database.ts";

/**
 * The ids of a message and of what came before it, oldest first: one version of the conversation.
 * Without `lastId`, the version that is shown.
 */
export async function pathTo(
  sql: Transaction,
  threadId: string,
  lastId: string | null = null,
): Promise<string[]> {
  const rows = await sql`
    with recursive path as (
      select m.id, m.parent_id, 0 as back
      from store.messages m
      where m.thread_id = ${threadId} and m.id = coalesce(${lastId}::text,
        (select head_id from store.threads where id = ${threadId}),
        (select id from store.messages where thread_id = ${threadId}
         order by position desc, id desc limit 1))
      union all
      select m.id, m.parent_id, path.back + 1
      from path join store.messages m on m.thread_id = ${threadId} and m.id = path.parent_id
    )
    select id from path order by back desc`;
  return rows.map(({ id }) => String(id));
}

/** Where a message is read on: its newest answer, the newest question after that, and so to the end. */
export async function newestBelow(
  sql: Transaction,
  threadId: string,
  messageId: string,
): Promise<string | undefined> {
  const [last] = await sql`
    with recursive below as (
      select id, 0 as depth from store.messages where thread_id = ${threadId} and id = ${messageId}
      union all
      select newest.id, below.depth + 1
      from below cross join lateral (
        select m.id from store.messages m
        where m.thread_id = ${threadId} and m.parent_id = below.id
        order by m.position desc limit 1
      ) newest
    )
    select id from below order by depth desc limit 1`;
  return last && String(last.id);
}
