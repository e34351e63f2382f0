import { between, logBetween, normal, type Random, wholeBetween } from "#db/fleet/random.ts";

export interface Incident {
  readonly kind: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly change: (volume: number, dayOfIncident: number) => number;
}

export type Planter = (
  random: Random,
  firstDay: number,
  days: number,
  values: Float64Array,
) => Incident;

const times =
  (kind: string, lengths: readonly [number, number], factors: readonly [number, number]): Planter =>
  (random, firstDay, days) => {
    const factor = logBetween(random, ...factors);
    const lastDay = Math.min(days - 1, firstDay + wholeBetween(random, ...lengths) - 1);
    return { kind, firstDay, lastDay, change: (volume) => volume * factor };
  };

/** Adds a share of the device's own mean on top: also a day that would have been silent gets it. */
const adds =
  (kind: string, lengths: readonly [number, number], shares: readonly [number, number]): Planter =>
  (random, firstDay, days, values) => {
    const more = between(random, ...shares) * meanOf(values);
    const lastDay = Math.min(days - 1, firstDay + wholeBetween(random, ...lengths) - 1);
    return {
      kind,
      firstDay,
      lastDay,
      change: (volume) => volume + more * between(random, 0.8, 1.2),
    };
  };

const outage: Planter = (random, firstDay, days) => ({
  kind: "outage",
  firstDay,
  lastDay: Math.min(days - 1, firstDay + wholeBetween(random, 1, 7) - 1),
  change: () => 0,
});

const death: Planter = (_random, firstDay, days) => ({
  kind: "death",
  firstDay,
  lastDay: days - 1,
  change: () => 0,
});

/** A little more each day, and it does not stop. */
const drain: Planter = (random, firstDay, days) => {
  const lastDay = Math.min(days - 1, firstDay + wholeBetween(random, 25, 45));
  const most = between(random, 1.5, 3);
  const length = lastDay - firstDay + 1;
  return {
    kind: "drain",
    firstDay,
    lastDay,
    change: (volume, n) => volume * (1 + (most * (n + 1)) / length),
  };
};

/** The days of a week lose their order: each is about their mean. */
export const rhythmLost: Planter = (random, firstDay, days, values) => {
  const lastDay = Math.min(days - 1, firstDay + wholeBetween(random, 21, 35) - 1);
  const mean = meanOf(values.subarray(firstDay, lastDay + 1));
  return {
    kind: "rhythm lost",
    firstDay,
    lastDay,
    change: () => mean * Math.exp(0.12 * normal(random)),
  };
};

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export const INCIDENTS: Readonly<Record<string, Planter>> = {
  spike: times("spike", [1, 1], [3, 12]),
  surge: times("surge", [3, 7], [2, 5]),
  outage,
  dip: times("dip", [4, 10], [0.08, 0.4]),
  leak: adds("leak", [14, 14], [0.6, 1.5]),
  drain,
  death,
  "stolen SIM": adds("stolen SIM", [2, 9], [3, 30]),
  "retry loop": adds("retry loop", [1, 4], [2, 6]),
  "flat battery": times("flat battery", [2, 12], [0.001, 0.02]),
  throttled: times("throttled", [6, 20], [0.15, 0.5]),
};

/** Incidents of sizes and lengths that nothing was chosen on. */
export const HELD_OUT_INCIDENTS: Readonly<Record<string, Planter>> = {
  theft: adds("theft", [1, 5], [4, 40]),
  "firmware loop": times("firmware loop", [2, 6], [2.5, 7]),
  "log level": times("log level", [9, 16], [1.7, 3]),
  "half dead": times("half dead", [3, 12], [0.2, 0.5]),
  "no power": times("no power", [1, 9], [0.00001, 0.001]),
  death,
};
