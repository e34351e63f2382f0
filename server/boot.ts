import { fleetNow, isFleetClockFrozen } from "#core/clock.ts";
import { config } from "#core/config.ts";
import { log } from "#core/log.ts";
import { database } from "#db/database.ts";
import { makeDemoFleet } from "#db/fleet/demo.ts";
import { growFleets } from "#db/fleet/grow.ts";
import { migrate } from "#db/migrate.ts";
import { anchorAll } from "#domain/audit/anchor-heads.ts";
import { ensureDemoAccount } from "#domain/auth/demo-account.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { addressOf } from "./address.ts";
import { removeEmulatedProvider, startEmulatedProvider } from "./emulated-provider.ts";
import { printStep } from "./print-step.ts";

const GROWTH_CHECK_MS = 10 * 60 * 1000;

/**
 * Brings the database to the newest schema and, in a demo, makes the fleet and the account.
 *
 * @returns a function that stops what goes on in the background.
 */
export async function prepareData(): Promise<() => Promise<void>> {
  const { demo, emulator, host, port } = config();
  const db = await database();
  const migrated = await migrate(db);
  await migrateAuth();
  await anchorAll();
  if (migrated.length > 0) printStep(`Brought the database to version ${migrated.at(-1)}.`);
  if (!emulator) await removeEmulatedProvider();
  if (!demo) return async () => {};

  await makeDemoFleet({ ensureOrganization, onProgress: printStep });
  const [, ...stops] = await Promise.all([
    ensureDemoAccount({ url: addressOf(host, port) }),
    ...(isFleetClockFrozen() ? [] : [keepGrowing()]),
  ]);
  if (emulator) stops.push(await startEmulatedProvider());
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

/** An unfrozen demo grows by the days since it last did, so that "last week" always has data. */
async function keepGrowing(): Promise<() => Promise<void>> {
  await growFleets(fleetNow());
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = growFleets(fleetNow()).catch((error) =>
      log().error({ err: error }, "the demo did not grow"),
    );
  }, GROWTH_CHECK_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
