import { log } from "#core/log.ts";
import { isLostConnection } from "./errors.ts";

/**
 * When a connection dies the driver throws out of a socket's event, between two writes, or leaves its own
 * question for the types of arrays unheeded; whoever waited has got an error by then, and what comes next
 * opens a new connection. Anything else that nobody caught ends the process. For whatever runs for long.
 */
export function surviveLostConnections(): void {
  process.on("uncaughtException", (error) => {
    if (isUnheededQuery(error) || isThrownByDriver(error)) {
      log().warn({ err: error }, "a connection to the database was lost");
      return;
    }
    log().fatal({ err: error }, "an error that nobody caught");
    process.exit(1);
  });
}

/** The driver keeps the statement with the error; a socket or a file of somebody else's has none. */
function isUnheededQuery(error: Error): boolean {
  return isLostConnection(error) && "query" in error;
}

function isThrownByDriver(error: Error): boolean {
  return error instanceof TypeError && (error.stack?.includes("/postgres/") ?? false);
}
