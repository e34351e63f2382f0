import { wallNow } from "#core/clock.ts";
import { MAX_OF_A_KIND, type Source } from "../notification.ts";

/** Changes that the person may still decide on. Their own of the browser stand before them as a card. */
export const approvals: Source = async (sql, { userId }, since) => {
  const rows = await sql<{ id: string; title: string; by: string; at: Date }[]>`
    select id, preview->>'title' as title, proposed_by_name as by, created_at as at
    from store.change_sets c
    where state = 'proposed' and expires_at > ${wallNow()} and created_at > ${since}
      and not (channel = 'web' and proposed_by = ${userId})
      and not exists (
        select from store.change_decisions d where d.change_id = c.id and d.user_id = ${userId})
    order by created_at desc limit ${MAX_OF_A_KIND}`;
  return rows.map(({ id, title, by, at }) => ({
    ref: id,
    text: `“${title}” waits for approval, proposed by ${by}`,
    href: `/changes/${id}`,
    at,
  }));
};
