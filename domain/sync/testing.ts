import { startEmulator } from "#connectors/once/emulator/emulator.ts";
import type { FaultKind } from "#connectors/once/emulator/faults.ts";
import type { Settings } from "#connectors/once/emulator/settings.ts";
import type { SeedSim } from "#connectors/once/emulator/sims/seed.ts";
import { onceProvider } from "#connectors/once/once-provider.ts";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { iccidOf } from "#domain/changes/testing.ts";

const TIME_FACTOR = 100;

/** After these it is clear what was done; the others are tried where changes are, and over a day of a fleet. */
export const CLEAR_FAULTS: readonly FaultKind[] = [
  "error_500_before",
  "unavailable_503",
  "rate_limited_429",
  "reset_before",
  "half_body",
  "html_page",
  "empty_200",
  "token_expired",
];

export const NEVER = { signal: new AbortController().signal };

/** An account at 1NCE with so many SIMs, on an emulator, and the way to it. */
export async function startAccount(
  sims: number,
  of: (index: number) => Partial<SeedSim> = () => ({}),
  settings: Partial<Settings> = {},
) {
  const emulator = await startEmulator({
    sims: Array.from({ length: sims }, (_, index) => seedOf(index, of(index))),
    timeFactor: TIME_FACTOR,
    ...settings,
  });
  const [client] = emulator.clients;
  const provider: Provider = onceProvider({
    baseUrl: emulator.url,
    clientId: client?.id ?? "",
    clientSecret: client?.secret ?? "",
    account: emulator.url,
    callsPerSecond: 10 * TIME_FACTOR,
    timeoutMs: 2_000,
    retryMs: 2,
    orderSettlesMs: 100,
  });
  return { emulator, provider };
}

export function seedOf(index: number, of: Partial<SeedSim> = {}): SeedSim {
  return { iccid: iccidOf(index), label: `device-${index}`, ...of };
}

/** What the fleet has of each SIM that a provider knows too. */
export async function fleetOf(actor: Actor): Promise<Record<string, object>> {
  const rows = await asActor(
    actor,
    (sql) => sql<{ iccid: string; label: string; status: string }[]>`
      select iccid, label, status, imsi, msisdn, imei, host(ip_address) as ip_address
      from store.sims order by iccid`,
  );
  return Object.fromEntries(rows.map(({ iccid, ...sim }) => [iccid, { ...sim }]));
}
