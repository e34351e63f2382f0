import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import type { ShownAdvice } from "../plan.types.ts";
import { shownResults } from "./shown-results.ts";

const TOOLS = new Set(["recommend_quota"]);

/** The advice that the turn before gave on one SIM: what "the cheaper plan" may mean. */
export function shownAdvice(prompt: readonly LanguageModelV4Message[]): ShownAdvice | undefined {
  for (const result of shownResults(prompt, TOOLS)) {
    const { subject, advice } = QuotaAdvice.safeParse(result).data ?? {};
    if (!subject?.iccid || !advice) continue;
    const { type, plan, packages } = advice;
    const bytes = Math.max(0, advice.recommended_total - advice.current_total);
    return { iccid: subject.iccid, name: subject.name, type, plan, packages, bytes };
  }
  return undefined;
}
