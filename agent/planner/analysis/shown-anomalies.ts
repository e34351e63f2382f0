import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import { Anomaly } from "#domain/analysis/anomaly.ts";
import type { ShownAnomaly } from "../plan.types.ts";

const Shown = z.object({
  anomalies: z.array(Anomaly.pick({ ref: true, kind: true, day: true, status: true })),
});
const TOOLS = new Set(["detect_anomalies", "list_anomalies"]);

/** Those that the turn before showed and that are not done with: what "that anomaly" may mean. */
export function shownAnomalies(prompt: readonly LanguageModelV4Message[]): ShownAnomaly[] {
  const asked = prompt.findLastIndex(({ role }) => role === "user");
  const before = prompt.slice(0, asked).findLastIndex(({ role }) => role === "user");
  const results = prompt
    .slice(Math.max(0, before), Math.max(0, asked))
    .flatMap((message) => (message.role === "tool" ? message.content : []));
  for (const result of results.toReversed()) {
    if (result.type !== "tool-result" || !TOOLS.has(result.toolName)) continue;
    const shown = Shown.safeParse(result.output.type === "json" ? result.output.value : undefined);
    if (!shown.success) continue;
    return shown.data.anomalies
      .filter(({ status }) => status !== "dismissed")
      .map(({ ref, kind, day }) => ({ ref, kind, day }));
  }
  return [];
}
