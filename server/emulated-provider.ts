import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type Emulator,
  type EmulatorOptions,
  startEmulator,
} from "#connectors/once/emulator/emulator.ts";
import { type SystemActor, systemActor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { config } from "#core/config.ts";
import { readFleetMark } from "#db/fleet/mark.ts";
import { asActor } from "#db/guard.ts";
import { demoOrganization } from "#domain/auth/demo-account.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { connectEmulator } from "#domain/connections/emulated/connect-emulator.ts";
import { followFleet } from "#domain/connections/emulated/follow-fleet.ts";
import { releaseEmulated } from "#domain/connections/emulated/release-emulated.ts";
import { testConnection } from "#domain/connections/test-connection.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { syncOrganization } from "#domain/sync/sync-organization.ts";
import { every } from "#jobs/every.ts";
import { printStep } from "./print-step.ts";

/** So many times the calls and the speed of 1NCE, so that nobody waits minutes for a demo. */
const SPEED = 20;
/** How often it is looked whether the fleet has grown, or another one was made. */
const LOOK_EVERY_MS = 2_000;
/** The demo grows every hour. */
const GROWS_WITHIN_MS = 2 * 3_600_000;
const ACTOR = "simon demo";
const FILE = "emulator.db";

interface Options {
  readonly findHome?: () => Promise<Organization | null>;
  readonly lookEveryMs?: number;
}

/**
 * An emulator of 1NCE in this process as the provider of the demo's organisation. It keeps its state in the data
 * folder, and knows of the fleet what a provider would: the traffic of the demo is its traffic.
 *
 * @returns a function that closes it.
 */
export async function startEmulatedProvider({
  findHome = demoOrganization,
  lookEveryMs = LOOK_EVERY_MS,
}: Options = {}): Promise<() => Promise<void>> {
  const home = await findHome();
  await releaseEmulated(ACTOR, home?.id);
  let playedUntil = await grownUntil(home);
  const emulator = await startAtSamePort(home && (await portOf(home)), {
    file: join(config().dataDir, FILE),
    timeFactor: SPEED,
    now: () => timeOf(playedUntil),
  });
  const connected = await keepConnected(emulator, home);
  printStep(
    `${connected ?? "Nobody"} is connected to the emulator of 1NCE at ${emulator.url}, ${SPEED} times as fast.`,
  );
  let servedId = home?.id;
  const stopping = new AbortController();
  const look = async () => {
    const now = await findHome();
    if (now?.id !== servedId) await releaseEmulated(ACTOR, now?.id);
    servedId = now?.id;
    playedUntil = await grownUntil(now);
    await keepConnected(emulator, now);
  };
  const looking = every(lookEveryMs, stopping.signal, look, "the emulator lost the demo fleet");
  return async () => {
    stopping.abort();
    await looking;
    await emulator.close();
  };
}

/** Where it is switched off, its organisation is back at the local provider; nothing of it is kept. */
export async function removeEmulatedProvider(): Promise<void> {
  const file = join(config().dataDir, FILE);
  if (!existsSync(file)) return;
  await releaseEmulated(ACTOR);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
}

async function grownUntil(home: Organization | null): Promise<Date | null> {
  return (home && (await readFleetMark(home))?.grownUntil) ?? null;
}

/** A fleet that was made for an earlier day, and has not grown since, has its quotas renewed no further. */
function timeOf(playedUntil: Date | null): Date {
  const nowMs = fleetNow().getTime();
  return new Date(Math.min(nowMs, (playedUntil?.getTime() ?? nowMs) + GROWS_WITHIN_MS));
}

/** @returns the name of the organisation, where it is connected. */
async function keepConnected(
  emulator: Emulator,
  home: Organization | null,
): Promise<string | null> {
  if (!home) return null;
  const actor = systemActor(home, ACTOR);
  const followed = await followFleet(actor, emulator);
  if (followed === "no_fleet") return null;
  if (await connectEmulator(actor, emulator)) {
    await testConnection(actor);
    await readPrices(actor);
  }
  const connection = await asActor(actor, (sql) => connectionIn(sql));
  return connection?.emulated_speed == null ? null : home.name;
}

/** Prices decide who may approve, so they are there before anybody asks; all else comes with the first sync. */
async function readPrices(actor: SystemActor): Promise<void> {
  const { signal } = new AbortController();
  await syncOrganization(actor, await providerOf(actor), { signal, kinds: ["prices"] });
}

async function portOf(home: Organization): Promise<number | null> {
  const connection = await asActor(systemActor(home, ACTOR), (sql) => connectionIn(sql));
  return connection?.emulated_speed == null ? null : Number(new URL(connection.base_url).port);
}

/** A worker of another process finds it there again; where the port is taken by now, another one does. */
async function startAtSamePort(port: number | null, options: EmulatorOptions): Promise<Emulator> {
  if (!port) return startEmulator(options);
  try {
    return await startEmulator({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return startEmulator(options);
  }
}
