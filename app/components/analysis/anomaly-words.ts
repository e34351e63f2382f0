import { countOf, formatDay, formatVolume } from "#app/lib/format.ts";
import type { Anomaly, AnomalyStatus } from "#domain/analysis/anomaly.ts";

export const KIND_WORDS: Readonly<Record<Anomaly["kind"], string>> = {
  spike: "More than expected",
  drop: "Less than expected",
  silence: "Silent",
  pattern: "Changed pattern",
  roaming: "New country or operator",
  imei: "Other device",
  cohort: "A group moved together",
};

/** What is odd; of one SIM that moved with a group, so. `iccid` is null for the event of the group itself. */
export function kindWords({
  kind,
  iccid,
}: Pick<Anomaly, "kind"> & { readonly iccid?: string | null }): string {
  return kind === "cohort" && iccid !== null ? "Moved with its group" : KIND_WORDS[kind];
}

export const STATUS_WORDS: Readonly<Record<AnomalyStatus, string>> = {
  open: "open",
  confirmed: "confirmed",
  dismissed: "not an anomaly",
  snoozed: "snoozed",
};

type Days = Pick<Anomaly, "day" | "last_day" | "days" | "is_ongoing">;

/** `Oct 12`, `Oct 12 – Oct 14 (3 days)`, `since Oct 12 (9 days)` */
export function daysWords(
  { day, last_day: last, days, is_ongoing: isOngoing }: Days,
  now: Date,
  locale?: string,
): string {
  const text = (of: string) => formatDay(of, now, "day", locale).text;
  const length = days > 1 ? ` (${countOf(days, "day")})` : "";
  if (isOngoing) return `since ${text(day)}${length}`;
  return day === last ? text(day) : `${text(day)} – ${text(last)}${length}`;
}

type Volumes = Pick<Anomaly, "kind" | "observed" | "expected" | "days" | "reason">;

/** Null where it is not a volume that is strange, or the reason tells it. */
export function volumesWords({ kind, observed, expected, days, reason }: Volumes): string | null {
  if (kind === "roaming" || kind === "imei" || observed === null || expected === null) return null;
  const used = formatVolume(observed).text;
  if (reason.includes(used)) return null;
  const each = days > 1 ? " a day" : "";
  return `${used}${each}, expected ${formatVolume(expected).text}`;
}
