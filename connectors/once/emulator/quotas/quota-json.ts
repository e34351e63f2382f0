import { isoOf, megabytesOf, zonelessDateOf } from "../units.ts";
import { THRESHOLD_PERCENTAGE, thresholdOf } from "./level.ts";
import { isOver, type Quota } from "./quotas.ts";

const PEAK_BITS_PER_SECOND = 1_000_000;

/** Seen live without `T` and zone; the document only asks for text. */
export function quotaJsonV1(quota: Quota, quirks: boolean) {
  const date = quirks ? zonelessDateOf : isoOf;
  return {
    volume: amount(quota, quota.remaining),
    total_volume: amount(quota, quota.total),
    ...(quota.expiry_ms === null ? {} : { expiry_date: date(quota.expiry_ms) }),
    ...(quota.service === "data" ? { peak_throughput: PEAK_BITS_PER_SECOND } : {}),
    last_volume_added: amount(quota, quota.last_added),
    last_status_change_date: date(quota.changed_ms),
    threshold_percentage: THRESHOLD_PERCENTAGE,
  };
}

/** Its status ids (0 exhausted, 1 active, 2 expired) are nearly the opposite of the list's. */
export function quotaJsonV2(quota: Quota, nowMs: number) {
  return {
    id: quota.sim_id * 2 + (quota.service === "data" ? 0 : 1),
    status: statusOf(quota, nowMs),
    volume: amount(quota, quota.remaining),
    total_volume: amount(quota, quota.total),
    accumulated_total_volume: amount(quota, quota.accumulated),
    last_volume_added: amount(quota, quota.last_added),
    service: quota.service,
    threshold_percentage: THRESHOLD_PERCENTAGE,
    threshold_volume: amount(quota, thresholdOf(quota)),
    ...(quota.expiry_ms === null ? {} : { expiry_date: isoOf(quota.expiry_ms) }),
    created_at: isoOf(quota.created_ms),
  };
}

function statusOf(quota: Quota, nowMs: number) {
  if (isOver(quota, nowMs)) return { id: 2, description: "EXPIRED" };
  return quota.remaining <= 0
    ? { id: 0, description: "EXHAUSTED" }
    : { id: 1, description: "ACTIVE" };
}

function amount(quota: Quota, value: number): number {
  return quota.service === "data" ? megabytesOf(value) : value;
}
