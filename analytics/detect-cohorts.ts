import type { Anomaly } from "./anomalies/types.ts";
import { dayAfter, dayNumber } from "./calendar.ts";
import { boardRows, writeRow } from "./cohorts/board.ts";
import { toldMoves } from "./cohorts/joint-moves.ts";
import { FOLDED_WITHIN_DAYS, sumOfDays, toEvent } from "./cohorts/to-event.ts";
import type { CohortEvent, CohortMember, CohortOptions, Cohorts } from "./cohorts/types.ts";

export type { CohortEvent, CohortMember, CohortOptions, Cohorts } from "./cohorts/types.ts";

export const LEAST_MEMBERS = 5;
export const LEAST_SHARE = 0.5;

/**
 * Finds groups (a customer, a tag, an operator, a country) that moved together. Each is told once, by the group that
 * explains most, and what its members show of it by themselves is folded into it. `lastDay` is the newest day of the
 * data. Of a fleet in parts the same is done by `toldMoves` over the parts' rows.
 */
export function detectCohorts(
  given: Iterable<CohortMember>,
  lastDay: string,
  {
    leastMembers = LEAST_MEMBERS,
    leastShare = LEAST_SHARE,
    days = 90,
    unit = "bytes",
  }: CohortOptions = {},
): Cohorts {
  const members = [...given];
  const firstDay = dayNumber(lastDay) - days + 1;
  const rows = boardRows(members.length, days);
  members.forEach((member, place) => {
    writeRow(rows, place, member.days, firstDay, days);
  });
  const board = { firstDay, days, deviations: rows.deviations, groups: groupsOf(members) };
  const told = toldMoves(board, leastMembers, leastShare).map((move) => {
    const sum = (what: "observed" | "expected") =>
      move.moved.reduce((all, place) => all + sumOfDays(rows[what], place, days, move), 0);
    const moved = {
      ids: move.moved.map((place) => members[place]?.id ?? ""),
      observed: sum("observed"),
      expected: sum("expected"),
    };
    const event = toEvent(board, { ...move, present: move.present.length }, moved, unit);
    return { event, places: new Set(move.moved) };
  });
  const isFolded = (place: number, anomaly: Anomaly) =>
    told.some(({ event, places }) => places.has(place) && belongsTo(anomaly, event));
  return {
    events: told.map(({ event }) => event),
    singles: members.map(({ id, anomalies }, place) => ({
      id,
      anomalies: anomalies.filter((anomaly) => !isFolded(place, anomaly)),
    })),
  };
}

function groupsOf(members: readonly CohortMember[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  members.forEach((member, place) => {
    for (const group of new Set(member.groups)) {
      const list = groups.get(group) ?? [];
      list.push(place);
      groups.set(group, list);
    }
  });
  return groups;
}

/** A member's own anomaly is told by the event when it is of the same days and goes the same way. */
function belongsTo(anomaly: Anomaly, { folds, day, lastDay }: CohortEvent): boolean {
  return (
    folds.includes(anomaly.kind) &&
    anomaly.day <= dayAfter(lastDay, FOLDED_WITHIN_DAYS) &&
    anomaly.lastDay >= dayAfter(day, -FOLDED_WITHIN_DAYS)
  );
}
