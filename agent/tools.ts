import { type JSONSchema7, jsonSchema, type ToolSet, tool } from "ai";
import { z } from "zod";
import { type Actor, hasScope } from "#core/actor.ts";
import { callTool } from "#tools/call.ts";
import type { Tool } from "#tools/define.ts";
import { allTools } from "#tools/registry.ts";
import { conversationTools } from "./conversation-tools.ts";
import { explainFailure } from "./failure.ts";
import { forModel } from "./for-model.ts";

/** Puts a question to this very agent. */
const OF_OTHER_DOORS = new Set(["ask_fleet"]);

interface Options {
  /** Whether the model reads a short form; the browser always gets everything. */
  readonly areResultsCut: boolean;
  /** Whether a change that is asked for is kept for people to decide on. */
  readonly isKept: boolean;
}

/**
 * The registry's read tools that the actor may use, and the agent's own, for the AI SDK. A tool throws
 * nothing but sentences of ours, so neither the model nor the browser sees a driver's text.
 */
export function agentTools(actor: Actor, { areResultsCut, isKept }: Options): ToolSet {
  const readable = allTools.filter(
    ({ effect, scope, name }) =>
      effect === "read" && hasScope(actor, scope) && !OF_OTHER_DOORS.has(name),
  );
  const published: ToolSet = {
    ...Object.fromEntries(readable.map((each) => [each.name, publish(actor, each)])),
    ...conversationTools(actor, { isKept }),
  };
  return Object.fromEntries(
    Object.entries(published).map(([name, each]) => [name, guarded(each, areResultsCut)]),
  );
}

/** Not checked by the SDK: `callTool` does, in words that help the model to mend its call. */
function publish(actor: Actor, definition: Tool) {
  return tool({
    title: definition.title,
    description: definition.description,
    inputSchema: jsonSchema(schemaOf(definition.input)),
    execute: (input, { abortSignal }) =>
      callTool(actor, definition, input, {
        signal: abortSignal,
        isCounted: definition.effect !== "read", // the question was
      }),
  });
}

function guarded(each: ToolSet[string], areResultsCut: boolean): ToolSet[string] {
  const { execute } = each;
  return {
    ...each,
    ...(execute && {
      execute: async (...call: Parameters<typeof execute>) => {
        try {
          return await execute(...call);
        } catch (error) {
          throw explainFailure(error);
        }
      },
    }),
    ...(areResultsCut && {
      toModelOutput: ({ output }: { output: unknown }) =>
        ({ type: "json", value: forModel(output) }) as const,
    }),
  };
}

function schemaOf(input: z.ZodObject): JSONSchema7 {
  // zod types its own dialect of the same standard
  return z.toJSONSchema(input, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern; // long, and says the same
    },
  }) as JSONSchema7;
}
