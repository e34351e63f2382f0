import type { Transaction } from "#db/database.ts";
import type { ChangeKind } from "./kind.ts";
import { whatDiffers } from "./preview.ts";
import type { StoredItem } from "./stored.ts";

/** Which of the items are no longer as they were previewed, and in what. */
export async function changedSince(
  sql: Transaction,
  kind: ChangeKind,
  items: readonly StoredItem[],
  options: { readonly lock: boolean },
): Promise<Map<StoredItem, string>> {
  const targets = items.map(({ target }) => target);
  const present = await kind.present(sql, targets, options);
  const changed = new Map<StoredItem, string>();
  for (const item of items) {
    const row = present.get(item.target);
    const difference = row ? whatDiffers(item.before, row.values) : "it is no longer there";
    if (difference !== null) changed.set(item, `Changed since the preview: ${difference}.`);
  }
  return changed;
}

/** Leaves out what is no longer as the person saw it: it was not what they decided on. */
export async function skipChanged(
  sql: Transaction,
  changeId: string,
  changed: ReadonlyMap<StoredItem, string>,
  now: Date,
): Promise<void> {
  if (changed.size === 0) return;
  const entries = [...changed];
  await sql`
    update store.change_items i
    set state = 'skipped', reason = c.reason, is_changed_since = true, finished_at = ${now},
      due_at = null, lease_until = null
    from unnest(${entries.map(([item]) => item.position)}::int[],
      ${entries.map(([, reason]) => reason)}::text[]) as c (position, reason)
    where i.change_id = ${changeId} and i.position = c.position`;
}
