import type { Actor } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { Limited } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asWatchedReader } from "#db/watched-reader.ts";
import { newestData } from "../as-of.ts";
import { check } from "./check.ts";
import { explainFailure } from "./failure.ts";
import { MOMENT_OIDS, momentValues, withMoments } from "./moments.ts";
import { parseSelect } from "./parse.ts";
import { columnsFrom, requireModestSize, rowsFrom, type SqlColumn } from "./result.ts";
import { narrowingCtes } from "./visible.ts";
import type { Walk } from "./walk.ts";

const TIMEOUT_MS = 10_000;

/**
 * In units of Postgres, of which this is minutes of work: beyond it a statement is not begun. Postgres
 * cannot foresee everything, so the timeout bounds what passes.
 */
export const MAX_COST = 5_000_000;

const WRAP = "select * from (\n";
const EXTENDED = { prepare: false, simple: false };
// As for questions (query/run.ts); nested loops are taken away only after the cost is known, because
// older versions of Postgres express that by a cost.
const BEFORE_PLANNING = "set local jit = off; set local work_mem = '32MB'";
const BEFORE_RUNNING = "set local enable_nestloop = off";

export interface SqlResult {
  readonly columns: SqlColumn[];
  readonly rows: Record<string, unknown>[];
  readonly row_count: number;
  readonly has_more: boolean;
  readonly as_of: string;
}

/**
 * Runs one SELECT that a person or a model wrote, in the actor's organisation, read-only.
 *
 * @param limit Rows at most.
 * @throws Invalid with line and column, Forbidden for a missing scope, Limited for what takes too long.
 */
export async function runSql(
  actor: Actor,
  {
    sql: written,
    limit,
    timeoutMs = TIMEOUT_MS,
  }: { sql: string; limit: number; timeoutMs?: number },
): Promise<SqlResult> {
  const parsed = await parseSelect(written);
  const walk = check(actor, parsed);
  const text = withMoments(parsed.text, walk.moments);
  const ctes = narrowingCtes(actor.scopes);
  const run = (sql: Transaction, before: string, after = "") =>
    runWrapped(sql, {
      text,
      walk,
      prefix: `${before}${WRAP}`,
      suffix: `\n) q limit ${limit + 1}${after}`,
    });
  const now = fleetNow();
  return asWatchedReader(
    actor,
    async (sql) => {
      await sql.unsafe(BEFORE_PLANNING);
      requireModestCost(await run(sql, `explain (format json) ${ctes}`));
      await sql.unsafe(BEFORE_RUNNING);
      if (walk.collects) {
        // A value of a gigabyte would fill the memory of this process, so its size comes first.
        const size = await run(sql, `${ctes}select sum(octet_length(r::text))::text from (`, ") r");
        requireModestSize(Number(textOf(size) ?? 0));
      }
      const found = await run(sql, ctes);
      const columns = columnsFrom(found.columns);
      const rows = rowsFrom(columns, found.slice(0, limit));
      return {
        columns,
        rows,
        row_count: rows.length,
        has_more: found.length > limit,
        as_of: (await newestData(sql, now)).toISOString(),
      };
    },
    { timeoutMs },
  );
}

interface Wrapped {
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly walk: Walk;
}

/** @throws a sentence of ours where the statement is at fault. */
async function runWrapped(sql: Transaction, { text, prefix, suffix, walk }: Wrapped) {
  const values = momentValues(fleetNow()).map((value, n) =>
    sql.typed(value as never, MOMENT_OIDS[n] ?? 0),
  );
  try {
    return await sql.unsafe(prefix + text + suffix, values as never[], EXTENDED).raw();
  } catch (error) {
    throw explainFailure(error, { text, prefix, walk }) ?? error;
  }
}

function requireModestCost(explained: Raw): void {
  const [plan] = JSON.parse(textOf(explained) ?? "");
  if (plan.Plan["Total Cost"] > MAX_COST) {
    throw new Limited(
      "This would read or compare too many rows. Ask for a shorter period, aggregate before joining, or add a condition to each join.",
    );
  }
}

type Raw = readonly (readonly (Uint8Array | null)[])[];

/** The only value. */
function textOf([row]: Raw): string | null {
  return row?.[0] ? Buffer.from(row[0]).toString() : null;
}
