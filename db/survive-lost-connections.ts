import { log } from "#core/log.ts";

/**
 * The driver throws out of a socket's event when a connection dies between two writes; its queries have
 * failed by then, and the next ones open a new connection. Anything else that nobody caught ends the
 * process. For whatever runs for long.
 */
export function surviveLostConnections(): void {
  process.on("uncaughtException", (error) => {
    log().fatal({ err: error }, "an error that nobody caught");
    if (error instanceof TypeError && error.stack?.includes("/postgres/")) return;
    process.exit(1);
  });
}
