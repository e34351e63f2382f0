import type { Plan, PlanInput } from "../plan.types.ts";
import { isOneSim, simMeant } from "../sim-meant.ts";
import { type Asked, analysesAsked, turnOf } from "./asked.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { askedInWords } from "./wording.ts";

export type AnalysisPlan = Extract<Plan, { kind: "analysis" }>;
type Planner = (input: PlanInput) => Plan;

/** "What is wrong with it": may be its status, its quota or an alert as well as what is odd in its usage. */
const TROUBLE =
  /\b(?:wrong|matter|problems?|troubles?|issues?|going on|up with|ails?|offline|down|broken)\b/i;
const LONGEST_DAYS = 90;
const POINTER =
  /^(?:it|this|that|they|them|(?:this|that|the)(?: same)? (?:one|sim|device|card|customer|country|group|tag))$/i;

/** A forecast, a look for what is odd, or advice, of one SIM or one group that is known; null for other questions. */
export function analysisPlan(
  question: string,
  input: PlanInput,
  plan: Planner,
): AnalysisPlan | null {
  for (const asked of [...analysesAsked(question), ...askedInWords(question)]) {
    const earlier = POINTER.test(asked.of) ? before(input, plan) : null;
    const iccid = earlier ? null : simMeant(asked.of, input.sims);
    const shown = iccid === null ? null : ({ kind: "sim", iccid } as const);
    const row = isOneSim(asked.of) ? null : shown; // "it" is first the SIM that was named
    const subject = earlier?.subject ?? row ?? subjectOf(asked.of, input, plan) ?? shown;
    const made = subject && planOf(asked, subject);
    if (made?.tool === "detect_anomalies" && TROUBLE.test(question))
      return { ...made, also: "get_sim" };
    if (made) return made;
  }
  const turned = turnOf(question);
  if (!turned) return null;
  const earlier = before(input, plan);
  if (earlier?.tool !== "forecast_usage") return null;
  const { isAboutAccuracy, ...changes } = turned;
  const set = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const { about: _, ...rest } = earlier;
  return {
    ...rest,
    input: { ...earlier.input, ...set },
    ...(isAboutAccuracy ? { about: "accuracy" } : {}),
  };
}

/** The analysis that the question before asked for. */
function before(input: PlanInput, plan: Planner): AnalysisPlan | null {
  const question = input.context.at(-1);
  if (question === undefined) return null;
  return analysisPlan(
    question.trim(),
    { ...input, question, context: input.context.slice(0, -1) },
    plan,
  );
}

function planOf(asked: Asked, subject: Subject): AnalysisPlan | null {
  const call = callFor(asked, subject);
  if (!call) return null;
  const found =
    subject.kind === "named" ? { query: subject.query, assumptions: subject.assumptions } : {};
  return { kind: "analysis", subject, ...found, ...call };
}

type Call = Pick<AnalysisPlan, "tool" | "input" | "about">;

function callFor({ what, days, method }: Asked, subject: Subject): Call | null {
  const isOneSim = subject.kind === "sim" || subject.kind === "named";
  const sim = subject.kind === "sim" ? { iccid: subject.iccid } : {};
  switch (what) {
    case "forecast":
      return {
        tool: "forecast_usage",
        input: {
          ...(isOneSim ? sim : groupInput(subject)),
          ...(days === undefined ? {} : { days }),
          ...(method === undefined ? {} : { method }),
        },
      };
    case "run_out":
      if (!isOneSim) return null;
      return { tool: "forecast_usage", input: { ...sim, days: LONGEST_DAYS }, about: "run_out" };
    case "anomalies":
      if (isOneSim) return { tool: "detect_anomalies", input: sim };
      if (subject.kind === "country") return null;
      return { tool: "list_anomalies", input: listInput(subject) };
    case "health":
      return isOneSim ? { tool: "detect_anomalies", input: sim } : null;
    case "advice":
      if (isOneSim) return { tool: "recommend_quota", input: sim };
      return poolOf(subject);
    case "pool":
      return poolOf(subject);
  }
}

function poolOf(subject: Subject): Call | null {
  return subject.kind === "customer"
    ? { tool: "pool_quotas", input: { customer: subject.name } }
    : null;
}

function groupInput(subject: Subject): Record<string, string> {
  return "name" in subject ? { group: subject.kind, name: subject.name } : { group: "fleet" };
}

function listInput(subject: Subject): Record<string, string> {
  return "name" in subject ? { [subject.kind]: subject.name } : {};
}
