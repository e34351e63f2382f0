import type { Transaction } from "#db/database.ts";

export type AgeKind = "list" | "quota" | "usage" | "events" | "prices";

interface Noted {
  readonly kind: AgeKind;
  readonly source: "provider" | "streamer" | "import";
  /** In the fleet's time; null leaves it as it is. */
  readonly asOf: Date | null;
  readonly waiting?: number;
}

/** From when the data of a kind is; it does not become older by what comes late. */
export async function noteDataAge(
  sql: Transaction,
  { kind, source, asOf, waiting = 0 }: Noted,
): Promise<void> {
  if (asOf === null) {
    await sql`
      update store.data_age set waiting = ${waiting} where kind = ${kind} and source = ${source}`;
    return;
  }
  await sql`
    insert into store.data_age as kept (kind, source, as_of, waiting)
    values (${kind}, ${source}, ${asOf}, ${waiting})
    on conflict (organization_id, kind, source) do update
    set as_of = greatest(kept.as_of, excluded.as_of), waiting = excluded.waiting`;
}
