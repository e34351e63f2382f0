import { amount, ratioText } from "../anomalies/amount.ts";
import { when } from "../anomalies/describe.ts";
import { scoreOf } from "../anomalies/to-anomaly.ts";
import type { Anomaly, Severity } from "../anomalies/types.ts";
import { dayNumber, dayOfNumber } from "../calendar.ts";
import type { Board, Placed } from "./board.ts";
import type { JointMove } from "./joint-moves.ts";
import type { CohortEvent } from "./types.ts";

export function toEvent(board: Board, move: JointMove, unit: string): CohortEvent {
  const { group, first, last, sign, strength, moved, present } = move;
  const days = last - first + 1;
  const isOngoing = last === board.days - 1;
  const movers = moved.map((place) => board.members[place] as Placed);
  const observed = sumOf(movers, "observed", first, last) / days;
  const expected = sumOf(movers, "expected", first, last) / days;
  const day = dayOfNumber(board.firstDay + first);
  const lastDay = dayOfNumber(board.firstDay + last);
  const share = moved.length / present.length;
  const span = when({ day, lastDay, days, isOngoing });
  const isSilent = observed < 0.02 * expected;
  return {
    kind: "cohort",
    cohort: group,
    day,
    lastDay,
    days,
    isOngoing,
    moved: movers.map(({ id }) => id),
    members: present.length,
    share,
    observed,
    expected,
    score: scoreOf(strength),
    severity: severityOf(observed, expected, share, isOngoing),
    reason: isSilent
      ? `${moved.length} of ${present.length} SIMs of ${group} (${percent(share)}) fell silent together ${span}, where ${amount(expected, unit)} a day were expected of them.`
      : `${moved.length} of ${present.length} SIMs of ${group} (${percent(share)}) used ${sign > 0 ? "more" : "less"} together ${span}: ${amount(observed, unit)} a day, ${ratioText(observed, expected)} the ${amount(expected, unit)} that were expected of them.`,
    nextStep:
      sign > 0
        ? `Ask what was changed for ${group} that day (a release, a campaign, a new setting) before looking at single SIMs.`
        : `Check for an outage or a change that all of ${group} share before looking at single SIMs.`,
    folded: movers.flatMap(({ id, anomalies }) =>
      anomalies
        .filter((anomaly) =>
          belongsTo(anomaly, board.firstDay + first, board.firstDay + last, sign),
        )
        .map((anomaly) => ({ id, anomaly })),
    ),
  };
}

/** A member's own anomaly is told by the event when it is of the same days and goes the same way. */
function belongsTo(anomaly: Anomaly, first: number, last: number, sign: number): boolean {
  if (dayNumber(anomaly.day) > last + 1 || dayNumber(anomaly.lastDay) < first - 1) return false;
  if (anomaly.kind === "spike") return sign > 0;
  if (anomaly.kind === "drop" || anomaly.kind === "silence") return sign < 0;
  return anomaly.kind === "pattern";
}

function severityOf(
  observed: number,
  expected: number,
  share: number,
  isOngoing: boolean,
): Severity {
  const isGreat = observed >= 3 * expected || observed <= 0.2 * expected;
  if (isGreat && share >= 0.8) return "critical";
  return isGreat || isOngoing ? "high" : "medium";
}

function sumOf(
  members: readonly Placed[],
  what: "observed" | "expected",
  first: number,
  last: number,
): number {
  let sum = 0;
  for (const member of members) {
    for (let day = first; day <= last; day++) sum += member[what][day] ?? 0;
  }
  return sum;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
