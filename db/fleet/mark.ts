import { inOrganization, type Organization } from "./organization.ts";

/** What tells one generated fleet from another, and how far it has grown. */
export interface FleetMark {
  readonly made: string;
  readonly grownUntil: Date;
}

/** Null where the organisation's fleet was not made here. */
export function readFleetMark(organization: Pick<Organization, "id">): Promise<FleetMark | null> {
  return inOrganization(organization, async (sql) => {
    const [row] = await sql<{ made: string; grown_until: string }[]>`
      select md5((value - 'generatedUntil')::text) as made, value->>'generatedUntil' as grown_until
      from store.fleet_meta
      where organization_id = current_setting('app.organization_id') and key = 'generator'`;
    return row ? { made: row.made, grownUntil: new Date(row.grown_until) } : null;
  });
}
