import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import type { ChangeItem, ChangePreview, ChangeState } from "./change.ts";

/** A change set as the table has it. */
export interface StoredChange {
  readonly id: string;
  readonly tool: string;
  readonly input: Record<string, unknown>;
  readonly state: ChangeState;
  readonly preview: ChangePreview;
  readonly channel: string;
  readonly proposed_by: string;
  readonly proposed_by_name: string;
  readonly words: string | null;
  readonly undo_of: string | null;
  readonly retry_of: string | null;
  /** Its rows that were protected, and named, when it was proposed; null where that does not matter. */
  readonly protected_named: readonly string[] | null;
  readonly approvals_needed: number;
  readonly owner_needed: boolean;
  readonly typed_count: number | null;
  readonly approval_rule: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly finished_at: Date | null;
}

export const CHANGE_COLUMNS = [
  "id",
  "tool",
  "input",
  "state",
  "preview",
  "channel",
  "proposed_by",
  "proposed_by_name",
  "words",
  "undo_of",
  "retry_of",
  "protected_named",
  "approvals_needed",
  "owner_needed",
  "typed_count",
  "approval_rule",
  "created_at",
  "expires_at",
  "finished_at",
] satisfies (keyof StoredChange)[];

/**
 * A change, locked until the transaction ends: `update` against everybody, `share` only against those
 * who change its state.
 *
 * @throws NotFound also for another organisation's.
 */
export async function lockChange(
  sql: Transaction,
  id: string,
  lock: "update" | "share",
): Promise<StoredChange> {
  const [row] = await sql<StoredChange[]>`
    select ${sql(CHANGE_COLUMNS)} from store.change_sets where id = ${id}
    ${lock === "update" ? sql`for update` : sql`for share`}`;
  if (!row) throw noSuchChange(id);
  return row;
}

export function noSuchChange(id: string): NotFound {
  return new NotFound(`There is no change ${id} in this organisation.`);
}

/** An item as the table has it. */
export interface StoredItem extends ChangeItem {
  readonly position: number;
  readonly attempts: number;
}

export const ITEM_COLUMNS = [
  "position",
  "target",
  "label",
  "state",
  "before",
  "after",
  "reason",
  "attempts",
] satisfies (keyof StoredItem)[];
