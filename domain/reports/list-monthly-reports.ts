import { z } from "zod";
import type { Transaction } from "#db/database.ts";

export const MonthlyReport = z.object({
  id: z.string(),
  month: z.iso.date(),
  rows: z.int(),
  created_at: z.iso.datetime(),
});
export type MonthlyReport = z.output<typeof MonthlyReport>;

const SHOWN = 24;

/** The newest month first. */
export async function listMonthlyReports(sql: Transaction, now: Date): Promise<MonthlyReport[]> {
  const rows = await sql<{ id: string; month: string; rows: number; created_at: Date }[]>`
    select id, month, row_count as rows, created_at from store.reports
    where month is not null and expires_at > ${now} order by month desc limit ${SHOWN}`;
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
}
