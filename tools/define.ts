import type { z } from "zod";
import type { Actor, Scope } from "#core/actor.ts";
import type { Proposal } from "#domain/changes/proposal.ts";
import type { Origin } from "#domain/changes/propose.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** REST: `{name}` in the path is a field of the input; the rest is the query (GET, DELETE) or the body. */
export interface Route {
  readonly method: Method;
  readonly path: `/api/v1/${string}`;
}

/** How far a long call is. */
export interface Progress {
  readonly done: number;
  readonly total?: number | undefined;
  readonly message: string;
}

interface Run<I> {
  readonly actor: Actor;
  readonly input: I;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Of an effect: where the request for it came from. */
  readonly origin: Origin;
}

interface Definition<I extends z.ZodObject, O extends z.ZodObject> {
  /** snake_case, at most 40 characters: the same at every door. */
  readonly name: string;
  readonly title: string;
  /** Facts and when to use it; how to behave is said in the agent's instructions. */
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly scope: Scope;
  readonly route: Route;
  /** Further addresses of the same tool. */
  readonly aliases?: readonly Route[];
  run(call: Run<z.output<I>>): Promise<z.input<O>>;
}

/**
 * An effect's `run` has no effect: it answers a proposal, with its preview, that a person decides on.
 * What they approve is carried out by the workers (`domain/changes/work`), and by nothing else.
 */
export type EffectTool<I extends z.ZodObject = z.ZodObject> = Definition<I, typeof Proposal> & {
  readonly effect: "write" | "destructive";
};

export type ReadTool<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodObject = z.ZodObject,
> = Definition<I, O> & {
  readonly effect: "read";
  /** REST: the path of a file that is the answer, where the input asked for one. */
  redirect?(output: z.output<O>): string | null;
};

export type Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> =
  | ReadTool<I, O>
  | (Definition<I, O> & Pick<EffectTool, "effect">);

/** Declares a tool that reads; the types of `run` follow from its schemas. */
export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(
  tool: ReadTool<I, O>,
): ReadTool<I, O> {
  return tool;
}

/** Declares a tool that proposes a change. */
export function defineEffect<I extends z.ZodObject>(tool: EffectTool<I>): EffectTool<I> {
  return tool;
}

/** Effects answer proposals, all of them: see `defineEffect`. */
export function isEffect(tool: Tool): tool is EffectTool {
  return tool.effect !== "read";
}

export type ToolInput<T> = T extends Tool<infer I, z.ZodObject> ? z.input<I> : never;
export type ToolOutput<T> = T extends Tool<z.ZodObject, infer O> ? z.output<O> : never;
