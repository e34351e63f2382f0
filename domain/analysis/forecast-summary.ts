import { spokenDay } from "#analytics/calendar.ts";
import { PEER_NAMES } from "#analytics/forecast/peers.ts";
import { formatBytes } from "#core/bytes.ts";
import type { UsageForecast } from "./usage-forecast.ts";

type Told = Omit<UsageForecast, "summary">;

/** A forecast in one or two sentences. */
export function forecastSummary(forecast: Told): string {
  return [usageSentence(forecast), quotaSentence(forecast)].filter(Boolean).join(" ");
}

const PEERS: ReadonlySet<string | null> = new Set(Object.values(PEER_NAMES));

function usageSentence({ subject, total, horizon_days, method, class: kind }: Told): string {
  if (!total) return "";
  const name = PEERS.has(method) ? `By ${method}, ${subject.name}` : subject.name;
  if (total.upper_80 === 0)
    return `${name} is expected to use no data in the next ${horizon_days} days.`;
  const range = `in eight of ten cases ${formatBytes(total.lower_80)} to ${formatBytes(total.upper_80)}`;
  const wild = kind === "bursty" ? ", with rare large days" : "";
  return `${name} is expected to use ${formatBytes(total.mean)} in the next ${horizon_days} days${wild}: ${range}.`;
}

function quotaSentence({ quota, run_out, horizon_days }: Told): string {
  if (!quota || !run_out) return "";
  const left = `${formatBytes(Math.max(0, quota.remaining))} of ${formatBytes(quota.total)}`;
  if (quota.remaining <= 0) return `Its quota of ${formatBytes(quota.total)} is used up.`;
  if (!run_out.date) {
    const chance =
      run_out.probability >= 0.01
        ? `a chance of ${percent(run_out.probability)}`
        : "hardly a chance";
    return `Of its quota ${left} are left, with ${chance} of running out in these ${horizon_days} days.`;
  }
  return `Of its quota ${left} are left; they run out around ${spokenDay(run_out.date)}${rangeOf(run_out)}.`;
}

function rangeOf({ earliest_date, latest_date, date }: NonNullable<Told["run_out"]>): string {
  const first = earliest_date ?? date;
  if (!first || first === latest_date) return "";
  return latest_date
    ? ` (most likely between ${spokenDay(first)} and ${spokenDay(latest_date)})`
    : ` (at the earliest around ${spokenDay(first)})`;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
