import { generateId } from "better-auth";
import { wallNow } from "#core/clock.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { slugOf, toOrganizationName } from "./organization-name.ts";

export interface Organization {
  readonly id: string;
  readonly name: string;
}

/** The organisation of this name (compared without case), made now when there is none. */
export async function ensureOrganization(name: string): Promise<Organization> {
  const wanted = toOrganizationName(name);
  const { sql } = await database();
  const find = () => sql<Organization[]>`
    select id, name from public.organization where lower(name) = lower(${wanted}) limit 1`;
  try {
    const [present] = await find();
    if (present) return present;
    await sql`
      insert into public.organization (id, name, slug, "createdAt")
      values (${generateId()}, ${wanted}, ${slugOf(wanted)}, ${wallNow()})
      on conflict do nothing`;
    const [made] = await find();
    if (!made) throw new Error("an organisation was neither made nor found");
    return made;
  } catch (error) {
    throw fromDatabaseError(error);
  }
}
