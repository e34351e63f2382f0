import { join } from "node:path";
import {
  DEFAULT_CLIENT,
  type Emulator,
  type EmulatorOptions,
  startEmulator,
} from "#connectors/once/emulator/emulator.ts";
import { systemActor } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { connect } from "#domain/connections/connect.ts";
import { readSimsForEmulator } from "#domain/connections/read-sims-for-emulator.ts";
import { rotateCredentials } from "#domain/connections/rotate-credentials.ts";
import { showConnection } from "#domain/connections/show-connection.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { printStep } from "./banner.ts";

/**
 * Connects an organisation to an emulator of 1NCE in this process, which holds the SIMs that the
 * organisation has now and keeps its state in the data folder. An organisation that somebody connected
 * to an account of their own stays with that.
 *
 * @returns a function that closes the emulator.
 */
export async function startEmulatedProvider(
  organization: Organization,
): Promise<() => Promise<void>> {
  const actor = systemActor(organization, "simon demo");
  const { connection } = await showConnection(actor);
  if (connection && connection.client_id !== DEFAULT_CLIENT.id) return async () => {};
  const emulator = await startAtSamePort(connection && portOf(connection.base_url), {
    file: join(config().dataDir, "emulator.db"),
    sims: await readSimsForEmulator(actor),
    organisation: organization.name,
  });
  const credentials = {
    client_id: DEFAULT_CLIENT.id,
    client_secret: DEFAULT_CLIENT.secret,
    base_url: emulator.url,
  };
  if (!connection) await connect(actor, credentials);
  else if (connection.base_url !== emulator.url) await rotateCredentials(actor, credentials);
  printStep(`${organization.name} is connected to an emulator of 1NCE at ${emulator.url}.`);
  return () => emulator.close();
}

function portOf(url: string): number {
  return Number(new URL(url).port);
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
