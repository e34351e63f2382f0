import { database } from "#db/database.ts";
import type { Organization } from "./ensure-organization.ts";

/** For this installation's own workers and commands. */
export async function allOrganizations(): Promise<Organization[]> {
  const { sql } = await database();
  return sql<Organization[]>`select id, name from public.organization order by name, id`;
}
