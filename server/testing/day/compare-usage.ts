import type { Transaction } from "#db/database.ts";
import { isNear, type TheirCounts, type TheirStore } from "./their-store.ts";

/** By which a day is settled: its own and those of the days beside it. */
const FIGURES = 3;

interface OurDay {
  readonly key: string;
  readonly upload: number;
  readonly download: number;
}

interface OurCounts {
  readonly stored: number;
  readonly put_aside: number;
  readonly events: number;
  readonly from_device: number;
  readonly delivered: number;
  readonly raw: number;
  readonly daily: number;
}

/** Bytes of each SIM and day, and whether everything that was pushed since `before` is here once. */
export async function compareUsage(
  sql: Transaction,
  { days, counts }: TheirStore,
  before: TheirCounts,
): Promise<string[]> {
  const rows = await sql<OurDay[]>`
    select iccid || ' ' || day as key, upload_volume as upload, download_volume as download
    from fleet.sim_usage_daily where total_volume > 0`;
  const ours = new Map(rows.map((row) => [row.key, row]));
  const wrong: string[] = [];
  for (const { iccid, day, rx, tx, transferred } of days) {
    const key = `${iccid} ${day}`;
    const our = ours.get(key);
    ours.delete(key);
    const isSame = isNear(our?.upload, tx, FIGURES) && isNear(our?.download, rx, FIGURES);
    if (isSame) continue;
    // nobody can be asked any more what a SIM that is gone had used before the stream began
    const isLess = (our?.upload ?? 0) <= tx && (our?.download ?? 0) <= rx;
    if (transferred === 1 && isLess) continue;
    wrong.push(`${key}: ${our?.upload} + ${our?.download} B, and ${tx} + ${rx} B there`);
  }
  for (const key of ours.keys()) wrong.push(`${key}: no usage there`);
  const [count] = await sql<OurCounts[]>`
    select count(*) filter (where state in ('stored', 'unused')) as stored,
      count(*) filter (where state in ('held', 'refused')) as put_aside,
      count(*) filter (where kind = 'event') as events,
      (select count(*) from store.sms_messages where direction = 'mo') as from_device,
      (select count(*) from store.sms_messages where direction = 'mt' and status = 'delivered') as delivered,
      (select count(*) from fleet.sim_usage) as raw,
      (select sum(event_count) from fleet.sim_usage_daily)::bigint as daily
    from store.stream_records`;
  const since = (name: keyof TheirCounts) => counts[name] - before[name];
  const expected = {
    stored: since("usageRecords") + since("events"),
    put_aside: 0,
    events: since("events"),
    from_device: since("fromDevice"),
    delivered: since("delivered"),
    daily: count?.raw,
  };
  for (const [name, their] of Object.entries(expected)) {
    const our = count?.[name as keyof OurCounts];
    if (our !== their) wrong.push(`${name}: ${our} here, ${their} there`);
  }
  return wrong;
}
