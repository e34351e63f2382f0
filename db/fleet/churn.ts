import { DAY_MS, dayOf } from "./calendar.ts";
import { type Fleet, STREAM, streamOf } from "./fleet.ts";
import type { History } from "./history.ts";
import { round } from "./outlook.ts";
import { normal } from "./random.ts";
import { recentOf } from "./statistics.ts";

export interface ChurnRisk {
  readonly probability: number;
  readonly level: "high" | "medium" | "low";
  readonly factors: readonly { readonly factor: string; readonly weight: number }[];
  readonly predictedDay: number | null;
}

const BASE = -2.1;

/** How likely the SIM is given up within a quarter, from what its records show. */
export function churnRiskOf(fleet: Fleet, history: History): ChurnRisk {
  const random = streamOf(fleet, STREAM.derived, history.sim.index, 1);
  const factors = factorsOf(fleet, history).filter(({ weight }) => Math.abs(weight) >= 0.1);
  const sum = factors.reduce((total, { weight }) => total + weight, BASE + 0.55 * normal(random));
  const probability = round(1 / (1 + Math.exp(-sum)));
  const level = probability > 0.7 ? "high" : probability > 0.4 ? "medium" : "low";
  return {
    probability,
    level,
    factors: factors
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
      .slice(0, 3),
    predictedDay:
      level === "low" ? null : dayOf(history.nowMs) + Math.round(95 * (1 - probability)) + 5,
  };
}

function factorsOf(fleet: Fleet, history: History) {
  const { sim, nowMs, data, lastSeenMs } = history;
  const today = dayOf(nowMs);
  const now = recentOf(fleet, history, today, 14).mean;
  const before = recentOf(fleet, history, today - 14, 28).mean;
  const daysSilent = lastSeenMs === null ? 60 : (nowMs - lastSeenMs) / DAY_MS;
  const change = before > 0 ? now / before - 1 : 0;
  const rejects = history.events.filter(
    ({ type, atMs }) => type === "reject" && atMs > nowMs - 30 * DAY_MS,
  );
  return [
    { factor: "not heard of for a while", weight: round(Math.min(3.4, daysSilent * 0.11), 2) },
    {
      factor: sim.status === "suspended" ? "suspended" : "not in use",
      weight: STATUS_WEIGHT[sim.status],
    },
    {
      factor: change < 0 ? "falling usage" : "growing usage",
      weight: round(-1.4 * Math.max(-1, Math.min(1, change)), 2),
    },
    { factor: "network rejects", weight: round(Math.min(1.2, rejects.length * 0.2), 2) },
    { factor: "volume used up", weight: data.total > 0 && data.used >= data.total ? 0.7 : 0 },
  ];
}

const STATUS_WEIGHT = { active: 0, inactive: 0.4, suspended: 1, deactivated: 1.2 } as const;
