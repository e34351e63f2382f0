import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { endChange } from "./end-change.ts";
import type { ChangeKind } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import { protectedSims } from "./protected.ts";
import { changedSince, skipChanged } from "./recheck.ts";
import { rulesIn } from "./rules.ts";
import { ITEM_COLUMNS, type StoredChange, type StoredItem } from "./stored.ts";

/** The job queue that works on changes; a job's reference is the change's id. */
export const CHANGES_QUEUE = "changes";

/**
 * Hands an approved change (locked by the caller) to the workers: what was previewed, and no row that
 * is not as it was then.
 *
 * @returns why it was not started.
 */
export async function startChange(
  sql: Transaction,
  actor: Actor,
  change: StoredChange,
): Promise<Conflict | null> {
  const kind = kindOf(change.tool);
  const now = wallNow();
  const items = await sql<StoredItem[]>`
    select ${sql(ITEM_COLUMNS)} from store.change_items
    where change_id = ${change.id} and state = 'pending' order by position`;
  const changed = new Map([
    ...(await protectedSince(sql, change, items)),
    ...(await changedSince(sql, kind, items, { lock: false })),
  ]);
  await skipChanged(sql, change.id, changed, now);
  const left = items.filter((item) => !changed.has(item)); // what would have saved money may be gone
  if (await isDearer(sql, kind, change, left)) {
    await endChange(sql, actor, change.id, "expired");
    return new Conflict(
      "The price has risen since the preview, or is no longer known, so nothing was done. Ask for it again to see how it is now.",
    );
  }
  await sql`
    update store.change_sets set state = 'running', started_at = ${now} where id = ${change.id}`;
  await sql`
    insert into store.outbox (queue, reference, created_at)
    values (${CHANGES_QUEUE}, ${change.id}, ${now})`;
  return null;
}

/** Which of the items are protected by now, and were not when it was proposed. */
async function protectedSince(
  sql: Transaction,
  { protected_named }: StoredChange,
  items: readonly StoredItem[],
): Promise<Map<StoredItem, string>> {
  if (protected_named === null) return new Map();
  const named = new Set(protected_named);
  const others = items.filter(({ target }) => !named.has(target));
  const targets = others.map(({ target }) => target);
  const guarded = await protectedSims(sql, targets, await rulesIn(sql));
  return new Map(
    others.flatMap((item) => {
      const why = guarded.get(item.target);
      return why === undefined ? [] : [[item, `Changed since the preview: now ${why}.`]];
    }),
  );
}

async function isDearer(
  sql: Transaction,
  kind: ChangeKind,
  { input, preview }: StoredChange,
  items: readonly StoredItem[],
): Promise<boolean> {
  const priced = await kind.price?.(sql, input, items);
  if (!priced) return false;
  if ((priced.unpriced_count ?? 0) > (preview.unpriced_count ?? 0)) return true;
  return priced.costs.some(({ total }) => {
    const shown = preview.costs.find((cost) => cost.total.currency === total.currency);
    return total.amount > (shown?.total.amount ?? 0);
  });
}
