import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { FaultKind, FaultRule } from "#connectors/once/emulator/faults.ts";

const LIST = "/v2/sims";
const SIM = "/v2/sims/*";
const USAGE = "/v1/sims/*";
const HOUR_MS = 3_600_000;
/** Longer than we wait for an answer. */
const SILENCE_MS = 2_000;

const often = (probability: number, kinds: readonly FaultKind[]) =>
  [LIST, SIM, USAGE].flatMap((path) =>
    kinds.map((kind): FaultRule => ({ kind, path, probability })),
  );

interface Weather {
  readonly faults: readonly FaultRule[];
  readonly tokenSeconds?: number;
  readonly skewMs?: number;
  /** Our own server is away while the streamer pushes. */
  readonly isDoorShut?: boolean;
}

/** What is wrong with the provider in each part of a day. */
export const WEATHER: readonly Weather[] = [
  {
    faults: [
      { kind: "rate_limited_429", path: LIST, times: 3, after: 1 },
      { kind: "rate_limited_429", path: SIM, times: 8, after: 20 },
      { kind: "silence_before", path: SIM, times: 2, after: 10, delayMs: SILENCE_MS },
      { kind: "silence_after", path: SIM, times: 2, after: 30, delayMs: SILENCE_MS },
      { kind: "slow", path: SIM, probability: 0.1, delayMs: 50 },
    ],
  },
  {
    faults: [
      ...often(0.025, ["half_body", "html_page", "html_page_after", "empty_200"]),
      ...often(0.025, ["reset_before", "reset_after", "error_500_before", "error_500_after"]),
    ],
    isDoorShut: true,
  },
  { faults: often(0.05, ["token_expired"]), tokenSeconds: 2, skewMs: HOUR_MS },
  {
    faults: [
      ...often(0.02, ["unavailable_503", "reset_before", "reset_after", "half_body", "html_page"]),
      ...often(0.02, ["error_500_after", "token_expired", "slow"]),
      { kind: "reset_after", path: "/v2/sims/*/topup", probability: 0.3 },
      { kind: "html_page_after", path: "/v1/orders", times: 1 },
    ],
    skewMs: -HOUR_MS,
  },
];

const FAIR = { tokenSeconds: 3_600, skewMs: 0 };

export function setWeather(emulator: Emulator, weather: Weather = { faults: [] }): void {
  emulator.clearFaults();
  for (const fault of weather.faults) emulator.addFault(fault);
  const { tokenSeconds = FAIR.tokenSeconds, skewMs = FAIR.skewMs } = weather;
  emulator.set({ tokenSeconds, skewMs });
}
