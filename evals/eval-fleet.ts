import { type Actor, systemActor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { generateFleet } from "#db/fleet/generate.ts";
import { DEFAULT_VOCABULARY, readVocabulary } from "#db/fleet/vocabulary.ts";
import { asReader } from "#db/guard.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";

export const EVAL_NOW = new Date("2026-10-21T09:30:00Z");
const SIMS = 1000;
const DAYS = 120;

/** The frozen fleet that questions are judged on; made when its data folder has none. */
export async function evalFleet({
  seed = 7,
  vocabulary: file = DEFAULT_VOCABULARY,
}: {
  seed?: number;
  vocabulary?: string;
} = {}): Promise<Actor> {
  await migrate(await database());
  await migrateAuth();
  const vocabulary = await readVocabulary(file);
  const name = vocabulary.organizations[0]?.name ?? "Evals";
  const organization = await ensureOrganization(name);
  const actor = systemActor(organization);
  const [row] = await asReader(
    actor,
    (sql) => sql<{ sims: number }[]>`select count(*) as sims from sims`,
  );
  if ((row?.sims ?? 0) === 0) {
    console.log(`Making the fleet of the evals: ${SIMS} SIMs, ${DAYS} days …`);
    await generateFleet({ vocabulary, organization, seed, days: DAYS, now: EVAL_NOW, sims: SIMS });
  }
  return actor;
}
