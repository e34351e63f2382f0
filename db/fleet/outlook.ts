import { dayOf } from "./calendar.ts";
import type { Fleet } from "./fleet.ts";
import type { History } from "./history.ts";
import type { Quota } from "./quotas.ts";
import { normalBelow, recentOf } from "./statistics.ts";

export interface Outlook {
  readonly exhaustionDay: number | null;
  readonly daysUntil: number | null;
  /** Chance of running out within 30 days, 0–1. */
  readonly probability: number;
}

const HORIZON_DAYS = 30;
const FARTHEST_DAYS = 365;
const SMS_WINDOW_DAYS = 60;
const NONE: Outlook = { exhaustionDay: null, daysUntil: null, probability: 0 };

export function dataOutlook(fleet: Fleet, history: History): Outlook {
  const { mean, sd } = recentOf(fleet, history, dayOf(history.nowMs));
  return outlook(history, history.data, mean, sd);
}

export function smsOutlook(fleet: Fleet, history: History): Outlook {
  const since = history.nowMs - SMS_WINDOW_DAYS * 86_400_000;
  const days = Math.min(SMS_WINDOW_DAYS, fleet.days);
  const sent = history.sms.filter(
    ({ direction, sentAtMs }) => direction === "mt" && sentAtMs >= since,
  );
  const mean = sent.length / Math.max(1, days);
  return outlook(history, history.smsQuota, mean, Math.sqrt(mean));
}

/** A straight line from the recent mean, as far as the quota's own end. */
function outlook({ sim, nowMs }: History, quota: Quota, mean: number, sd: number): Outlook {
  if (sim.status !== "active" || quota.expiresDay === null || quota.total === 0) return NONE;
  const today = dayOf(nowMs);
  const remaining = quota.total - quota.used;
  if (remaining <= 0) return { exhaustionDay: today, daysUntil: 0, probability: 1 };
  if (mean <= 0) return NONE;
  const horizon = Math.min(HORIZON_DAYS, quota.expiresDay - today);
  const margin = (horizon * mean - remaining) / Math.max(sd * Math.sqrt(horizon), 0.05 * remaining);
  const daysUntil = Math.ceil(remaining / mean);
  const isReached = daysUntil <= FARTHEST_DAYS && today + daysUntil < quota.expiresDay;
  return {
    exhaustionDay: isReached ? today + daysUntil : null,
    daysUntil: isReached ? daysUntil : null,
    probability: round(normalBelow(margin)),
  };
}

export function round(value: number, digits = 4): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
