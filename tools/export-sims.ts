import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { issueWords } from "#core/issue-words.ts";
import { createExport, EXPORT_FORMATS } from "#domain/exports/create-export.ts";
import { SimFilters } from "#domain/sims/sim-filters.ts";
import { Query } from "#query/query.ts";
import { defineTool } from "./define.ts";

/** A model reads the shape of a query at query_fleet already. */
const SimQuery = z
  .record(z.string(), z.unknown())
  .transform((value, context): Query => {
    const parsed = Query.safeParse(value);
    if (parsed.success) return parsed.data;
    const [first] = parsed.error.issues;
    const message = first ? issueWords(first) : "is not right";
    context.addIssue({ code: "custom", path: first?.path ?? [], message });
    return z.NEVER;
  })
  .meta({
    description: "Instead of filters: a query as query_fleet takes it, whose rows carry an ICCID",
  });

export const exportSims = defineTool({
  name: "export_sims",
  title: "Export SIMs",
  description:
    "Makes a file of SIMs with all their fields, as CSV or Excel, for the person to download: all SIMs, those that filters leave, or those that a query names in its order. Answers the address of the file, which whoever may read SIMs can fetch for a day.",
  input: SimFilters.extend({
    format: z.enum(EXPORT_FORMATS).default("csv"),
    query: SimQuery.optional(),
  }),
  output: z.object({
    url: z.string(),
    format: z.enum(EXPORT_FORMATS),
    file_name: z.string(),
    row_count: z.int(),
    expires_at: z.string(),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sims/export" },
  run: ({ actor, input: { format, query, ...filters } }) => {
    if (query && Object.keys(filters).length > 0) {
      throw new Invalid("Choose the SIMs by filters or by a query, not by both.");
    }
    return createExport(actor, format, query ? { query } : { filters });
  },
});
