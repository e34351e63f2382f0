import type { Transaction } from "#db/database.ts";
import type { SyncKind } from "./kinds.ts";

interface Noted {
  readonly kind: SyncKind;
  /** In the fleet's time. */
  readonly asOf: Date;
  /** What is still to be read: as long as there is some, the data is no newer than it was. */
  readonly waiting?: number;
}

/** From when the data is that a provider was asked for; it does not become older by what comes late. */
export async function noteDataAge(
  sql: Transaction,
  { kind, asOf, waiting = 0 }: Noted,
): Promise<void> {
  if (waiting > 0) {
    await sql`
      insert into store.data_age (kind, waiting) values (${kind}, ${waiting})
      on conflict (organization_id, kind) do update set waiting = excluded.waiting`;
    return;
  }
  await sql`
    insert into store.data_age as kept (kind, as_of, waiting) values (${kind}, ${asOf}, 0)
    on conflict (organization_id, kind) do update
    set as_of = greatest(kept.as_of, excluded.as_of), waiting = 0`;
}
