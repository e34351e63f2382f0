import type { TextStreamPart, ToolSet } from "ai";
import type { MessageMetadata } from "#domain/threads/thread.ts";

/** Watches a turn go by and knows, at its end, which questions follow from it. */
export function followUpsOf() {
  const followUps: string[] = [];
  const watch = new TransformStream<TextStreamPart<ToolSet>, TextStreamPart<ToolSet>>({
    transform(part, controller) {
      controller.enqueue(part);
    },
  });
  return {
    watch,
    metadata: (): MessageMetadata | undefined => (followUps.length > 0 ? { followUps } : undefined),
  };
}
