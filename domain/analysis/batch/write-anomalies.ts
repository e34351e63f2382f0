import type { Analysed, FoundAnomaly } from "#analytics/fleet/types.ts";
import { RECENT_DAYS } from "#analytics/fleet/types.ts";
import { fleetNow } from "#core/clock.ts";
import { addDays } from "#core/day.ts";
import type { Transaction } from "#db/database.ts";
import { isSame } from "../merged-anomalies.ts";

interface Known {
  readonly id: number;
  readonly iccid: string;
  readonly kind: FoundAnomaly["kind"] | "cohort";
  readonly day: string;
  readonly last_day: string;
  readonly seen: string | null;
  readonly status: string;
  readonly is_touched: boolean;
  readonly source: string;
}

type Row = FoundAnomaly & { readonly id: number | null; readonly iccid: string };

/**
 * What is strange about some SIMs in the recent days. What was found before is brought up to date: its number and
 * what a person made of it stay. What is not found any more goes, unless somebody dealt with it.
 */
export async function writeAnomalies(
  sql: Transaction,
  asOf: string,
  parts: readonly Pick<Analysed, "judged" | "anomalies">[],
): Promise<number> {
  const judged = parts.flatMap((part) => part.judged);
  const known = await knownOf(sql, addDays(asOf, 1 - RECENT_DAYS), judged);
  const rows: Row[] = [];
  const again = new Set<number>();
  for (const { id: iccid, anomalies } of parts.flatMap((part) => part.anomalies)) {
    for (const anomaly of anomalies) {
      const same = known.get(iccid)?.find((row) => !again.has(row.id) && isAgain(row, anomaly));
      if (same) again.add(same.id);
      rows.push({ ...anomaly, iccid, id: same?.id ?? null });
    }
  }
  const gone = [...known.values()]
    .flat()
    .filter(({ id, is_touched }) => !again.has(id) && !is_touched);
  if (gone.length > 0)
    await sql`delete from store.anomalies where id = any(${gone.map(({ id }) => id)}::bigint[])`;
  await update(
    sql,
    rows.filter(({ id }) => id !== null),
  );
  await insert(
    sql,
    rows.filter(({ id }) => id === null),
  );
  return rows.length;
}

/** Of what a person has dismissed, only what is like it stays quiet; that is not among what was found. */
function isAgain(row: Known, { kind, day, lastDay, seen }: FoundAnomaly): boolean {
  if (row.status === "dismissed" || row.kind === "cohort") return false;
  const { last_day } = row;
  return isSame(
    { kind: row.kind, day: row.day, last_day, seen: row.seen },
    { kind, day, last_day: lastDay, seen: seen ?? null },
  );
}

/** Of the recent days, and what came with a demo. */
async function knownOf(
  sql: Transaction,
  since: string,
  iccids: readonly string[],
): Promise<Map<string, Known[]>> {
  const rows = await sql<Known[]>`
    select id, iccid, kind, day, coalesce(last_day, day) as last_day, seen, status, source,
      status <> 'open' or assigned_to is not null as is_touched
    from store.anomalies
    where iccid = any(${iccids as string[]}::text[])
      and (coalesce(last_day, day) >= ${since}::date or source = 'sample')
    order by id`;
  return Map.groupBy(rows, ({ iccid }) => iccid);
}

async function update(sql: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update store.anomalies a set kind = r.kind, day = r.day, last_day = r.last_day,
      is_ongoing = r.is_ongoing, observed = r.observed, expected = r.expected, score = r.score,
      severity = r.severity, reason = r.reason, next_step = r.next_step, seen = r.seen,
      oddness = r.oddness, source = 'computed'
    from ${columns(sql, rows)} where a.id = r.id`;
}

async function insert(sql: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into store.anomalies (iccid, kind, day, last_day, is_ongoing, observed, expected, score,
      severity, reason, next_step, seen, oddness, detected_at)
    select r.iccid, r.kind, r.day, r.last_day, r.is_ongoing, r.observed, r.expected, r.score, r.severity,
      r.reason, r.next_step, r.seen, r.oddness, ${fleetNow()}
    from ${columns(sql, rows)} join store.sims s on s.iccid = r.iccid`;
}

function columns(sql: Transaction, rows: readonly Row[]) {
  const of = <T>(read: (row: Row) => T) => rows.map(read);
  return sql`
    unnest(${of(({ id }) => id)}::bigint[], ${of(({ iccid }) => iccid)}::text[],
      ${of(({ kind }) => kind)}::text[], ${of(({ day }) => day)}::date[],
      ${of(({ lastDay }) => lastDay)}::date[], ${of(({ isOngoing }) => String(isOngoing))}::boolean[],
      ${of(({ observed }) => Math.round(observed))}::bigint[],
      ${of(({ expected }) => Math.round(expected))}::bigint[], ${of(({ score }) => score)}::float8[],
      ${of(({ severity }) => severity)}::text[], ${of(({ reason }) => reason)}::text[],
      ${of(({ nextStep }) => nextStep)}::text[], ${of(({ seen }) => seen ?? null)}::text[],
      ${of(({ oddness }) => oddness)}::float8[])
      as r (id, iccid, kind, day, last_day, is_ongoing, observed, expected, score, severity, reason,
        next_step, seen, oddness)`;
}
