import { z } from "zod";
import { Column } from "#query/answer.ts";
import { defineTool } from "#tools/define.ts";
import { ask } from "./ask.ts";

export const MAX_QUESTION_LENGTH = 8_000;

const question = z.string().trim().min(1, "must not be empty").max(MAX_QUESTION_LENGTH);

export const askFleet = defineTool({
  name: "ask_fleet",
  title: "Ask in plain words",
  description:
    "A question about the fleet, or a request for a change, in plain English. The outcome is an answer with rows, a question back with options, a refusal that says what is possible, or an action that is only proposed.",
  input: z.object({
    query: question,
    context: z.array(question).max(10).default([]).meta({
      description: "The earlier questions of the conversation, oldest first",
    }),
  }),
  output: z.object({
    query: z.string(),
    outcome: z.enum(["answer", "clarify", "refuse", "action"]),
    interpretation: z.string().nullable(),
    assumptions: z.array(z.string()),
    sql: z.string().nullable(),
    columns: z.array(Column),
    results: z.array(z.record(z.string(), z.unknown())),
    result_count: z.int(),
    explanation: z.string(),
    options: z.array(z.string()).optional(),
    action: z
      .object({
        tool: z.string(),
        input: z.record(z.string(), z.unknown()),
        target_count: z.int(),
        targets: z.array(z.string()),
      })
      .optional(),
  }),
  scope: "sims:read",
  effect: "read",
  route: { method: "POST", path: "/api/v1/ai/query" },
  run: ({ actor, input, signal }) => ask(actor, { ...input, signal }),
});
