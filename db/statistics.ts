import { database } from "./database.ts";

const TABLES = ["sims", "sim_usage", "sim_usage_daily"] as const;

/**
 * After many rows have come at once. A server gathers its statistics by itself; in the embedded database
 * nobody does, and without them a page of a long list costs as much as the whole list.
 */
export async function gatherStatistics(): Promise<void> {
  const { kind, sql } = await database();
  if (kind === "server") return;
  for (const table of TABLES) await sql`analyze ${sql(`store.${table}`)}`;
}
