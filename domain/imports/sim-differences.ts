import type { Transaction } from "#db/database.ts";
import type { ChangingField, Comparison } from "./compare-sims.ts";
import type { ChangedRow, Differences } from "./loader.ts";
import type { SimRecord } from "./sim-row.ts";

const EXAMPLES = 10;

type Stored = Readonly<Record<ChangingField, unknown>> & { readonly iccid: string };

/** Which fields a file of SIMs would change and how often, with the first rows in full. */
export class SimDifferences implements Differences {
  readonly #rows = new Map<ChangingField, number>();
  readonly examples: ChangedRow[] = [];

  get fields(): Differences["fields"] {
    return [...this.#rows]
      .map(([field, rows]) => ({ field, rows }))
      .sort((a, b) => b.rows - a.rows);
  }

  /** `records` in the order of the file. */
  async note(
    sql: Transaction,
    records: readonly SimRecord[],
    compared: readonly Comparison[],
  ): Promise<void> {
    const changedOf = new Map(compared.map(({ iccid, changed }) => [iccid, changed]));
    for (const { changed } of compared)
      for (const field of changed) this.#rows.set(field, (this.#rows.get(field) ?? 0) + 1);
    const shown = records
      .filter(({ iccid }) => changedOf.get(iccid)?.length)
      .slice(0, EXAMPLES - this.examples.length);
    if (shown.length === 0) return;
    const stored = await sql<Stored[]>`
      select * from store.sims where iccid = any(${shown.map(({ iccid }) => iccid)}::text[])`;
    for (const record of shown) {
      const before = stored.find(({ iccid }) => iccid === record.iccid);
      if (!before) continue; // deleted in this very moment
      const changes = (changedOf.get(record.iccid) ?? []).map((field) => ({
        field,
        from: textOf(before[field]),
        to: textOf(record[field]),
      }));
      this.examples.push({ iccid: record.iccid, label: textOf(before.label), changes });
    }
  }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(", ") : String(value);
}
