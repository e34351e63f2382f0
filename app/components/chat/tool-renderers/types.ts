import type { ComponentType } from "react";
import type { AskBack, Decline } from "#agent/conversation-tools.ts";
import type { ProposedChange } from "#agent/propose-change.ts";
import type { ToolOutput } from "#tools/define.ts";
import type { ReadToolName, tools } from "#tools/registry.ts";

/** What the agent alone may say in the form of a tool. */
export interface ConversationOutputs {
  ask_back: AskBack;
  decline: Decline;
  propose_change: ProposedChange;
}

/** The chat shows an effect as the proposal that it is: `propose_change`. */
export type ChatToolName = ReadToolName | keyof ConversationOutputs;

export type OutputOf<Name extends ChatToolName> = Name extends keyof ConversationOutputs
  ? ConversationOutputs[Name]
  : Name extends ReadToolName
    ? ToolOutput<(typeof tools)[Name]>
    : never;

export interface ToolRendererProps<Name extends ChatToolName> {
  readonly output: OutputOf<Name>;
  /** What the tool was called with, as a model wrote it: not checked. */
  readonly input: unknown;
}

/** A tool without a renderer is a type error. */
export type ToolRenderers = {
  readonly [Name in ChatToolName]: ComponentType<ToolRendererProps<Name>>;
};
