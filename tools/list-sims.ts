import { z } from "zod";
import { listSims as list } from "#domain/sims/list-sims.ts";
import { Sim } from "#domain/sims/sim.ts";
import { SimFilters } from "#domain/sims/sim-filters.ts";
import { SimOrder } from "#domain/sims/sim-order.ts";
import { defineTool } from "./define.ts";

/** A cursor holds the value that its page is sorted by, such as a customer of 500 characters. */
const MAX_CURSOR_CHARS = 4_000;

export const listSims = defineTool({
  name: "list_sims",
  title: "List SIMs",
  description:
    "SIMs by page, sorted, filtered and searched by label, customer, ICCID, IMSI, MSISDN or IMEI. For counts, sums, usage or quotas over many SIMs use query_fleet.",
  input: SimFilters.extend({
    ...SimOrder.shape,
    cursor: z
      .string()
      .max(MAX_CURSOR_CHARS)
      .optional()
      .meta({ description: "next_cursor of the page before" }),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    sims: z.array(Sim),
    next_cursor: z.string().nullable(),
    has_more: z.boolean(),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sims" },
  run: ({ actor, input }) => list(actor, input),
});
