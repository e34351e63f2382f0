import { DAY_MS, dayOf, HOUR_MS, SECOND_MS, startOfDay } from "./calendar.ts";
import { dailyChance, type Fleet, STREAM, streamOf } from "./fleet.ts";
import type { History } from "./history.ts";
import { isDuring } from "./incidents.ts";
import { round } from "./outlook.ts";
import { peopleOf } from "./people.ts";
import { expectedFactor } from "./profiles.ts";
import { between, chance, pick, weighted } from "./random.ts";
import type { IncidentKind } from "./vocabulary.ts";

export type AnomalyKind = "spike" | "drop" | "silence" | "pattern" | "roaming" | "imei" | "cohort";

export interface Anomaly {
  readonly day: number;
  readonly kind: AnomalyKind;
  readonly cohort: string | null;
  readonly status: "open" | "confirmed" | "dismissed" | "snoozed";
  readonly assignedTo: string | null;
  /** 0–1. */
  readonly score: number;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly observed: number;
  readonly expected: number;
  readonly reason: string;
  readonly detectedAtMs: number;
}

const WINDOW_DAYS = 90;
const ODD_PATTERNS_PER_SIM_DAY = 0.0008;
const BURST_FACTOR = 4.5;

/** What a detector would have found: the incidents, bursts, devices that went quiet, and some noise. */
export function anomaliesOf(fleet: Fleet, history: History): Anomaly[] {
  const { sim, nowMs } = history;
  const found = [...incidentFindings(history), ...lostFinding(history)];
  const odd = dailyChance(fleet, ODD_PATTERNS_PER_SIM_DAY, 12);
  if (sim.activatedAtMs === null) return [];
  const first = Math.max(fleet.firstDay, fleet.baseDay - WINDOW_DAYS, dayOf(sim.activatedAtMs) + 7);
  for (let day = first; day <= dayOf(Math.min(nowMs, sim.endsAtMs)); day++) {
    if (isDuring(sim.incident, day)) continue;
    const random = streamOf(fleet, STREAM.derived, sim.index, day);
    const expected = sim.dailyBytes * expectedFactor(sim.shape, day);
    const isBurst = history.totalOn(day) > BURST_FACTOR * expected && expected > 0;
    if (isBurst && chance(random, 0.35)) found.push({ day, kind: "spike" });
    else if (chance(random, odd))
      found.push({ day, kind: chance(random, 0.7) ? "pattern" : "roaming" });
  }
  return found
    .map((finding) => toAnomaly(fleet, history, finding))
    .filter(({ detectedAtMs }) => detectedAtMs <= nowMs);
}

interface Finding {
  readonly day: number;
  readonly kind: AnomalyKind;
  readonly atMs?: number;
}

const KIND_OF_INCIDENT: Readonly<Record<IncidentKind, AnomalyKind>> = {
  spike: "spike",
  drop: "drop",
  silence: "silence",
  "stolen-sim": "spike",
  roaming: "roaming",
  "imei-change": "imei",
  "firmware-loop": "cohort",
};

function incidentFindings({ sim: { incident } }: History): Finding[] {
  if (!incident) return [];
  const { firstDay: day, startsAtMs } = incident;
  const kind = KIND_OF_INCIDENT[incident.kind];
  const findings: Finding[] = [kind === "imei" ? { day, kind, atMs: startsAtMs } : { day, kind }];
  if (incident.kind === "stolen-sim") findings.push({ day, kind: "imei", atMs: startsAtMs });
  return findings;
}

function lostFinding({ sim, nowMs }: History): Finding[] {
  const isLost = sim.status === "active" && sim.endsAtMs > 0 && sim.endsAtMs < nowMs - DAY_MS;
  return isLost ? [{ day: dayOf(sim.endsAtMs) + 1, kind: "silence" }] : [];
}

function toAnomaly(fleet: Fleet, history: History, { day, kind, atMs }: Finding): Anomaly {
  const { sim, nowMs } = history;
  const random = streamOf(fleet, STREAM.derived, sim.index, -(day * 8 + KINDS.indexOf(kind)));
  const observed = history.totalOn(day);
  const expected = Math.round(sim.dailyBytes * expectedFactor(sim.shape, day));
  const ageDays = dayOf(nowMs) - day;
  const status = weighted(random, ageDays < 3 ? STATUSES.fresh : STATUSES.old);
  const score = round(
    kind === "pattern" ? between(random, 0.5, 0.75) : between(random, 0.62, 0.995),
    3,
  );
  const wait = Math.floor(between(random, 60, 1500)) * SECOND_MS;
  return {
    day,
    kind,
    status,
    score,
    observed,
    expected,
    cohort: kind === "cohort" ? `${sim.customer.name}: ${sim.customer.device}` : null,
    assignedTo: status === "open" && chance(random, 0.7) ? null : pick(random, peopleOf(fleet)),
    severity: kind === "imei" ? "critical" : score > 0.9 ? "high" : score > 0.7 ? "medium" : "low",
    reason: REASONS[kind](ratio(observed, expected)),
    // What shows in the day's traffic is found early the next morning, the rest within minutes.
    detectedAtMs: atMs ? atMs + wait : startOfDay(day + 1) + HOUR_MS + wait,
  };
}

const KINDS = ["spike", "drop", "silence", "pattern", "roaming", "imei", "cohort"] as const;

const STATUSES = {
  fresh: [
    ["open", 0.85],
    ["confirmed", 0.1],
    ["snoozed", 0.05],
  ],
  old: [
    ["open", 0.3],
    ["confirmed", 0.38],
    ["dismissed", 0.22],
    ["snoozed", 0.1],
  ],
} as const;

const REASONS: Readonly<Record<AnomalyKind, (ratio: string) => string>> = {
  spike: (ratio) => `Traffic was ${ratio} times what this SIM uses on such a day.`,
  drop: (ratio) => `Traffic fell to ${ratio} times what this SIM uses on such a day.`,
  silence: () => "Not one byte, on a day on which this SIM usually talks.",
  pattern: () => "The hours of the sessions differ from this SIM's usual ones.",
  roaming: () => "Seen in a country where this SIM is not usually seen.",
  imei: () => "The SIM was found in a device with another IMEI.",
  cohort: (ratio) =>
    `Many devices of this group used more at once, this one ${ratio} times its usual volume.`,
};

function ratio(observed: number, expected: number): string {
  return expected > 0 ? (observed / expected).toFixed(1) : "many";
}
