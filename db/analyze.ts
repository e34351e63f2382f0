import { database } from "./database.ts";

/**
 * Brings the figures up to date by which Postgres plans. Without them it chooses badly for minutes after a table has
 * grown, or for good where it is embedded.
 *
 * @param tables Of schema `store`.
 */
export async function analyzeTables(tables: readonly string[]): Promise<void> {
  const { sql } = await database();
  for (const table of tables) await sql`analyze ${sql(`store.${table}`)}`;
}
