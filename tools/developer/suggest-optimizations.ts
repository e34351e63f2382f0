import { z } from "zod";
import { SlowQuery } from "#domain/developer/slow-queries.ts";
import { suggest } from "#domain/developer/suggest.ts";
import { defineTool } from "../define.ts";

export const suggestOptimizations = defineTool({
  name: "suggest_optimizations",
  title: "What could be faster",
  description:
    "For people who build on Simon: slow requests, slow statements (where pg_stat_statements is there), the database's cache and long jobs, with what to do about each; and what could not be seen.",
  input: z.object({}),
  output: z.object({
    suggestions: z.array(z.string()),
    slow_queries: z.array(SlowQuery),
    cache_hit_share: z.number().nullable(),
    could_not_see: z.array(z.string()),
  }),
  scope: "developer",
  effect: "read",
  route: { method: "GET", path: "/api/v1/developer/optimizations" },
  run: ({ actor }) => suggest(actor),
});
