import { lexiconOf } from "./lexicon-cache.ts";
import { isOfNamedSim, liveClause, pointsAtOne, simAskedLive } from "./live.ts";
import type { Plan, PlanInput } from "./plan.types.ts";
import { read } from "./read.ts";
import { starters } from "./starters.ts";
import { timeContext } from "./time/calendar.ts";

/** A question about this very moment: the SIM as it is recorded, then as its provider sees it. */
export function livePlan(
  question: string,
  input: PlanInput,
  plan: (input: PlanInput) => Plan,
): Plan | null {
  const whole = simAskedLive(question);
  const clause = whole === null ? liveClause(question) : null;
  const sim = whole ?? clause?.sim;
  if (sim === undefined) return null;
  const told = pointsAtOne(sim) ? simIn(clause?.others ?? [], input) : null;
  const isNamed = told !== null || !pointsAtOne(sim); // says all by itself: what was asked before would only add to it
  const made = plan({
    ...input,
    question: told === null ? sim : `show ${told}`,
    ...(isNamed && { context: [] }),
  });
  if (made.kind === "query" && isOfNamedSim(made.query)) return { ...made, isLive: true };
  if (!pointsAtOne(sim)) return null;
  return {
    kind: "clarify",
    question:
      "Which SIM? Its provider is asked about one at a time: name its ICCID or device name.",
    options: starters(input.gazetteer).slice(0, 3),
  };
}

/** The one SIM that was named in what led up to a question. */
function simIn(clauses: readonly string[], { gazetteer, now, zone }: PlanInput): string | null {
  const names = clauses.flatMap((clause) =>
    read(clause, lexiconOf(gazetteer), timeContext(now, zone)).items.flatMap((item) =>
      item.cat === "value" && item.dim === "sim" ? [item.cond.said] : [],
    ),
  );
  const [only, ...others] = new Set(names);
  return only !== undefined && others.length === 0 ? only : null;
}
