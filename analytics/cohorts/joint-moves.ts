import { median, robustScale } from "../anomalies/order-statistics.ts";
import { type Excursion, scan } from "../anomalies/scan.ts";
import { type Board, deviationAt } from "./board.ts";

/** A group whose members, taken together, lie off what was expected. */
export interface JointMove extends Excursion {
  readonly group: string;
  /** Places on the board of those that moved, and of all that were there. */
  readonly moved: readonly number[];
  readonly present: readonly number[];
}

const SCAN = { oneWrongIn: 200, clearOf: 1.4, lowFactor: 1 };
/** The mean of a group strays by its members' chance; it is never taken for steadier than that. */
const LEAST_SCALE = 1;
const MEMBER_MEAN = 0.9;
const MEMBER_Z = 1.8;

export function jointMoves(board: Board, leastMembers: number): JointMove[] {
  const moves: JointMove[] = [];
  for (const [group, places] of board.groups) {
    if (places.length < leastMembers) continue;
    const together = togetherness(board, places, leastMembers);
    for (const excursion of scan(together, (day) => Number.isNaN(together[day]), SCAN)) {
      moves.push({ ...excursion, group, ...moversOf(board, places, excursion) });
    }
  }
  return moves;
}

/** The members' mean deviation of each day in units of its own chance. */
function togetherness(board: Board, places: ArrayLike<number>, leastMembers: number): Float64Array {
  const z = Float64Array.from({ length: board.days }, (_, day) => {
    let sum = 0;
    let known = 0;
    for (let i = 0; i < places.length; i++) {
      const deviation = deviationAt(board, places[i] as number, day);
      if (Number.isNaN(deviation)) continue;
      sum += deviation;
      known++;
    }
    return known >= leastMembers ? sum / Math.sqrt(known) : Number.NaN;
  });
  const centre = median(z);
  const scale = Math.max(LEAST_SCALE, robustScale(z, centre));
  return z.map((value) => (value - centre) / scale);
}

export function moversOf(
  board: Board,
  places: ArrayLike<number>,
  { first, last, sign }: Pick<Excursion, "first" | "last" | "sign">,
): { moved: number[]; present: number[] } {
  const moved: number[] = [];
  const present: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    let sum = 0;
    let known = 0;
    for (let day = first; day <= last; day++) {
      const deviation = deviationAt(board, place, day);
      if (Number.isNaN(deviation)) continue;
      sum += sign * deviation;
      known++;
    }
    if (known === 0) continue;
    present.push(place);
    if (sum / known >= MEMBER_MEAN && sum / Math.sqrt(known) >= MEMBER_Z) moved.push(place);
  }
  return { moved, present };
}

/**
 * Of moves that several groups show, the one that explains most, with the members that no other tells of. Nobody needs
 * to be an anomaly alone: small moves of many count.
 */
export function toldMoves(board: Board, leastMembers: number, leastShare: number): JointMove[] {
  const told: { readonly move: JointMove; readonly moved: ReadonlySet<number> }[] = [];
  for (const move of jointMoves(board, leastMembers).sort((a, b) => weightOf(b) - weightOf(a))) {
    const others = told.filter((other) => isSameTime(other.move, move));
    const untold = Array.from(board.groups.get(move.group) ?? []).filter(
      (place) => !others.some(({ moved }) => moved.has(place)),
    );
    const { moved, present } = moversOf(board, untold, move);
    if (moved.length < leastMembers || moved.length < leastShare * present.length) continue;
    // What another event tells of most of the group, this one need not tell again.
    if (moved.length < leastShare * move.moved.length) continue;
    told.push({ move: { ...move, moved, present }, moved: new Set(moved) });
  }
  return told.map(({ move }) => move).sort((a, b) => a.first - b.first);
}

const weightOf = ({ moved, present }: JointMove) =>
  moved.length ** 3 / Math.max(1, present.length) ** 2;

const isSameTime = (a: JointMove, b: JointMove) =>
  a.sign === b.sign && a.first <= b.last + 1 && b.first <= a.last + 1;
