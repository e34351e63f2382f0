import { log } from "#core/log.ts";
import { database } from "#db/database.ts";

const TIMEOUT_MS = 2_000;

let running: Promise<boolean> | undefined;

/** Whether the database answers within two seconds. Anybody may ask, so many who ask at once ask it once. */
export function pingDatabase(): Promise<boolean> {
  running ??= ping().finally(() => {
    running = undefined;
  });
  return running;
}

async function ping(): Promise<boolean> {
  const timeout = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error("no answer in time")), TIMEOUT_MS).unref();
  });
  try {
    await Promise.race([database().then(({ sql }) => sql`select 1`), timeout]);
    return true;
  } catch (error) {
    log().warn({ err: error }, "the database does not answer");
    return false;
  }
}
