import { amount, ratioText } from "../anomalies/amount.ts";
import { when } from "../anomalies/describe.ts";
import { scoreOf } from "../anomalies/to-anomaly.ts";
import type { Severity } from "../anomalies/types.ts";
import { dayOfNumber } from "../calendar.ts";
import type { Board } from "./board.ts";
import type { JointMove } from "./joint-moves.ts";
import type { CohortEvent } from "./types.ts";

/** Sums over those that moved and the days of the move. */
export interface Moved {
  readonly ids: readonly string[];
  readonly observed: number;
  readonly expected: number;
}

export function toEvent(
  board: Pick<Board, "firstDay" | "days">,
  move: Pick<JointMove, "group" | "first" | "last" | "sign" | "strength"> & { present: number },
  moved: Moved,
  unit: string,
): CohortEvent {
  const { group, first, last, sign, strength, present } = move;
  const days = last - first + 1;
  const isOngoing = last === board.days - 1;
  const observed = moved.observed / days;
  const expected = moved.expected / days;
  const day = dayOfNumber(board.firstDay + first);
  const lastDay = dayOfNumber(board.firstDay + last);
  const count = moved.ids.length;
  const share = count / present;
  const span = when({ day, lastDay, days, isOngoing });
  const isSilent = observed < 0.02 * expected;
  return {
    kind: "cohort",
    cohort: group,
    day,
    lastDay,
    days,
    isOngoing,
    moved: moved.ids,
    members: present,
    share,
    observed,
    expected,
    score: scoreOf(strength),
    severity: severityOf(observed, expected, share, isOngoing),
    reason: isSilent
      ? `${count} of ${present} SIMs of ${group} (${percent(share)}) fell silent together ${span}, where ${amount(expected, unit)} a day were expected of them.`
      : `${count} of ${present} SIMs of ${group} (${percent(share)}) used ${sign > 0 ? "more" : "less"} together ${span}: ${amount(observed, unit)} a day, ${ratioText(observed, expected)} the ${amount(expected, unit)} that were expected of them.`,
    nextStep:
      sign > 0
        ? `Ask what was changed for ${group} that day (a release, a campaign, a new setting) before looking at single SIMs.`
        : `Check for an outage or a change that all of ${group} share before looking at single SIMs.`,
    folds: sign > 0 ? ["spike", "pattern"] : ["drop", "silence", "pattern"],
  };
}

/** Days on either side of an event within which a member's own anomaly is the same matter. */
export const FOLDED_WITHIN_DAYS = 1;

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

/** Adds up a member's days of a move, of `days` a member. */
export function sumOfDays(
  values: Float32Array,
  place: number,
  days: number,
  { first, last }: Pick<JointMove, "first" | "last">,
): number {
  let sum = 0;
  for (let day = first; day <= last; day++) sum += values[place * days + day] ?? 0;
  return sum;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
