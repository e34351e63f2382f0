import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import type { Change, ChangeItem, ChangeState, ItemState } from "./change.ts";
import { shown } from "./show-changes.ts";
import { CHANGE_COLUMNS, noSuchChange, type StoredChange } from "./stored.ts";

/** One change, as the actor may see it. @throws NotFound */
export async function getChange(actor: Actor, id: string): Promise<Change> {
  const [change] = await asActor(actor, async (sql) => {
    const rows = await sql<StoredChange[]>`
      select ${sql(CHANGE_COLUMNS)} from store.change_sets where id = ${id}`;
    return shown(sql, actor, rows);
  });
  if (!change) throw noSuchChange(id);
  return change;
}

interface ListInput {
  readonly state?: readonly ChangeState[] | undefined;
  /** Changes older than this one. */
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Changes, the newest first. */
export function listChanges(actor: Actor, { state, after, limit }: ListInput): Promise<Change[]> {
  const now = wallNow();
  return asActor(actor, async (sql) => {
    const rows = await sql<StoredChange[]>`
      select ${sql(CHANGE_COLUMNS)} from store.change_sets
      where ${after ? sql`(created_at, id) < (${after.createdAt}, ${after.id})` : sql`true`}
        and ${
          state?.length
            ? sql`case when state = 'proposed' and expires_at <= ${now} then 'expired' else state end
                = any(${state as string[]})`
            : sql`true`
        }
      order by created_at desc, id desc limit ${limit}`;
    return shown(sql, actor, rows);
  });
}

interface ItemsInput {
  readonly changeId: string;
  readonly state?: readonly ItemState[] | undefined;
  /** Items after this position. */
  readonly after: number;
  readonly limit: number;
}

/** Rows of a change in their order, with the position of each. @throws NotFound */
export function listItems(
  actor: Actor,
  { changeId, state, after, limit }: ItemsInput,
): Promise<(ChangeItem & { position: number })[]> {
  return asActor(actor, async (sql) => {
    const [change] = await sql`select 1 from store.change_sets where id = ${changeId}`;
    if (!change) throw noSuchChange(changeId);
    return sql<(ChangeItem & { position: number })[]>`
      select position, target, label, state, before, after, reason from store.change_items
      where change_id = ${changeId} and position > ${after}
        and ${state?.length ? sql`state = any(${state as string[]})` : sql`true`}
      order by position limit ${limit}`;
  });
}
