import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import { Anomaly } from "#domain/analysis/anomaly.ts";
import type { ShownAnomaly } from "../plan.types.ts";
import { shownResults } from "./shown-results.ts";

const Shown = z.object({
  anomalies: z.array(Anomaly.pick({ ref: true, kind: true, day: true, status: true })),
});
const TOOLS = new Set(["detect_anomalies", "list_anomalies"]);

/** Those that the turn before showed and that are not done with: what "that anomaly" may mean. */
export function shownAnomalies(prompt: readonly LanguageModelV4Message[]): ShownAnomaly[] {
  for (const result of shownResults(prompt, TOOLS)) {
    const shown = Shown.safeParse(result);
    if (!shown.success) continue;
    return shown.data.anomalies
      .filter(({ status }) => status !== "dismissed")
      .map(({ ref, kind, day }) => ({ ref, kind, day }));
  }
  return [];
}
