import type { z } from "zod";
import type { Actor, Scope } from "#core/actor.ts";

export type Effect = "read" | "write" | "destructive";
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Run<I> {
  readonly actor: Actor;
  readonly input: I;
  readonly signal?: AbortSignal | undefined;
}

/** What an effect would do, before it does it. */
export interface Preview {
  readonly summary: string;
  readonly targets: readonly string[];
  readonly skipped: readonly { target: string; reason: string }[];
  readonly reversible: boolean;
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
  /** REST: `{name}` in the path is a field of the input; the rest is the query (GET, DELETE) or the body. */
  readonly route: {
    readonly method: Method;
    readonly path: `/api/v1/${string}`;
    readonly status?: number;
  };
  run(call: Run<z.output<I>>): Promise<z.input<O>>;
}

type Reading = { readonly effect: "read" };
type Writing<I extends z.ZodObject> = {
  readonly effect: "write" | "destructive";
  preview(call: Run<z.output<I>>): Promise<Preview>;
};

export type Tool<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodObject = z.ZodObject,
> = Definition<I, O> & (Reading | Writing<I>);

/** Declares a tool; the types of `run` follow from its schemas. */
export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(
  tool: Tool<I, O>,
): Tool<I, O> {
  return tool;
}

export type ToolInput<T> = T extends Tool<infer I, z.ZodObject> ? z.input<I> : never;
export type ToolOutput<T> = T extends Tool<z.ZodObject, infer O> ? z.output<O> : never;
