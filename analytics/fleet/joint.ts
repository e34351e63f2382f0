import { toldMoves } from "../cohorts/joint-moves.ts";
import { LEAST_MEMBERS, LEAST_SHARE } from "../detect-cohorts.ts";

/** All SIMs of a fleet: how far off each was, and the groups it belongs to. */
export interface FleetBoard {
  readonly firstDay: number;
  readonly days: number;
  readonly deviations: Int8Array;
  readonly groups: readonly { readonly name: string; readonly places: Int32Array }[];
}

/** Days of the board on which `moved`, of so many `present`, lay off together. */
export interface Joint {
  readonly group: string;
  readonly first: number;
  readonly last: number;
  readonly sign: 1 | -1;
  readonly strength: number;
  readonly moved: Int32Array;
  readonly present: number;
}

export function jointOf({ firstDay, days, deviations, groups }: FleetBoard): Joint[] {
  const byName = new Map(groups.map(({ name, places }) => [name, places]));
  const board = { firstDay, days, deviations, groups: byName };
  return toldMoves(board, LEAST_MEMBERS, LEAST_SHARE).map(
    ({ group, first, last, sign, strength, moved, present }) => ({
      group,
      first,
      last,
      sign,
      strength,
      moved: Int32Array.from(moved),
      present: present.length,
    }),
  );
}
