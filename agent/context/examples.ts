import { z } from "zod";
import { Query } from "#query/query.ts";
import examples from "./examples.json" with { type: "json" };

/** A question with the query that answers it; `sql` and `columns` are what a test holds it against. */
const Example = z.object({
  question: z.string(),
  query: Query,
  sql: z.string(),
  columns: z.array(z.string()),
});
export type Example = z.infer<typeof Example>;

/** The day on which the periods of the examples were read. */
export const EXAMPLES_NOW = "2026-10-21T09:30:00Z";

export const EXAMPLES: readonly Example[] = z.array(Example).parse(examples);
