import type { Tool } from "../define.ts";
import { analyzeLogs } from "./analyze-logs.ts";
import { getInsights } from "./get-insights.ts";
import { getMetrics } from "./get-metrics.ts";
import { getSystemContext } from "./get-system-context.ts";
import { suggestOptimizations } from "./suggest-optimizations.ts";

/** For people who build on Simon. Only MCP publishes them, where they are asked for by name. */
export const developerTools: readonly Tool[] = [
  getSystemContext,
  analyzeLogs,
  getMetrics,
  getInsights,
  suggestOptimizations,
];
