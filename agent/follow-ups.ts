import type { TextStreamPart, ToolSet } from "ai";
import { z } from "zod";
import type { MessageMetadata } from "#domain/threads/thread.ts";
import { Answer } from "#query/answer.ts";
import { Query } from "#query/query.ts";
import { analysisFollowUps } from "./planner/answer/analysis-follow-ups.ts";
import { followUps } from "./planner/answer/follow-ups.ts";

const MAX_FOLLOW_UPS = 3;
const Asked = z.object({ query: Query });

/** Watches a turn go by and knows, at its end, which questions follow from its last answer. */
export function watchForFollowUps() {
  let found: string[] = [];
  const watch = new TransformStream<TextStreamPart<ToolSet>, TextStreamPart<ToolSet>>({
    transform(part, controller) {
      if (part.type === "tool-result" && part.toolName === "query_fleet") {
        found = from(part.input, part.output);
      } else if (part.type === "tool-result") {
        found = analysisFollowUps(part.toolName, part.output) ?? found;
      }
      controller.enqueue(part);
    },
  });
  return {
    watch,
    metadata: (): MessageMetadata | undefined =>
      found.length > 0 ? { followUps: found } : undefined,
  };
}

function from(input: unknown, output: unknown): string[] {
  const asked = Asked.safeParse(input);
  const answer = Answer.safeParse(output);
  if (!asked.success || !answer.success) return [];
  return followUps(asked.data.query, answer.data).slice(0, MAX_FOLLOW_UPS);
}
