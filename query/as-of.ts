import type { Transaction } from "#db/database.ts";

/** The instant the newest of the fleet's data is from: a usage record or a SIM's last contact. */
export async function newestData(sql: Transaction, now: Date): Promise<Date> {
  const [row] = await sql`
    select greatest(
      (select max(sim_usage.timestamp) from sim_usage where sim_usage.timestamp <= ${now}),
      (select max(last_seen_at) from sims where last_seen_at <= ${now})
    ) as newest`;
  return row?.newest instanceof Date ? row.newest : now;
}
