import { asActor } from "#db/guard.ts";
import { decide } from "#domain/changes/decide.ts";
import { listDrift } from "#domain/sync/differences/list-drift.ts";
import { resolveConflict } from "#domain/sync/differences/resolve-conflict.ts";
import type { Day } from "./day.ts";

const PAGE = 100;

/**
 * A person goes through the list of differences: of names, ours and theirs in turns, of the rest theirs.
 *
 * @returns how many there were.
 */
export async function decideDifferences({ owner }: Day): Promise<number> {
  let decided = 0;
  let cursor: string | undefined;
  for (;;) {
    const page = await listDrift(owner, { limit: PAGE, cursor });
    for (const { id, field } of page.differences) {
      const isOurs = field === "label" && decided++ % 2 === 0;
      const { proposal } = await resolveConflict(owner, id, isOurs ? "ours" : "theirs");
      if (proposal) await decide(owner, proposal.approval.id, { decision: "approve" });
    }
    if (!page.has_more) return decided;
    cursor = page.next_cursor ?? undefined;
  }
}

/** What is in the list still. */
export async function countDifferences({ owner }: Day): Promise<number> {
  const [row] = await asActor(
    owner,
    (sql) => sql<{ count: number }[]>`
      select count(*) as count from store.sync_differences where field <> 'presence'`,
  );
  return row?.count ?? 0;
}
