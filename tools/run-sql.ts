import { z } from "zod";
import { runSql } from "#query/free-sql/run-sql.ts";
import { defineTool } from "./define.ts";

const MAX_ROWS = 1_000;
const MAX_LENGTH = 20_000;

export const runSqlTool = defineTool({
  name: "run_sql",
  title: "Run SQL",
  description:
    "Runs one SELECT of PostgreSQL over the fleet's views (sims, sim_usage_daily, alerts …), read-only. For what query_fleet cannot express. now() and current_date are the fleet's clock, days are UTC, volumes are bytes. An error names the line, the column and what exists instead.",
  input: z.object({
    sql: z.string().trim().min(1).max(MAX_LENGTH).meta({
      description: "One SELECT, without parameters: select status, count(*) from sims group by 1",
    }),
    limit: z.int().min(1).max(MAX_ROWS).default(MAX_ROWS).meta({ description: "Rows at most" }),
  }),
  output: z.object({
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    /** Whole numbers beyond 2^53 are strings. */
    rows: z.array(z.record(z.string(), z.unknown())),
    row_count: z.int(),
    /** As it was written. */
    sql: z.string(),
    /** The statement has more rows than these. */
    has_more: z.boolean(),
    /** The instant the newest of the data is from. */
    as_of: z.string(),
  }),
  scope: "developer",
  effect: "read",
  route: { method: "POST", path: "/api/v1/sql" },
  run: async ({ actor, input }) => ({ ...(await runSql(actor, input)), sql: input.sql }),
});
