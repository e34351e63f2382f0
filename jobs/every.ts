import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#core/log.ts";

/** Does `work` again and again, with a pause after each, until `signal` aborts. */
export async function every(
  pauseMs: number,
  signal: AbortSignal,
  work: () => Promise<void>,
  failure: string,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error) => log().warn({ err: error }, failure));
    await sleep(pauseMs, undefined, { signal }).catch(() => {}); // stopped: the loop ends
  }
}
