"use client";

import type { ToolCallMessagePart } from "@assistant-ui/react";
import { type ComponentType, memo } from "react";
import { ErrorBoundary } from "#app/components/error-boundary.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { toolRenderers } from "./index.ts";

interface ToolPartProps {
  readonly part: ToolCallMessagePart;
  readonly isRunning: boolean;
}

/**
 * One tool's result in the conversation; a place of its shape until it is there. The runtime makes every
 * part anew when an answer begins or ends, so what was drawn stays while the result is the same.
 */
export const ToolPart = memo(function ToolPart({ part, isRunning }: ToolPartProps) {
  if (part.isError) return <ToolFailure part={part} />;
  if (part.result === undefined) return isRunning ? <Waiting toolName={part.toolName} /> : null;
  const Renderer = rendererOf(part.toolName);
  if (!Renderer) return null;
  return (
    <ErrorBoundary
      fallback={<Notice>This result was stored by another version and cannot be drawn.</Notice>}
    >
      <Renderer output={part.result} input={part.args} />
    </ErrorBoundary>
  );
}, showsTheSame);

function showsTheSame(before: ToolPartProps, now: ToolPartProps): boolean {
  if (before.part.result === undefined || now.part.isError) return false;
  return before.part.result === now.part.result && before.part.toolName === now.part.toolName;
}

/** The stream names tools by text; the agent gives every output through that tool's own schema. */
function rendererOf(name: string): ComponentType<{ output: unknown; input: unknown }> | undefined {
  return Object.hasOwn(toolRenderers, name)
    ? (toolRenderers[name as keyof typeof toolRenderers] as ComponentType<{
        output: unknown;
        input: unknown;
      }>)
    : undefined;
}

function Waiting({ toolName }: { toolName: string }) {
  if (toolName !== "query_fleet") return null;
  return <Skeleton className="h-72 w-full rounded-lg" />;
}

function ToolFailure({ part }: { part: ToolCallMessagePart }) {
  const { result } = part;
  const message =
    typeof result === "object" && result !== null && "error" in result ? String(result.error) : "";
  return (
    <Notice tone="attention" title="A step did not work">
      {message}
    </Notice>
  );
}
