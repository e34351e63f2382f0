import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asReader } from "#db/guard.ts";
import type { Answer } from "./answer.ts";
import { newestData } from "./as-of.ts";
import { chartFor } from "./chart.ts";
import { type CompiledQuery, compile } from "./compile.ts";
import { displaySql } from "./display-sql.ts";
import { interpret } from "./interpret.ts";
import { type Looser, looser } from "./loosen.ts";
import { isEmptyHanded, namedSim } from "./named-sim.ts";
import type { Query } from "./query.ts";
import { validate } from "./validate.ts";

const ROW_CAP = 1000;
const DEFAULT_ZONE = "UTC";

// The views are security barriers: Postgres knows little of what they hold, takes joins of a hundred
// thousand SIMs for millions of rows, and then compiles at length or compares each row with each.
export const PLANNER_SETTINGS =
  "set local jit = off; set local enable_nestloop = off; set local work_mem = '32MB'";

/**
 * Answers a query in the actor's organisation: checks it, runs it read-only, shapes the rows.
 *
 * @param assumptions What was taken for granted in reading the question, to be shown with the answer.
 * @throws Invalid, Forbidden (see `validate`); Limited when it takes too long.
 */
export async function runQuery(
  actor: Actor,
  query: Query,
  { assumptions = [] }: { assumptions?: readonly string[] } = {},
): Promise<Answer> {
  const valid = validate(query, { scopes: actor.scopes });
  const now = fleetNow();
  const options = { now, zone: DEFAULT_ZONE, rowCap: ROW_CAP };
  const compiled = compile(valid, options);
  const { text, countText, columns } = compiled;
  const values = compiled.parameters.map(({ value }) => value);
  const read = interpret(valid, { zone: valid.zone ?? DEFAULT_ZONE });
  const { rows, rowCount, asOf, loosened, missing } = await asReader(actor, async (sql) => {
    await sql.unsafe(PLANNER_SETTINGS);
    const rows = await sql.unsafe<Record<string, unknown>[]>(text, values);
    const isWhole = rows.length < ROW_CAP;
    const [counted] = isWhole ? [] : await sql.unsafe<{ rows: number }[]>(countText, values);
    const loosened =
      rows.length === 0
        ? await countLoosened(sql, looser(query, read.chips, { ...options, scopes: actor.scopes }))
        : undefined;
    const named = isEmptyHanded(valid, rows)
      ? namedSim(valid, { ...options, scopes: actor.scopes })
      : null;
    const isMissing = named !== null && !(await isThere(sql, named.compiled));
    const asOf = await newestData(sql, now);
    return {
      rows: rows.map(shapeRow),
      rowCount: counted?.rows ?? rows.length,
      asOf,
      loosened,
      missing: isMissing ? named.name : undefined,
    };
  });
  return {
    columns: [...columns],
    rows,
    row_count: rowCount,
    sql: displaySql(compiled),
    ...read,
    assumptions: [...assumptions],
    ...(loosened?.length ? { loosened } : {}),
    ...(missing === undefined ? {} : { missing_sim: missing }),
    chart: chartFor(valid, columns, rows),
    as_of: asOf.toISOString(),
    zone: valid.zone ?? DEFAULT_ZONE,
  };
}

async function isThere(sql: Transaction, { text, parameters }: CompiledQuery): Promise<boolean> {
  const values = parameters.map(({ value }) => value);
  return (await sql.unsafe(text, values)).length > 0;
}

/** The conditions without which there are rows, the one that leaves the fewest first. */
async function countLoosened(
  sql: Transaction,
  attempts: readonly Looser[],
): Promise<NonNullable<Answer["loosened"]>> {
  const found: NonNullable<Answer["loosened"]> = [];
  for (const { part, text, compiled } of attempts) {
    const values = compiled.parameters.map(({ value }) => value);
    const [counted] = await sql.unsafe<{ rows: number }[]>(compiled.countText, values);
    if (counted && counted.rows > 0) found.push({ part, text, row_count: counted.rows });
  }
  return found.sort((a, b) => a.row_count - b.row_count);
}

/** As JSON has it: instants as ISO strings. */
function shapeRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  );
}
