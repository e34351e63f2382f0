import { createHash } from "node:crypto";
import { generateId } from "better-auth";
import { wallNow } from "#core/clock.ts";
import { Invalid } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";

export interface Organization {
  readonly id: string;
  readonly name: string;
}

const MAX_NAME_LENGTH = 100;

/** The organisation of this name (compared without case), made now when there is none. */
export async function ensureOrganization(name: string): Promise<Organization> {
  const trimmed = name.trim();
  if (!trimmed) throw new Invalid("An organisation needs a name.");
  if (trimmed.length > MAX_NAME_LENGTH) {
    throw new Invalid(
      `The organisation's name is too long: use at most ${MAX_NAME_LENGTH} characters.`,
    );
  }
  const { sql } = await database();
  const find = () => sql<Organization[]>`
    select id, name from public.organization where lower(name) = lower(${trimmed}) limit 1`;
  try {
    const [present] = await find();
    if (present) return present;
    await sql`
      insert into public.organization (id, name, slug, "createdAt")
      values (${generateId()}, ${trimmed}, ${slugOf(trimmed)}, ${wallNow()})
      on conflict do nothing`;
    const [made] = await find();
    if (!made) throw new Error("an organisation was neither made nor found");
    return made;
  } catch (error) {
    throw fromDatabaseError(error);
  }
}

/** One slug per name as we compare names, so that the column's uniqueness is the name's too. */
function slugOf(name: string): string {
  const key = name.toLowerCase();
  const readable = key.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${readable}-${createHash("sha256").update(key).digest("hex").slice(0, 12)}`;
}
