import { z } from "zod";
import { listDrift as list, SyncDifference } from "#domain/sync/differences/list-drift.ts";
import { defineTool } from "./define.ts";

export const listDrift = defineTool({
  name: "list_drift",
  title: "Differences from the provider",
  description:
    "In what the fleet as recorded here differs from what the connectivity provider says: device names and statuses changed here only (changed_here) or on both sides (changed_both), SIMs that the provider does not have any more (gone_there) or that were removed here only (removed_here); each with both values and since when, the newest first.",
  input: z.object({
    cursor: z.string().max(200).optional().meta({ description: "next_cursor of the page before" }),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    differences: z.array(SyncDifference),
    next_cursor: z.string().nullable(),
    has_more: z.boolean(),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sync/differences" },
  run: ({ actor, input }) => list(actor, input),
});
