import { CATALOGUE } from "#query/catalogue.ts";
import type { AnalysisPlan } from "../analysis/analysis-plan.ts";
import { subjectOf } from "../analysis/subject.ts";
import { ALL_OF_A_SIM, STANDINGS } from "../lexicon/standing.ts";
import { lexiconOf } from "../lexicon-cache.ts";
import type { Item } from "../parse/items.ts";
import type { Plan, PlanInput } from "../plan.types.ts";
import { folded, read } from "../read.ts";
import { withoutEnd } from "../text/without-end.ts";
import { timeContext } from "../time/calendar.ts";

type Refusal = Extract<Plan, { kind: "refuse" }>;

const NO_SQL: Refusal = {
  kind: "refuse",
  reason:
    "You have no right to run SQL. Ask in words: each answer shows the SQL that it came from.",
  suggestions: ["How many SIMs are there by status?"],
};
const FLEET = { kind: "fleet" } as const;

/** What a tool answers as a whole: the fleet at a glance, its synchronisation, its changes, one SIM; null for other questions. */
export function standingPlan(
  question: string,
  input: PlanInput,
  plan: (input: PlanInput) => Plan,
): AnalysisPlan | Refusal | null {
  const sql = sqlIn(question);
  if (sql !== null)
    return input.runsSql
      ? { kind: "analysis", subject: FLEET, tool: "run_sql", input: { sql } }
      : NO_SQL;
  return wholeSim(question, input, plan) ?? wholeFleet(question, input);
}

const FROM_VIEW = `from (?:fleet\\.)?(?:${Object.keys(CATALOGUE).join("|")})\\b`;
const SELECTED = "(?:[\\w.*]+|[^;(,]*[(,][^;]*?)";
const STATEMENT = new RegExp(
  `(?:^|[:\`\\n]\\s*(?:sql\\s+)?)(?<sql>(?:select\\s+(?:distinct\\s+)?${SELECTED}\\s+${FROM_VIEW.replace(" ", "\\s+")}|with\\s+\\w+\\s+as\\s*\\()[^\`]*)`,
  "i",
);

/** A statement that was written out: "select count(*) from sims"; "select all SIMs from Italy" is none. */
export function sqlIn(question: string): string | null {
  return STATEMENT.exec(question.trim())?.groups?.sql?.trim() ?? null;
}

/** What stands for the SIM of which everything is asked for; null for other questions. */
export function simAskedWhole(question: string): string | null {
  const text = withoutEnd(
    question
      .trim()
      .replace(
        /^(?:(?:ok|okay|so|please|hi|hey|hello|can you|could you|would you|i want you to)[, ]+)*/i,
        "",
      ),
    /(?:,? please)?[ .?!]*$/i,
  );
  for (const pattern of ALL_OF_A_SIM) {
    const sim = pattern.exec(text)?.groups?.sim;
    if (sim) return sim;
  }
  return null;
}

function wholeSim(
  question: string,
  input: PlanInput,
  plan: (input: PlanInput) => Plan,
): AnalysisPlan | null {
  const sim = simAskedWhole(question);
  const subject = sim === null ? null : subjectOf(sim, input, plan);
  if (subject?.kind === "sim")
    return { kind: "analysis", subject, tool: "get_sim", input: { iccid: subject.iccid } };
  if (subject?.kind !== "named") return null;
  const { query, assumptions } = subject;
  return { kind: "analysis", subject, tool: "get_sim", input: {}, query, assumptions };
}

function wholeFleet(question: string, input: PlanInput): AnalysisPlan | null {
  const text = folded(question)
    .replace(/[^\p{L}\p{N}\s-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  for (const { tool, input: asked = {}, says, along } of STANDINGS) {
    if (along && !along.test(text)) continue;
    const left = text.replace(says, " , ");
    if (left === text || asksForMore(left, input)) continue;
    return { kind: "analysis", subject: FLEET, tool, input: { ...asked } };
  }
  return null;
}

/** What is said besides is of rows, names or figures: then the tables answer. */
function asksForMore(left: string, { gazetteer, now, zone }: PlanInput): boolean {
  const { items } = read(left, lexiconOf(gazetteer), timeContext(now, zone));
  return items.some(isOfRows);
}

function isOfRows(item: Item): boolean {
  if (item.cat === "noun") return !item.weak && (item.view !== "sims" || item.conds.length > 0);
  return ["value", "cond", "metric", "group", "by", "grain", "top", "superlative"].includes(
    item.cat,
  );
}
