import { systemActor } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { showConnection } from "#domain/connections/show-connection.ts";
import { testConnection } from "#domain/connections/test-connection.ts";
import { allOrganizations } from "#domain/orgs/all-organizations.ts";
import { bad, type Finding, good } from "./finding.ts";

/** Each organisation's connection to its provider, tried. */
export async function checkProviders(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const organization of await allOrganizations()) {
    const actor = systemActor(organization, "simon doctor");
    const { connection } = await showConnection(actor);
    if (!connection) findings.push(good(`${organization.name}: connected to no provider`));
    else findings.push(await tried(organization.name, () => testConnection(actor)));
  }
  return findings;
}

async function tried(name: string, test: () => Promise<{ problem: string | null }>) {
  try {
    const { problem } = await test();
    if (problem === null) return good(`${name}: the provider answers`);
    return bad(`${name}: ${problem}`, "An owner mends it under Settings, Connection.");
  } catch (error) {
    if (!(error instanceof SimonError)) throw error;
    return bad(`${name}: ${error.message}`, "An owner mends it under Settings, Connection.");
  }
}
