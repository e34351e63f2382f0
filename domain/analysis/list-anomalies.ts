import type { PendingQuery, Row } from "postgres";
import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import type { Sql } from "#db/database.ts";
import { readAsActor } from "#db/guard.ts";
import { AnomalyKind, AnomalySeverity, AnomalyStatus } from "./anomaly.ts";
import type { AnomalyList } from "./anomaly-list.ts";
import { type AnomalyRow, anomalyColumns, toListed } from "./anomaly-rows.ts";
import { Day } from "./subject.ts";

const name = z.string().trim().min(1).max(200);

export const AnomalyFilters = z.object({
  customer: name.optional(),
  tag: name.optional(),
  kind: z.array(AnomalyKind).optional(),
  severity: z.array(AnomalySeverity).optional(),
  status: z.array(AnomalyStatus).default(["open"]),
  since: Day.optional().meta({ description: "Those that reach this day or a later one" }),
});

export interface ListAnomaliesInput extends z.output<typeof AnomalyFilters> {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const Place = z.object({ day: Day, id: z.int().positive() });

/** The fleet's anomalies that are kept, the newest first. */
export async function listAnomalies(actor: Actor, input: ListAnomaliesInput): Promise<AnomalyList> {
  const rows = await readAsActor(
    actor,
    (sql) => sql<AnomalyRow[]>`
      select ${anomalyColumns(sql)}
      from store.anomalies a left join store.sims s
        on s.organization_id = a.organization_id and s.iccid = a.iccid
      where ${conditions(sql, input)}
      order by a.day desc, a.id desc limit ${input.limit + 1}`,
  );
  const page = rows.slice(0, input.limit).map(toListed);
  const has_more = rows.length > input.limit;
  const last = page.at(-1);
  return {
    anomalies: page,
    has_more,
    next_cursor: has_more && last ? encodeCursor({ day: last.day, id: last.id }) : null,
  };
}

function conditions(sql: Sql, input: ListAnomaliesInput) {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, Place);
  const parts = [
    sql`a.status = any(${input.status as string[]}::text[])`,
    after && sql`(a.day, a.id) < (${after.day}::date, ${after.id}::bigint)`,
    input.customer === undefined ? null : ofSims(sql, sql`m.customer = ${input.customer}`),
    input.tag === undefined ? null : ofSims(sql, sql`${input.tag} = any(m.tags)`),
    input.kind?.length ? sql`a.kind = any(${input.kind as string[]}::text[])` : null,
    input.severity?.length ? sql`a.severity = any(${input.severity as string[]}::text[])` : null,
    input.since === undefined ? null : sql`coalesce(a.last_day, a.day) >= ${input.since}::date`,
  ].filter((part) => part !== null);
  return parts.reduce((all, part) => sql`${all} and ${part}`);
}

/** An anomaly of such a SIM, or an event in which one moved. */
function ofSims(sql: Sql, condition: PendingQuery<Row[]>) {
  return sql`exists (select from store.sims m
    where (m.iccid = a.iccid or m.iccid = any(a.moved_iccids)) and ${condition})`;
}
