import { z } from "zod";
import { database } from "#db/database.ts";

export const SlowQuery = z.object({
  /** Without its values. */
  statement: z.string(),
  calls: z.number(),
  mean_ms: z.number(),
  total_ms: z.number(),
});
export type SlowQuery = z.infer<typeof SlowQuery>;

const SHOWN = 10;
const STATEMENT_LENGTH = 300;

/**
 * The statements on this database that cost most, as Postgres counts them; null where it does not. Of others it may
 * keep the values, as of one that sets a password, so only reads and writes are told.
 */
export async function slowQueries(): Promise<SlowQuery[] | null> {
  const { sql } = await database();
  const [found] = await sql<{ present: boolean }[]>`
    select to_regclass('pg_stat_statements') is not null as present`;
  if (!found?.present) return null;
  return sql<SlowQuery[]>`
    select left(query, ${STATEMENT_LENGTH}) as statement, calls::float8 as calls,
      mean_exec_time as mean_ms, total_exec_time as total_ms
    from pg_stat_statements
    where dbid = (select oid from pg_database where datname = current_database())
      and query ~* '^\\s*(select|insert|update|delete|merge|with)\\M'
    order by total_exec_time desc limit ${SHOWN}`;
}

/** Share of blocks that Postgres found in its own cache; null where nothing was read yet. */
export async function cacheHitShare(): Promise<number | null> {
  const { sql } = await database();
  const [row] = await sql<{ share: number | null }[]>`
    select blks_hit::float8 / nullif(blks_hit + blks_read, 0) as share
    from pg_stat_database where datname = current_database()`;
  return row?.share ?? null;
}
