import { askFleet } from "#agent/ask-tool.ts";
import { type Tokens, withUsage } from "#agent/usage-meter.ts";
import type { Actor } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { callTool } from "#tools/call.ts";
import type { Case } from "./cases.ts";
import type { AnswerColumn } from "./compare/scales.ts";
import type { Row } from "./gold.ts";

export interface Reply {
  readonly outcome: "answer" | "clarify" | "refuse" | "action" | "error";
  /** At most 1,000; `count` is the whole. */
  readonly rows: readonly Row[];
  readonly count: number;
  readonly columns: readonly AnswerColumn[];
  readonly interpretation: string;
  readonly text: string;
  readonly sql: string | null;
  readonly action?: Action | undefined;
  readonly ms: number;
  readonly tokens: Tokens | null;
}

interface Action {
  readonly tool: string;
  readonly input: Record<string, unknown>;
  readonly target_count: number;
  readonly targets: readonly string[];
}

export type Ask = (asked: Pick<Case, "question" | "context">) => Promise<Reply>;

/** What `POST /api/v1/ai/query` answers. */
interface Answered {
  readonly outcome: Exclude<Reply["outcome"], "error">;
  readonly interpretation: string | null;
  readonly sql: string | null;
  readonly columns: readonly AnswerColumn[];
  readonly results: readonly Row[];
  readonly result_count: number;
  readonly explanation: string;
  readonly options?: readonly string[] | undefined;
  readonly action?: Action | undefined;
}

/** The tool behind `POST /api/v1/ai/query`, called as that door calls it, in this process. */
export function throughTool(actor: Actor): Ask {
  return ({ question, context }) =>
    timed(async () => {
      const input = { query: question, context };
      const { result, tokens } = await withUsage(() => callTool(actor, askFleet, input));
      return { ...replyOf(result), tokens };
    });
}

/** A running server, over `POST /api/v1/ai/query`. */
export function overRest(url: string, key: string): Ask {
  return ({ question, context }) =>
    timed(async () => {
      const response = await fetch(new URL("/api/v1/ai/query", url), {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: question, context }),
      });
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) return failed(`${response.status} ${JSON.stringify(body)?.slice(0, 500)}`);
      return { ...replyOf(body as Answered), tokens: null }; // the door parses its own output
    });
}

async function timed(ask: () => Promise<Omit<Reply, "ms">>): Promise<Reply> {
  const startedAt = performance.now();
  const reply = await ask().catch((error: unknown) => {
    if (error instanceof SimonError) return failed(error.message);
    throw error;
  });
  return { ...reply, ms: performance.now() - startedAt };
}

function replyOf(answered: Answered): Omit<Reply, "ms" | "tokens"> {
  const { outcome, results, result_count, columns, interpretation, sql, action } = answered;
  const { explanation, options = [] } = answered;
  return {
    outcome,
    rows: results,
    count: result_count,
    columns,
    interpretation: interpretation ?? "",
    text: [explanation, ...options.map((option) => `• ${option}`)].join("\n"),
    sql,
    action,
  };
}

function failed(text: string): Omit<Reply, "ms"> {
  const nothing = { rows: [], count: 0, columns: [], interpretation: "", sql: null, tokens: null };
  return { outcome: "error", ...nothing, text };
}
