import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import type { ShownSims } from "../plan.types.ts";
import { jsonResults } from "./shown-results.ts";

const Rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
const OfSim = z.union([
  z.object({ subject: z.object({ iccid: z.string() }) }).transform(({ subject }) => subject.iccid),
  z.object({ iccid: z.string() }).transform(({ iccid }) => iccid),
]);

/** A customer, a country or the fleet: no SIM is spoken of any more. */
const OfGroup = z.object({
  subject: z.object({ kind: z.string().refine((kind) => kind !== "sim") }),
});

/** The SIMs of earlier turns: those of the list that was shown last, and the one that was spoken of since. */
export function shownSims(prompt: readonly LanguageModelV4Message[]): ShownSims {
  const asked = prompt.findLastIndex(({ role }) => role === "user");
  let one: string | undefined;
  for (const result of jsonResults(prompt.slice(0, Math.max(0, asked))).toReversed()) {
    one ??= OfSim.safeParse(result).data;
    if (one === undefined && OfGroup.safeParse(result).success) return { listed: [], one };
    const shown = Rows.safeParse(result);
    if (!shown.success) continue;
    const listed = iccidsIn(shown.data.rows);
    if (listed.length !== 1) return { listed, one };
    one ??= listed[0];
  }
  return { listed: [], one };
}

/** In the order of the rows; none where these are of something else. */
function iccidsIn(rows: readonly Record<string, unknown>[]): string[] {
  return [...new Set(rows.flatMap(({ iccid }) => (typeof iccid === "string" ? [iccid] : [])))];
}
