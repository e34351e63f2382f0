import { AnswerCard } from "#app/components/answer/answer-card.tsx";
import type { ToolRendererProps } from "./types.ts";

export function QueryFleet({ output }: ToolRendererProps<"query_fleet">) {
  return <AnswerCard answer={output} />;
}
