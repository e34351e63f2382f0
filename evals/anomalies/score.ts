import { type Anomaly, detect } from "#analytics/detect.ts";
import type { PlantedSeries } from "./plant.ts";

export interface Counts {
  series: number;
  incidents: number;
  found: number;
  alerts: number;
  right: number;
  /** Changes of level that were reported of devices that did change it for good: neither right nor wrong. */
  levels: number;
}

export interface Scores {
  readonly byFamily: ReadonlyMap<string, Counts>;
  readonly byClass: ReadonlyMap<string, Counts>;
  readonly byIncident: ReadonlyMap<string, { incidents: number; found: number }>;
  readonly all: Counts;
  readonly cpuMs: number;
}

const FIRST_DAY = "2026-01-05";
const MS_PER_DAY = 86_400_000;
/** An alert is right when it overlaps an incident, or misses it by a day. */
const SLACK_DAYS = 1;

export function scoreOf(planted: readonly PlantedSeries[]): Scores {
  const byFamily = new Map<string, Counts>();
  const byClass = new Map<string, Counts>();
  const byIncident = new Map<string, { incidents: number; found: number }>();
  const all = noCounts();
  const before = process.cpuUsage();
  const detections = planted.map(({ values }) => detect({ firstDay: FIRST_DAY, values }));
  const { user, system } = process.cpuUsage(before);
  planted.forEach((series, i) => {
    const anomalies = detections[i]?.anomalies ?? [];
    const counts = countsOf(series, anomalies);
    for (const into of [
      all,
      entry(byFamily, series.family, noCounts),
      entry(byClass, series.class, noCounts),
    ]) {
      for (const key of Object.keys(counts) as (keyof Counts)[]) into[key] += counts[key];
    }
    for (const incident of series.incidents) {
      const those = entry(byIncident, incident.kind, () => ({ incidents: 0, found: 0 }));
      those.incidents++;
      if (anomalies.some((anomaly) => isOf(anomaly, incident))) those.found++;
    }
  });
  return { byFamily, byClass, byIncident, all, cpuMs: (user + system) / 1000 };
}

function countsOf(series: PlantedSeries, anomalies: readonly Anomaly[]): Counts {
  const counts = noCounts();
  counts.series = 1;
  for (const incident of series.incidents) {
    counts.incidents++;
    if (anomalies.some((anomaly) => isOf(anomaly, incident))) counts.found++;
  }
  for (const anomaly of anomalies) {
    const isRight = series.incidents.some((incident) => isOf(anomaly, incident));
    if (!isRight && series.class === "shifting" && anomaly.reason.endsWith("its new normal.")) {
      counts.levels++;
      continue;
    }
    counts.alerts++;
    if (isRight) counts.right++;
  }
  return counts;
}

function isOf(anomaly: Anomaly, incident: { firstDay: number; lastDay: number }): boolean {
  const first = (Date.parse(anomaly.day) - Date.parse(FIRST_DAY)) / MS_PER_DAY;
  const last = first + anomaly.days - 1;
  return first <= incident.lastDay + SLACK_DAYS && last >= incident.firstDay - SLACK_DAYS;
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

const noCounts = (): Counts => ({
  series: 0,
  incidents: 0,
  found: 0,
  alerts: 0,
  right: 0,
  levels: 0,
});
