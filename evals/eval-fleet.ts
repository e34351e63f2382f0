import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Actor, systemActor } from "#core/actor.ts";
import { database } from "#db/database.ts";
import { generateFleet } from "#db/fleet/generate.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { asReader } from "#db/guard.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";

export const EVAL_NOW = new Date("2026-10-21T09:30:00Z");
const SIMS = 1000;
const DAYS = 120;

export interface FleetChoice {
  /** The vocabulary's file. */
  readonly file: string;
  readonly seed: number;
}

/** The frozen fleet that questions are judged on; made when the database at hand has none. */
export async function evalFleet({ file, seed }: FleetChoice): Promise<Actor> {
  await migrate(await database());
  await migrateAuth();
  const vocabulary = await readVocabulary(file);
  const organization = await ensureOrganization(vocabulary.organizations[0]?.name ?? "Evals");
  const actor = systemActor(organization);
  const [row] = await asReader(
    actor,
    (sql) => sql<{ sims: number }[]>`select count(*) as sims from sims`,
  );
  if ((row?.sims ?? 0) === 0) {
    console.error(`Making ${organization.name}, seed ${seed}: ${SIMS} SIMs, ${DAYS} days …`);
    await generateFleet({ vocabulary, organization, seed, days: DAYS, now: EVAL_NOW, sims: SIMS });
  }
  return actor;
}

/** A folder for each fleet and each state of the code that makes it, so that no stale one is judged on. */
export async function fleetFolder(dataDir: string, { file, seed }: FleetChoice): Promise<string> {
  const hash = createHash("sha256").update(await readFile(file));
  for (const folder of ["db/fleet", "db/migrations"])
    for (const name of (await readdir(folder)).sort())
      hash.update(await readFile(join(folder, name)));
  return join(dataDir, `${basename(file, ".json")}-${seed}-${hash.digest("hex").slice(0, 8)}`);
}
