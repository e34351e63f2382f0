import { fleetNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import { database } from "../database.ts";
import { type FleetProgress, generateFleet } from "./generate.ts";
import { inOrganization, type Organization } from "./organization.ts";
import { readVocabulary } from "./vocabulary.ts";

export const DEMO_SEED = 22;
export const DEMO_DAYS = 120;

interface DemoFleetOptions {
  /** Finds or makes an organisation by its name; organisations are not this room's. */
  readonly ensureOrganization: (name: string) => Promise<Organization>;
  readonly onProgress?: (line: string) => void;
}

/**
 * Makes what is missing of the demo fleet of the default file; nothing where another organisation has a
 * fleet, for then somebody chose another one.
 */
export async function makeDemoFleet({
  ensureOrganization,
  onProgress,
}: DemoFleetOptions): Promise<void> {
  const vocabulary = await readVocabulary();
  const made = await organizationsWithFleet();
  const ours = new Set(vocabulary.organizations.map(({ name }) => name.toLowerCase()));
  if (made.some((name) => !ours.has(name))) return;
  for (const { name, sims } of vocabulary.organizations) {
    if (made.includes(name.toLowerCase())) continue;
    const organization = await ensureOrganization(name);
    onProgress?.(`Making the demo fleet of ${name}: ${sims} SIMs, ${DEMO_DAYS} days …`);
    const order = { vocabulary, organization, seed: DEMO_SEED, days: DEMO_DAYS, sims };
    try {
      await generateFleet({ ...order, now: fleetNow() });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error; // another start was faster
    }
  }
}

/** `Aurora IoT: 400 of 1,000 SIMs, 98,112 usage records` */
export function progressLine({ organization, sims, ofSims, usageRows }: FleetProgress): string {
  const count = (value: number) => value.toLocaleString("en-GB");
  return `${organization.name}: ${count(sims)} of ${count(ofSims)} SIMs, ${count(usageRows)} usage records`;
}

/** Names, in small letters, of organisations with SIMs or with a fleet that was made here. */
async function organizationsWithFleet(): Promise<string[]> {
  const { sql } = await database();
  const organizations = await sql<Organization[]>`select id, name from public.organization`;
  const names: string[] = [];
  for (const organization of organizations) {
    const hasFleet = await inOrganization(organization, async (transaction) => {
      const [row] = await transaction`
        select exists (select from store.sims where organization_id = ${organization.id})
            or exists (select from store.fleet_meta where organization_id = ${organization.id}) as made`;
      return row?.made === true;
    });
    if (hasFleet) names.push(organization.name.toLowerCase());
  }
  return names;
}
