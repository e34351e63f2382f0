import { dayNumber } from "./calendar.ts";
import { boardOf } from "./cohorts/board.ts";
import { type JointMove, jointMoves, moversOf } from "./cohorts/joint-moves.ts";
import { toEvent } from "./cohorts/to-event.ts";
import type { CohortMember, CohortOptions, Cohorts } from "./cohorts/types.ts";

export type { CohortEvent, CohortMember, CohortOptions, Cohorts } from "./cohorts/types.ts";

/**
 * Finds groups (a customer, a tag, an operator, a country) that moved together. Each is told once, by the group that
 * explains most, and what its members show of it by themselves is folded into it. Small moves of many count:
 * nobody needs to be an anomaly alone. `lastDay` is the newest day of the data.
 */
export function detectCohorts(
  members: Iterable<CohortMember>,
  lastDay: string,
  { leastMembers = 5, leastShare = 0.5, days = 90, unit = "bytes" }: CohortOptions = {},
): Cohorts {
  const board = boardOf(members, dayNumber(lastDay), days);
  const explained: { readonly move: JointMove; readonly moved: ReadonlySet<number> }[] = [];
  for (const move of jointMoves(board, leastMembers).sort((a, b) => weightOf(b) - weightOf(a))) {
    const isTold = (place: number) =>
      explained.some(({ move: told, moved }) => isSameTime(told, move) && moved.has(place));
    const untold = (board.groups.get(move.group) ?? []).filter((place) => !isTold(place));
    const { moved, present } = moversOf(board, untold, move);
    if (moved.length < leastMembers || moved.length < leastShare * present.length) continue;
    // What another event tells of most of the group, this one need not tell again.
    if (moved.length < leastShare * move.moved.length) continue;
    explained.push({ move: { ...move, moved, present }, moved: new Set(moved) });
  }
  const events = explained
    .map(({ move }) => toEvent(board, move, unit))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const folded = new Set(events.flatMap((event) => event.folded.map(({ anomaly }) => anomaly)));
  return {
    events,
    singles: board.members.map(({ id, anomalies }) => ({
      id,
      anomalies: anomalies.filter((anomaly) => !folded.has(anomaly)),
    })),
  };
}

const weightOf = ({ moved, present }: JointMove) =>
  moved.length ** 3 / Math.max(1, present.length) ** 2;

const isSameTime = (a: JointMove, b: JointMove) =>
  a.sign === b.sign && a.first <= b.last + 1 && b.first <= a.last + 1;
