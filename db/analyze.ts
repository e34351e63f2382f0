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

/** After many rows were loaded: without figures a page of a long list costs as much as the whole list. */
export async function analyzeLoaded(): Promise<void> {
  const { kind } = await database();
  if (kind === "embedded") await analyzeTables(["sims", "sim_usage", "sim_usage_daily"]);
}
