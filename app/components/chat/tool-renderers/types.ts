import type { ComponentType } from "react";
import type { ToolOutput } from "#tools/define.ts";
import type { ToolName, tools } from "#tools/registry.ts";

/** What the agent alone may say in the form of a tool. */
export interface ConversationOutputs {
  ask_back: { question: string; options: string[] };
  decline: { reason: string; suggestions: string[] };
  propose_change: { summary: string; target_count: number; targets?: string[] };
}

export type ChatToolName = ToolName | keyof ConversationOutputs;

export type OutputOf<Name extends ChatToolName> = Name extends keyof ConversationOutputs
  ? ConversationOutputs[Name]
  : Name extends ToolName
    ? ToolOutput<(typeof tools)[Name]>
    : never;

export interface ToolRendererProps<Name extends ChatToolName> {
  readonly output: OutputOf<Name>;
}

/** A tool without a renderer is a type error. */
export type ToolRenderers = {
  readonly [Name in ChatToolName]: ComponentType<ToolRendererProps<Name>>;
};
