import type { Actor } from "#core/actor.ts";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import { readAsActor } from "#db/guard.ts";
import { type Sim, simColumns, toSim } from "./sim.ts";
import { type SimFilters, simConditions } from "./sim-filters.ts";
import {
  type Part,
  partsFrom,
  placeOf,
  rangeOf,
  requireSameOrder,
  type SimOrder,
  SimPlace,
} from "./sim-order.ts";

export interface ListSimsInput extends SimFilters, Partial<SimOrder> {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface SimPage {
  readonly sims: Sim[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

/** `place`: its value of the column that orders, as the database writes it. */
type Row = Sim & { readonly place: string | null };

/** SIMs a page at a time, in the order of their ICCIDs where no other is asked for. */
export async function listSims(actor: Actor, input: ListSimsInput): Promise<SimPage> {
  const order: SimOrder = { sort: input.sort ?? "iccid", direction: input.direction ?? "asc" };
  const place = input.cursor === undefined ? null : decodeCursor(input.cursor, SimPlace);
  requireSameOrder(place, order);
  const rows: Row[] = [];
  for (const part of partsFrom(order, place)) {
    const wanted = input.limit + 1 - rows.length;
    if (wanted > 0) rows.push(...(await readPart(part, wanted)));
  }
  const has_more = rows.length > input.limit;
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    sims: page.map(({ place: _, ...sim }) => toSim(sim)),
    has_more,
    next_cursor: has_more && last ? encodeCursor(placeOf(order, last.iccid, last.place)) : null,
  };

  function readPart(part: Part, limit: number): Promise<readonly Row[]> {
    return readAsActor(actor, (sql) => {
      const { where, orderBy } = rangeOf(sql, part, order, place);
      return sql<Row[]>`
        select ${simColumns(sql)}, ${sql(`sims.${order.sort}`)}::text as place from store.sims
        where ${simConditions(sql, input)} and ${where}
        order by ${orderBy} limit ${limit}`;
    });
  }
}
