import { z } from "zod";
import { detectSim } from "#domain/analysis/detect-sim.ts";
import { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

export const detectAnomalies = defineTool({
  name: "detect_anomalies",
  title: "What is odd about a SIM",
  description:
    "Looks through the last 90 days of one SIM for what is odd: spikes, drops, silence, a changed pattern, a new country, operator or device; each with what was seen, what was expected, a reason in a sentence, a next step, and whether somebody has reviewed it. Answers why a SIM uses so much or so little. For the anomalies of many SIMs use list_anomalies.",
  input: z.object({ iccid: Iccid }),
  output: SimAnomalies,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/ai/sims/{iccid}/anomaly-check" },
  run: ({ actor, input }) => detectSim(actor, input.iccid),
});
