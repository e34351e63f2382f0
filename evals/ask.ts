import { plan } from "#agent/planner/plan.ts";
import type { Actor } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { loadGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { runQuery } from "#query/run.ts";
import type { Case } from "./cases.ts";
import type { Row } from "./gold.ts";

export interface Reply {
  readonly outcome: "answer" | "clarify" | "refuse" | "action" | "error";
  readonly rows: readonly Row[];
  readonly text: string;
  readonly sql: string;
  readonly tool?: string;
  readonly input?: Record<string, unknown>;
  readonly targets?: readonly string[];
}

export type Ask = (asked: Case) => Promise<Reply>;

/** The planner and the semantic layer, in this process. */
export function inProcess(actor: Actor, now: Date): Ask {
  return async (asked) => {
    const gazetteer = await loadGazetteer(actor);
    const made = plan({
      question: asked.question,
      context: asked.context,
      gazetteer,
      now,
      zone: "UTC",
    });
    try {
      switch (made.kind) {
        case "query": {
          const answer = await runQuery(actor, made.query, { assumptions: made.assumptions });
          return {
            outcome: "answer",
            rows: answer.rows,
            text: `${answer.interpretation} ${JSON.stringify(made.query)}`,
            sql: answer.sql,
          };
        }
        case "action": {
          const answer = await runQuery(actor, made.targets);
          return {
            outcome: "action",
            rows: [],
            text: made.summary,
            sql: answer.sql,
            tool: made.tool,
            input: made.input,
            targets: answer.rows.map(targetOf),
          };
        }
        case "clarify":
          return {
            outcome: "clarify",
            rows: [],
            text: `${made.question} [${made.options.join(" | ")}]`,
            sql: "",
          };
        case "refuse":
          return { outcome: "refuse", rows: [], text: made.reason, sql: "" };
        case "talk":
          return { outcome: "clarify", rows: [], text: made.text, sql: "" };
      }
    } catch (error) {
      if (!(error instanceof SimonError)) throw error;
      const query = made.kind === "query" ? JSON.stringify(made.query) : "";
      return {
        outcome: "error",
        rows: [],
        text: `${error.message} ${JSON.stringify(error.details)} ${query}`,
        sql: "",
      };
    }
  };
}

/** The id of a row that a change would meet: an ICCID, or an alert's or a ticket's id. */
export function targetOf(row: Row): string {
  return String(row.id ?? row.iccid ?? Object.values(row)[0]);
}

/** A running server, over `POST /api/v1/ai/query`. */
export function overRest(url: string, key: string): Ask {
  return async (asked) => {
    const response = await fetch(new URL("/api/v1/ai/query", url), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${key}`,
        "x-api-key": key,
      },
      body: JSON.stringify({ query: asked.question, context: asked.context }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    if (!response.ok)
      return { outcome: "error", rows: [], text: JSON.stringify(body).slice(0, 500), sql: "" };
    const action = body.action as
      | { tool: string; input: Record<string, unknown>; targets: string[] }
      | undefined;
    return {
      outcome: body.outcome as Reply["outcome"],
      rows: (body.results ?? []) as Row[],
      text: String(body.explanation ?? ""),
      sql: String(body.sql ?? ""),
      ...(action ? { tool: action.tool, input: action.input, targets: action.targets } : {}),
    };
  };
}
