import { DEFAULT_CLIENT, type Emulator } from "#connectors/once/emulator/emulator.ts";
import type { SystemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { connect } from "../connect.ts";
import { connectionIn } from "../connection.ts";
import { rotateCredentials } from "../rotate-credentials.ts";

/**
 * Connects an organisation to an emulator in this process, at the address that it has now. Somebody's own account
 * stays, and an owner who ended the connection is not connected again.
 *
 * @returns whether it is new, or at a new address.
 */
export async function connectEmulator(actor: SystemActor, emulator: Emulator): Promise<boolean> {
  const { url } = emulator;
  const emulatedSpeed = emulator.settings().timeFactor;
  const credentials = {
    client_id: DEFAULT_CLIENT.id,
    client_secret: DEFAULT_CLIENT.secret,
    base_url: url,
  };
  const connection = await asActor(actor, (sql) => connectionIn(sql));
  if (!connection) {
    if (await wasEndedByOthers(actor)) return false;
    await connect(actor, credentials, { emulatedSpeed });
    return true;
  }
  const { base_url, emulated_speed } = connection;
  const isOurs = emulated_speed !== null || base_url === url; // or an owner's who has come back
  if (isOurs && (base_url !== url || emulated_speed !== emulatedSpeed)) {
    await rotateCredentials(actor, credentials, { emulatedSpeed });
    return true;
  }
  return false;
}

async function wasEndedByOthers(actor: SystemActor): Promise<boolean> {
  const [last] = await asActor(
    actor,
    (sql) => sql<{ actor: string }[]>`
      select actor from fleet.audit_logs where action = 'connection.disconnect'
      order by id desc limit 1`,
  );
  return last !== undefined && last.actor !== actor.name;
}
