import type { Actor } from "#core/actor.ts";
import { passesLuhn } from "#core/iccid.ts";
import type { Sql } from "#db/database.ts";
import { readAsActor } from "#db/guard.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { SIM_COLUMNS, type Sim, type SimRow, toSim } from "./sim.ts";

export interface ListSimsInput {
  readonly status?: readonly string[] | undefined;
  readonly customer?: string | undefined;
  readonly country?: string | undefined;
  readonly operator?: string | undefined;
  readonly rat?: string | undefined;
  readonly rate_plan?: string | undefined;
  readonly tag?: string | undefined;
  /** A label or customer in part; an ICCID, IMSI, MSISDN or IMEI from its start. */
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface SimPage {
  readonly sims: Sim[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

/** SIMs in the order of their ICCIDs, a page at a time. */
export async function listSims(actor: Actor, input: ListSimsInput): Promise<SimPage> {
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor);
  const rows = await readAsActor(
    actor,
    (sql) => sql<SimRow[]>`
      select ${sql(SIM_COLUMNS)} from store.sims
      where ${conditions(sql, input, after)}
      order by iccid limit ${input.limit + 1}`,
  );
  const sims = rows.slice(0, input.limit).map(toSim);
  const has_more = rows.length > input.limit;
  const last = sims.at(-1);
  return { sims, has_more, next_cursor: has_more && last ? encodeCursor(last.iccid) : null };
}

function conditions(sql: Sql, input: ListSimsInput, after: string | null) {
  const parts = [
    after === null ? null : sql`iccid > ${after}`,
    input.status?.length ? sql`status = any(${input.status as string[]})` : null,
    input.customer === undefined ? null : sql`customer = ${input.customer}`,
    input.country === undefined ? null : sql`country = ${input.country}`,
    input.operator === undefined ? null : sql`operator = ${input.operator}`,
    input.rat === undefined ? null : sql`rat = ${input.rat}`,
    input.rate_plan === undefined ? null : sql`rate_plan = ${input.rate_plan}`,
    input.tag === undefined ? null : sql`${input.tag} = any(tags)`,
    input.search === undefined ? null : matches(sql, input.search),
  ].filter((part) => part !== null);
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);
}

function matches(sql: Sql, search: string) {
  const digits = search.replace(/^\+|[\s-]/g, "");
  if (/^\d{5,20}$/.test(digits)) {
    const iccid = digits.length === 20 && passesLuhn(digits) ? digits.slice(0, 19) : digits;
    return sql`(starts_with(iccid, ${iccid}) or starts_with(imsi, ${digits})
      or starts_with(ltrim(msisdn, '+'), ${digits}) or starts_with(imei, ${digits}))`;
  }
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(label ilike ${pattern} or customer ilike ${pattern})`;
}
