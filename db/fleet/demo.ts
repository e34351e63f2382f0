import { fleetNow } from "#core/clock.ts";
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

/** Makes the demo fleet of the default file, unless some organisation has SIMs already. */
export async function makeDemoFleet({
  ensureOrganization,
  onProgress,
}: DemoFleetOptions): Promise<void> {
  if (await hasAnyFleet()) return;
  const vocabulary = await readVocabulary();
  const now = fleetNow();
  for (const { name, sims } of vocabulary.organizations) {
    const organization = await ensureOrganization(name);
    onProgress?.(`Making the demo fleet of ${name}: ${sims} SIMs, ${DEMO_DAYS} days …`);
    await generateFleet({ vocabulary, organization, seed: DEMO_SEED, days: DEMO_DAYS, now, sims });
  }
}

/** `Aurora IoT: 400 of 1,000 SIMs, 98,112 usage records` */
export function progressLine({ organization, sims, ofSims, usageRows }: FleetProgress): string {
  const count = (value: number) => value.toLocaleString("en-GB");
  return `${organization.name}: ${count(sims)} of ${count(ofSims)} SIMs, ${count(usageRows)} usage records`;
}

async function hasAnyFleet(): Promise<boolean> {
  const { sql } = await database();
  const organizations = await sql<{ id: string }[]>`select id from public.organization`;
  for (const organization of organizations) {
    const hasSims = await inOrganization(organization, async (transaction) => {
      const rows = await transaction`
        select 1 from store.sims where organization_id = ${organization.id} limit 1`;
      return rows.length > 0;
    });
    if (hasSims) return true;
  }
  return false;
}
