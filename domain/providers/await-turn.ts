import { setTimeout as sleep } from "node:timers/promises";
import { ProviderError } from "#connectors/provider.ts";
import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { metrics, stopwatch } from "#core/metrics.ts";
import { asActor } from "#db/guard.ts";
import { reserveCall } from "#domain/changes/work/pace.ts";
import { accountOf, type StoredConnection } from "#domain/connections/connection.ts";

/** Before asking again for a turn that is too far off to wait for. */
const WAIT_MS = 250;
/** The speed of an emulator is for changes, which somebody waits for; a sync leaves this machine to others. */
const TURNS_OF_A_READ_EMULATED = 4;

/**
 * Until one more call may go to the connection's account: all processes take their turns from one row,
 * reads as well as changes.
 *
 * @throws ProviderError busy, when `signal` aborts.
 */
export async function awaitTurn(connection: StoredConnection, signal: AbortSignal): Promise<void> {
  const actor = systemActor({ id: connection.organization_id, name: "" });
  const pace = { account: accountOf(connection), callsPerSecond: connection.calls_per_second };
  const seconds = stopwatch();
  const turns = connection.emulated_speed === null ? 1 : TURNS_OF_A_READ_EMULATED;
  for (;;) {
    const callAt = await asActor(actor, (sql) => reserveCall(sql, pace, wallNow(), turns));
    await pause(callAt ? callAt.getTime() - wallNow().getTime() : WAIT_MS, signal);
    if (!callAt) continue;
    metrics().providerTurns.observe({ for: "read" }, seconds());
    return;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.max(0, ms), undefined, { signal }).catch((cause) => {
    throw new ProviderError("busy", "The call was broken off before it went out.", { cause });
  });
}
