import { ALERT_RULES, type AlertRule, type AlertSeverity } from "./alert-rules.ts";
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay } from "./calendar.ts";
import { dailyChance, type Fleet, STREAM, shareOfBaseDay, streamOf } from "./fleet.ts";
import type { History } from "./history.ts";
import { peopleOf } from "./people.ts";
import { at, chance, logBetween, pick, weighted } from "./random.ts";
import type { IncidentKind } from "./vocabulary.ts";

export interface Alert {
  /** Place in `ALERT_RULES`. */
  readonly rule: number;
  readonly severity: AlertSeverity;
  readonly message: string;
  readonly triggeredAtMs: number;
  /** Null while it has not happened by the history's now. */
  readonly resolvedAtMs: number | null;
  readonly acknowledgedAtMs: number | null;
  readonly acknowledgedBy: string | null;
}

const WINDOW_DAYS = 60;
const ALERTS_PER_SIM_DAY = 0.004;

/** The alerts of one SIM: what its records gave reason for, and some that nobody can explain. */
export function alertsOf(fleet: Fleet, history: History): Alert[] {
  const { nowMs } = history;
  const first = Math.max(fleet.firstDay, fleet.baseDay - WINDOW_DAYS);
  const reasons = [
    ...incidentReasons(history),
    ...quotaReasons(history),
    ...unexplained(fleet, history, first),
  ];
  return reasons
    .filter(({ atMs }) => atMs <= nowMs && dayOf(atMs) >= first)
    .map(({ atMs, key }) => alert(fleet, history, key, atMs));
}

interface Reason {
  readonly atMs: number;
  readonly key: string;
}

const KEY_OF_INCIDENT: Readonly<Record<IncidentKind, string>> = {
  spike: "spike",
  drop: "drop",
  silence: "silence",
  "stolen-sim": "imei",
  roaming: "roaming",
  "imei-change": "imei",
  "firmware-loop": "spike",
};

function incidentReasons({ sim: { incident } }: History): Reason[] {
  if (!incident) return [];
  const key = KEY_OF_INCIDENT[incident.kind];
  const delayMs = key === "silence" ? DAY_MS : key === "imei" ? 40 * SECOND_MS : 3 * HOUR_MS;
  return [{ key, atMs: incident.startsAtMs + delayMs }];
}

function quotaReasons({ data }: History): Reason[] {
  return [
    ...data.thresholdAtMs.map((atMs) => ({ key: "threshold", atMs: atMs + 2 * MINUTE_MS })),
    ...data.exhaustedAtMs.map((atMs) => ({ key: "exhausted", atMs: atMs + 2 * MINUTE_MS })),
  ];
}

function unexplained(fleet: Fleet, { sim, nowMs }: History, first: number): Reason[] {
  if (sim.activatedAtMs === null) return [];
  const probability = dailyChance(fleet, ALERTS_PER_SIM_DAY, 40);
  const last = dayOf(Math.min(nowMs, sim.endsAtMs + 2 * DAY_MS));
  const reasons: Reason[] = [];
  for (let day = Math.max(first, dayOf(sim.activatedAtMs)); day <= last; day++) {
    const random = streamOf(fleet, STREAM.alerts, sim.index, -day);
    const boost = day === fleet.baseDay ? 1.5 / Math.max(0.2, shareOfBaseDay(fleet)) : 1;
    if (!chance(random, probability * boost)) continue;
    const { key } = weighted(
      random,
      ALERT_RULES.map((rule) => [rule, rule.weight]),
    );
    reasons.push({ key, atMs: startOfDay(day) + Math.floor(random() * 86_400) * SECOND_MS });
  }
  return reasons;
}

function alert(fleet: Fleet, history: History, key: string, atMs: number): Alert {
  const index = ALERT_RULES.findIndex((rule) => rule.key === key);
  const rule = at(ALERT_RULES, index);
  const random = streamOf(fleet, STREAM.alerts, history.sim.index, dayOf(atMs) * 16 + index);
  const habit = HABIT[rule.severity];
  const past = (ms: number) => (ms <= history.nowMs ? ms : null);
  const isAcknowledged = chance(random, habit.acknowledged);
  const acknowledged = wholeSecond(atMs + logBetween(random, ...habit.minutes) * MINUTE_MS);
  const acknowledgedAtMs = isAcknowledged ? past(acknowledged) : null;
  const isResolved = chance(random, 0.86);
  const resolved = wholeSecond(
    (isAcknowledged ? acknowledged : atMs) + logBetween(random, 0.3, 60) * HOUR_MS,
  );
  return {
    rule: index,
    severity: rule.severity,
    message: messageOf(rule, history),
    triggeredAtMs: atMs,
    acknowledgedAtMs,
    acknowledgedBy: acknowledgedAtMs === null ? null : pick(random, peopleOf(fleet)),
    resolvedAtMs: isResolved ? past(resolved) : null,
  };
}

const HABIT: Readonly<
  Record<AlertSeverity, { acknowledged: number; minutes: readonly [number, number] }>
> = {
  critical: { acknowledged: 0.8, minutes: [3, 90] },
  high: { acknowledged: 0.78, minutes: [8, 240] },
  medium: { acknowledged: 0.66, minutes: [20, 900] },
  low: { acknowledged: 0.5, minutes: [45, 2400] },
};

function messageOf(rule: AlertRule, { sim }: History): string {
  return `${rule.message}: ${sim.label} (${sim.customer.name})`;
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}
