import { pluralOf } from "#core/plural.ts";
import { MAX_OF_A_KIND, type Source } from "../notification.ts";

/** Changes that the person proposed or decided on, and that ended with rows that failed or whose outcome nobody knows. */
export const failedChanges: Source = async (sql, { userId }, since) => {
  const rows = await sql<{ id: string; title: string; failed: number; at: Date }[]>`
    select id, preview->>'title' as title, failed, finished_at as at
    from store.change_sets c
    cross join lateral (
      select count(*) as failed from store.change_items i
      where i.change_id = c.id and i.state in ('failed', 'unknown')
    ) as items
    where state in ('done', 'cancelled') and finished_at > ${since} and failed > 0
      and (proposed_by = ${userId} or exists (
        select from store.change_decisions d where d.change_id = c.id and d.user_id = ${userId}))
    order by finished_at desc limit ${MAX_OF_A_KIND}`;
  return rows.map(({ id, title, failed, at }) => ({
    ref: id,
    text: `“${title}” ended with ${failed.toLocaleString("en")} ${failed === 1 ? "failure" : pluralOf("failure")}`,
    href: `/changes/${id}`,
    at,
  }));
};
