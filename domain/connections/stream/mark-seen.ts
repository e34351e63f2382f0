import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { type Seen, seenOf } from "./seen-of.ts";
import type { Placed } from "./streamed.ts";

/**
 * When, where and with what each SIM was last seen; what is older than that changes nothing of it. And that
 * something was heard of it, in whatever order it came.
 */
export async function markSeen(sql: Transaction, records: readonly Placed[]): Promise<void> {
  const seen = seenOf(records);
  if (seen.length === 0) return;
  const now = wallNow().toISOString();
  const isoOf = (of: keyof Pick<Seen, "place" | "radio" | "device">) =>
    seen.map((sim) => sim[of]?.at.toISOString() ?? null);
  // one row a SIM and statement: it has many indexes
  await sql`
    update store.sims s set
      last_seen_at = greatest(s.last_seen_at, r.at),
      operator = case when s.last_seen_at >= r.at then s.operator else coalesce(r.operator, s.operator) end,
      country = case when s.last_seen_at >= r.at then s.country else coalesce(r.country, s.country) end,
      rat = case when s.rat_seen_at >= r.rat_at then s.rat else coalesce(r.rat, s.rat) end,
      rat_seen_at = greatest(s.rat_seen_at, r.rat_at),
      imei = case when s.imei_seen_at >= r.imei_at then s.imei else coalesce(r.imei, s.imei) end,
      imei_seen_at = greatest(s.imei_seen_at, r.imei_at),
      data_heard_at = coalesce(r.data_at, s.data_heard_at),
      sms_heard_at = coalesce(r.sms_at, s.sms_heard_at)
    from unnest(
      ${seen.map(({ iccid }) => iccid)}::text[], ${isoOf("place")}::timestamptz[],
      ${seen.map(({ place }) => place?.operator ?? null)}::text[],
      ${seen.map(({ place }) => place?.country ?? null)}::text[],
      ${isoOf("radio")}::timestamptz[], ${seen.map(({ radio }) => radio?.rat ?? null)}::text[],
      ${isoOf("device")}::timestamptz[], ${seen.map(({ device }) => device?.imei ?? null)}::text[],
      ${seen.map(({ isDataHeard }) => (isDataHeard ? now : null))}::timestamptz[],
      ${seen.map(({ isSmsHeard }) => (isSmsHeard ? now : null))}::timestamptz[])
      as r (iccid, at, operator, country, rat_at, rat, imei_at, imei, data_at, sms_at)
    where s.iccid = r.iccid`;
}
