import { Invalid } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { readDemoFile } from "#domain/auth/demo-file.ts";
import { ensureOrganization, type Organization } from "#domain/orgs/ensure-organization.ts";

/**
 * Whose fleet a command means: the organisation called `name` (made when it is new), else the demo
 * account's, else the only one.
 *
 * @throws Invalid when that leaves it open.
 */
export async function findOrganization(name: string | undefined): Promise<Organization> {
  if (name !== undefined) return ensureOrganization(name);
  const { sql } = await database();
  const all = await sql<Organization[]>`
    select id, name from public.organization order by name limit 20`;
  const demo = await readDemoFile();
  const [first, second] = all;
  const chosen = all.find((one) => one.name === demo?.organization) ?? (second ? undefined : first);
  if (chosen) return chosen;
  throw new Invalid(
    first
      ? `Say whose fleet this is: --organization ${all.map((one) => `"${one.name}"`).join(" or ")}.`
      : "There is no organisation yet. Start Simon once (npm start), or name one: --organization NAME.",
  );
}
