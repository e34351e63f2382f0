import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "#db/database.ts";

/** What an analysis writes, a row or more a SIM. */
const RESULTS = ["forecasts", "quota_outlook", "anomalies", "quota_recommendations"] as const;

/** Seconds to read the same usage and do nothing with it. */
export async function bareRead(sql: Sql, organization: string): Promise<number> {
  const startedAt = performance.now();
  const rows = await sql
    .unsafe(
      `copy (select iccid, day, total_volume from store.sim_usage_daily
       where organization_id = '${organization}' order by iccid, day) to stdout`,
    )
    .readable();
  await pipeline(rows, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return (performance.now() - startedAt) / 1000;
}

/** Seconds to COPY the same results into tables of the same shape, with the same indexes and checks. */
export async function bareCopy(sql: Sql, organization: string, folder: string): Promise<number> {
  let seconds = 0;
  for (const table of RESULTS) {
    const file = join(folder, table);
    const rows = await sql
      .unsafe(
        `copy (select * from store.${table} where organization_id = '${organization}') to stdout`,
      )
      .readable();
    await pipeline(rows, createWriteStream(file));
    await sql.unsafe(`create table store.bare_${table} (like store.${table} including all)`);
    const startedAt = performance.now();
    const into = await sql.unsafe(`copy store.bare_${table} from stdin`).writable();
    await pipeline(createReadStream(file), into);
    seconds += (performance.now() - startedAt) / 1000;
    await sql.unsafe(`drop table store.bare_${table}`);
  }
  return seconds;
}
