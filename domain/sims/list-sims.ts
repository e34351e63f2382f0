import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import { readAsActor } from "#db/guard.ts";
import { type Sim, simColumns, toSim } from "./sim.ts";
import { type SimFilters, simConditions } from "./sim-filters.ts";

export interface ListSimsInput extends SimFilters {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface SimPage {
  readonly sims: Sim[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

const Place = z.object({ after: z.string().regex(/^\d{19}$/) });

/** SIMs in the order of their ICCIDs, a page at a time. */
export async function listSims(actor: Actor, input: ListSimsInput): Promise<SimPage> {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, Place).after;
  const rows = await readAsActor(
    actor,
    (sql) => sql<Sim[]>`
      select ${simColumns(sql)} from store.sims
      where ${simConditions(sql, input)} and ${after === null ? sql`true` : sql`iccid > ${after}`}
      order by iccid limit ${input.limit + 1}`,
  );
  const sims = rows.slice(0, input.limit).map(toSim);
  const has_more = rows.length > input.limit;
  const last = sims.at(-1);
  return {
    sims,
    has_more,
    next_cursor: has_more && last ? encodeCursor({ after: last.iccid }) : null,
  };
}
