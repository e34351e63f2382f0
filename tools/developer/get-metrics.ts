import { z } from "zod";
import { Metric, metricValues } from "#domain/developer/metric-values.ts";
import { defineTool } from "../define.ts";

export const getMetrics = defineTool({
  name: "get_metrics",
  title: "Metrics of the process",
  description:
    "For people who build on Simon: what the server's process counts since it started (requests, jobs, calls to providers, connections, memory), of the whole installation; histograms as count, mean and an upper bound of the 95th percentile, in seconds.",
  input: z.object({
    name: z.string().trim().max(100).default("simon_").meta({
      description: "Beginning of the metric's name, such as simon_http; process_ and nodejs_ too",
    }),
  }),
  output: z.object({ metrics: z.array(Metric) }),
  scope: "developer",
  effect: "read",
  route: { method: "GET", path: "/api/v1/developer/metrics" },
  run: async ({ actor, input: { name } }) => ({ metrics: await metricValues(actor, name) }),
});
