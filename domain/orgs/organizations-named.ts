import { NotFound } from "#core/errors.ts";
import { allOrganizations } from "./all-organizations.ts";
import type { Organization } from "./ensure-organization.ts";

/** Those that a command is about: the one of this name (compared without case), or all. @throws NotFound */
export async function organizationsNamed(name: string | undefined): Promise<Organization[]> {
  const all = await allOrganizations();
  if (name === undefined) return all;
  const found = all.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (found.length === 0) throw new NotFound(`There is no organisation "${name}".`);
  return found;
}
