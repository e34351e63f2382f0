import { z } from "zod";
import { AnomalyList } from "#domain/analysis/anomaly-list.ts";
import { AnomalyFilters, listAnomalies as list } from "#domain/analysis/list-anomalies.ts";
import { defineTool } from "./define.ts";

export const listAnomalies = defineTool({
  name: "list_anomalies",
  title: "Anomalies of the fleet",
  description:
    "Anomalies that the last analysis found, the newest first, a page at a time: those of single SIMs, and events in which a whole customer, tag, operator or country moved together (kind cohort), each with its id, severity, reason, next step and status. Those that are open, unless status says else. To count or group them use query_fleet; to look at one SIM anew use detect_anomalies.",
  input: AnomalyFilters.extend({
    cursor: z.string().max(200).optional().meta({ description: "next_cursor of the page before" }),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: AnomalyList,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/ai/anomalies" },
  run: ({ actor, input }) => list(actor, input),
});
