import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import type { ChangeKind } from "./kind.ts";
import { rowsOf } from "./preview.ts";

const MAX_NAMED = 3;

/** Changes of the same sort that are open for some of these rows: approving both may do it twice. */
export async function waitingAlready(
  sql: Transaction,
  { tool, noun }: ChangeKind,
  targets: readonly string[],
): Promise<string[]> {
  const open = await sql<{ title: string; by: string; state: string; rows: number }[]>`
    select c.preview->>'title' as title, c.proposed_by_name as by, c.state, count(*) as rows
    from store.change_sets c join store.change_items i on i.change_id = c.id
    where c.tool = ${tool} and i.target = any(${targets as string[]})
      and ((c.state = 'proposed' and c.expires_at > ${wallNow()} and i.state = 'pending')
        or (c.state in ('running', 'paused') and i.state in ('pending', 'running', 'verifying')))
    group by c.id, c.preview, c.proposed_by_name, c.state, c.created_at
    order by c.created_at desc limit ${MAX_NAMED}`;
  return open.map(({ title, by, state, rows }) => {
    const how = state === "proposed" ? "waited for a decision" : "was being carried out";
    const same = `${rowsOf(noun, rows)} ${rows === 1 ? "is" : "are"} in both`;
    return `When this was asked for, “${title}”, asked for by ${by}, ${how} already: ${same}.`;
  });
}
