import { median, robustScale } from "../anomalies/order-statistics.ts";
import { type Excursion, scan } from "../anomalies/scan.ts";
import { type Board, deviationAt, type Placed } from "./board.ts";

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
function togetherness(board: Board, places: readonly number[], leastMembers: number): Float64Array {
  const z = Float64Array.from({ length: board.days }, (_, day) => {
    let sum = 0;
    let known = 0;
    for (const place of places) {
      const deviation = deviationAt(board.members[place] as Placed, day);
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
  places: readonly number[],
  { first, last, sign }: Pick<Excursion, "first" | "last" | "sign">,
): { moved: number[]; present: number[] } {
  const moved: number[] = [];
  const present: number[] = [];
  for (const place of places) {
    let sum = 0;
    let known = 0;
    for (let day = first; day <= last; day++) {
      const deviation = deviationAt(board.members[place] as Placed, day);
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
