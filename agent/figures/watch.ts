import type { TextStreamPart, ToolSet } from "ai";
import { unsupported } from "./unsupported.ts";

/** Watches a turn go by and knows, at its end, which figures of its text stand in no result. */
export function watchFigures(question: string) {
  const sources: unknown[] = [question];
  let text = "";
  const watch = new TransformStream<TextStreamPart<ToolSet>, TextStreamPart<ToolSet>>({
    transform(part, controller) {
      if (part.type === "tool-result") sources.push(part.output);
      if (part.type === "text-delta") text += part.text;
      controller.enqueue(part);
    },
  });
  return { watch, found: () => unsupported(text, sources) };
}
