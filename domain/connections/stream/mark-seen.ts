import type { Transaction } from "#db/database.ts";
import type { Placed } from "./streamed.ts";

const SEEN_BY = new Set(["attach", "session_start", "session_end", "imei_change"]);

/** When, where and with what each SIM was last seen; what is older than that changes nothing. */
export async function markSeen(sql: Transaction, records: readonly Placed[]): Promise<void> {
  const signs = records.filter(isSign);
  await markPlace(sql, newestOf(signs));
  await markRadio(sql, newestOf(signs.filter(({ rat }) => rat !== null)));
}

function newestOf(records: readonly Placed[]): Placed[] {
  const newest = new Map<string, Placed>();
  for (const record of records) {
    const known = newest.get(record.iccid);
    if (!known || known.at < record.at) newest.set(record.iccid, record);
  }
  return [...newest.values()];
}

async function markPlace(sql: Transaction, seen: readonly Placed[]): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    update store.sims s
    set last_seen_at = r.at, operator = coalesce(r.operator, s.operator),
        country = coalesce(r.country, s.country), imei = coalesce(r.imei, s.imei)
    from unnest(
      ${seen.map(({ iccid }) => iccid)}::text[],
      ${seen.map(({ at }) => at.toISOString())}::timestamptz[],
      ${seen.map(({ operator }) => operator)}::text[],
      ${seen.map(({ country }) => country)}::text[],
      ${seen.map(({ imei }) => imei)}::text[]) as r (iccid, at, operator, country, imei)
    where s.iccid = r.iccid and (s.last_seen_at is null or s.last_seen_at < r.at)`;
}

/** With a time of its own: events tell of it, and usage, which is often newer, does not. */
async function markRadio(sql: Transaction, seen: readonly Placed[]): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    update store.sims s set rat = r.rat, rat_seen_at = r.at
    from unnest(
      ${seen.map(({ iccid }) => iccid)}::text[],
      ${seen.map(({ at }) => at.toISOString())}::timestamptz[],
      ${seen.map(({ rat }) => rat)}::text[]) as r (iccid, at, rat)
    where s.iccid = r.iccid and (s.rat_seen_at is null or s.rat_seen_at < r.at)`;
}

/** Whether the device must have been on the network. */
function isSign(record: Placed): boolean {
  if (record.kind === "data") return record.uploadBytes + record.downloadBytes > 0;
  return record.kind === "sms" || SEEN_BY.has(record.type ?? "");
}
