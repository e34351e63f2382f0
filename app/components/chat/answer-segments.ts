import type { PartState, ToolCallMessagePart } from "@assistant-ui/react";
import { withoutLookUps } from "./look-ups.ts";

/** A sentence and the results that it speaks of; the sentence is read first. */
export interface Segment {
  readonly key: string;
  readonly text: string;
  readonly tools: readonly ToolCallMessagePart[];
  readonly hasResult: boolean;
}

/**
 * A model calls its tools and then says what they found; a person reads the answer first. So text that
 * follows tools is put above them.
 */
export function answerSegments(parts: readonly PartState[]): Segment[] {
  const lastTool = parts.findLastIndex((part) => part.type === "tool-call");
  const segments: { key: string; text: string; tools: ToolCallMessagePart[] }[] = [];
  let open: (typeof segments)[number] | undefined;
  parts.forEach((part, index) => {
    // A call that failed and was made again, mended, is of no interest.
    if (part.type === "tool-call" && !(part.isError && index < lastTool)) {
      if (open?.text !== "") {
        open = { key: `${index}`, text: "", tools: [] };
        segments.push(open);
      }
      open.tools.push(part);
    }
    if (part.type === "text" && part.text.trim() !== "") {
      open ??= pushEmpty(segments, index);
      open.text = open.text === "" ? part.text : `${open.text}\n\n${part.text}`;
    }
  });
  return segments.map((segment) => ({
    ...segment,
    tools: withoutLookUps(segment.tools),
    hasResult: segment.tools.some((tool) => tool.result !== undefined && !tool.isError),
  }));
}

function pushEmpty(
  segments: { key: string; text: string; tools: ToolCallMessagePart[] }[],
  index: number,
) {
  const segment = { key: `${index}`, text: "", tools: [] };
  segments.push(segment);
  return segment;
}
