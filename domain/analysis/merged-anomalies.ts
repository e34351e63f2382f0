import { dayAfter } from "#analytics/calendar.ts";
import type { Anomaly as Found } from "#analytics/detect.ts";
import type { Anomaly } from "./anomaly.ts";
import { foundRef } from "./anomaly-ref.ts";
import type { AnomalyRow } from "./anomaly-rows.ts";

type Span = Pick<Anomaly, "day" | "last_day">;

/**
 * What is found now, each with the number and status that it has where it was found before, and what was found
 * before and is not now. The newest first.
 */
export function mergedWith(
  iccid: string,
  stored: readonly AnomalyRow[],
  found: readonly Found[],
): Anomaly[] {
  const told = new Set<AnomalyRow>();
  const present = found
    .map((each) => toAnomaly(iccid, each))
    .flatMap((anomaly) => {
      const same = stored.find((row) => !told.has(row) && isSame(row, anomaly));
      if (same) {
        told.add(same);
        const { id, status, assigned_to } = same;
        return [{ ...anomaly, id, ref: String(id), status, assigned_to }];
      }
      return stored.some((row) => isToldBy(row, anomaly)) ? [] : [anomaly];
    });
  const before = stored.filter((row) => !told.has(row)).map(ofSim);
  return [...present, ...before].sort(
    (a, b) => compare(b.last_day, a.last_day) || b.score - a.score || compare(b.day, a.day),
  );
}

/** A lasting change is first an excursion and then a new level: the same matter, from the same day. */
export function isSame(
  row: Span & Pick<Anomaly, "kind" | "seen">,
  found: Span & Pick<Anomaly, "kind" | "seen">,
): boolean {
  if (row.kind === found.kind) {
    const isOther = row.seen !== null && found.seen !== null && row.seen !== found.seen;
    return !isOther && meet(row, found);
  }
  const kinds = [row.kind, found.kind];
  const isLasting =
    kinds.includes("pattern") && (kinds.includes("spike") || kinds.includes("drop"));
  return isLasting && row.day === found.day;
}

/** Whether an event of its cohort tells it: of the same days, and going the same way. */
function isToldBy(row: AnomalyRow, found: Anomaly): boolean {
  if (row.kind !== "cohort" || found.seen !== null || !meet(row, found)) return false;
  return wayOf(row) === wayOf(found);
}

const wayOf = ({ observed, expected }: Pick<Anomaly, "observed" | "expected">) =>
  Math.sign((observed ?? 0) - (expected ?? 0));

/** Days that touch count: a night later the same anomaly may begin a day off. */
function meet(a: Span, b: Span): boolean {
  return a.day <= dayAfter(b.last_day, 1) && b.day <= dayAfter(a.last_day, 1);
}

function toAnomaly(iccid: string, found: Found): Anomaly {
  return {
    id: null,
    ref: foundRef(iccid, found),
    kind: found.kind,
    day: found.day,
    last_day: found.lastDay,
    days: found.days,
    is_ongoing: found.isOngoing,
    observed: Math.round(found.observed),
    expected: Math.round(found.expected),
    score: found.score,
    severity: found.severity,
    reason: found.reason,
    next_step: found.nextStep,
    seen: found.seen ?? null,
    status: "open",
    assigned_to: null,
  };
}

function ofSim(row: AnomalyRow): Anomaly {
  const { id, kind, day, last_day, days, is_ongoing, observed, expected, score, severity } = row;
  const { reason, next_step, seen, status, assigned_to } = row;
  return {
    ref: String(id),
    ...{ id, kind, day, last_day, days, is_ongoing, observed, expected, score, severity },
    ...{ reason, next_step, seen, status, assigned_to },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
