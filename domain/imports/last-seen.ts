import type { Transaction } from "#db/database.ts";
import type { UsageRecord } from "./usage-row.ts";

const SIMS_MAX = 20_000;

/** The newest record with traffic of each SIM: when, and on which network, the SIM was last seen. */
export class LastSeen {
  readonly #newest = new Map<string, UsageRecord>();

  note(records: Iterable<UsageRecord>): void {
    for (const record of records) {
      if (record.volumeBytes === 0) continue;
      const known = this.#newest.get(record.iccid);
      if (!known || known.at < record.at) this.#newest.set(record.iccid, record);
    }
  }

  /** Gathered over many batches, because a file in order of time has each SIM in all of them. */
  get isFull(): boolean {
    return this.#newest.size >= SIMS_MAX;
  }

  /** Takes over what is newer than what the SIMs have, and forgets it. */
  async apply(sql: Transaction): Promise<void> {
    const records = [...this.#newest.values()];
    this.#newest.clear();
    if (records.length === 0) return;
    await sql`
      update store.sims s
      set last_seen_at = r.at, operator = coalesce(r.operator, s.operator),
          country = coalesce(r.country, s.country)
      from unnest(
        ${records.map((record) => record.iccid)}::text[],
        ${records.map((record) => record.at.toISOString())}::timestamptz[],
        ${records.map((record) => record.operator)}::text[],
        ${records.map((record) => record.country)}::text[]) as r (iccid, at, operator, country)
      where s.iccid = r.iccid and (s.last_seen_at is null or s.last_seen_at < r.at)`;
  }
}
