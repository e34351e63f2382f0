import type { Transaction } from "#db/database.ts";
import { storable } from "#db/storable.ts";
import type { ChangeItem } from "./change.ts";

const BATCH = 5_000;

/** Writes the rows of a new change, in their order. */
export async function insertItems(
  sql: Transaction,
  changeId: string,
  items: readonly ChangeItem[],
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH);
    const of = <T>(pick: (item: ChangeItem) => T) => batch.map(pick);
    await sql`
      insert into store.change_items
        (change_id, position, target, label, state, before, after, reason)
      select ${changeId}, ${start}::int + n::int, target, label, state, before::jsonb, after::jsonb, reason
      from unnest(
        ${of(({ target }) => target)}::text[], ${of(({ label }) => label)}::text[],
        ${of(({ state }) => state)}::text[], ${of(({ before }) => storable(before))}::text[],
        ${of(({ after }) => storable(after))}::text[], ${of(({ reason }) => reason)}::text[]
      ) with ordinality as t (target, label, state, before, after, reason, n)`;
  }
}
