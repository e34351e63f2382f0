import { AnswerCard } from "#app/components/answer/answer-card.tsx";
import type { Query } from "#query/query.ts";
import type { ToolRendererProps } from "./types.ts";

export function QueryFleet({ output, input }: ToolRendererProps<"query_fleet">) {
  return <AnswerCard answer={output} query={queryIn(input)} />;
}

/** The query behind the answer; the server checks it again when a changed one is asked. */
function queryIn(input: unknown): Query | null {
  const isAsked = typeof input === "object" && input !== null && "query" in input;
  return isAsked ? (input.query as Query) : null;
}
