import { Answer, type Column } from "#query/answer.ts";
import type { Asked } from "./ask.ts";
import { AskBackInput, DeclineInput, ENDS_TURN } from "./conversation-tools.ts";
import { explainFailure } from "./failure.ts";
import type { ProposedChange } from "./propose-change.ts";

const MAX_ROWS = 1_000;

/** What a tool said in the course of a turn. */
export interface Spoken {
  readonly tool: string;
  readonly output?: unknown;
  readonly error?: unknown;
}

/** The last thing that a turn came to is its outcome. */
export function asAnswered(spoken: readonly Spoken[], text: string): Omit<Asked, "query"> {
  const last = spoken.findLast(({ error }) => error === undefined);
  if (!last || isRefused(spoken.at(-1))) return withoutResult(spoken, text);
  switch (last.tool) {
    case "ask_back": {
      const { question, options } = AskBackInput.parse(last.output);
      return { ...EMPTY, outcome: "clarify", explanation: question, options };
    }
    case "decline": {
      const { reason, suggestions } = DeclineInput.parse(last.output);
      return {
        ...EMPTY,
        outcome: "refuse",
        explanation: reason,
        ...(suggestions.length > 0 ? { options: suggestions } : {}),
      };
    }
    case "propose_change":
      return proposed(last.output as ProposedChange); // what our own tool returns
    default:
      return answered(last.output, text);
  }
}

function answered(output: unknown, text: string): Omit<Asked, "query"> {
  const answer = Answer.safeParse(output);
  if (!answer.success) return { ...EMPTY, ...rowsOf(output), explanation: text };
  const { interpretation, assumptions, sql, columns, rows, row_count } = answer.data;
  return {
    outcome: "answer",
    interpretation,
    assumptions,
    sql,
    columns,
    results: rows.slice(0, MAX_ROWS),
    result_count: row_count,
    explanation: text || interpretation,
  };
}

function proposed({ tool, input, summary, assumptions, targets, target_count }: ProposedChange) {
  return {
    ...EMPTY,
    outcome: "action" as const,
    assumptions,
    explanation: summary,
    action: { tool, input, target_count, targets },
  };
}

/** Plain talk is an answer without rows; when every tool refused, so does the answer. */
function withoutResult(spoken: readonly Spoken[], text: string): Omit<Asked, "query"> {
  const failed = spoken.at(-1);
  if (!failed) return { ...EMPTY, explanation: text };
  const { message } = explainFailure(failed.error);
  return { ...EMPTY, outcome: "refuse", explanation: text || message };
}

/** A turn that ends with a change that the actor may not propose. */
function isRefused(said: Spoken | undefined): boolean {
  return said?.error !== undefined && ENDS_TURN.some((name) => name === said.tool);
}

/** The one list in a tool's output, else the output as one row. */
function rowsOf(output: unknown): Pick<Asked, "columns" | "results" | "result_count"> {
  const whole = isRecord(output) ? output : { value: output };
  const lists = Object.values(whole).filter(
    (value): value is Record<string, unknown>[] => Array.isArray(value) && value.every(isRecord),
  );
  const [only] = lists;
  const rows = lists.length === 1 && only ? only : [whole];
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name): Column => {
    const isNumber = rows.some((row) => typeof row[name] === "number");
    return { name, label: name, kind: isNumber ? "number" : "text", isMeasure: isNumber };
  });
  return { columns, results: rows.slice(0, MAX_ROWS), result_count: rows.length };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const EMPTY = {
  outcome: "answer",
  interpretation: null,
  assumptions: [],
  sql: null,
  columns: [],
  results: [],
  result_count: 0,
  explanation: "",
} satisfies Omit<Asked, "query">;
