import type { ModelMessage } from "ai";
import type { Actor } from "#core/actor.ts";
import type { Column } from "#query/answer.ts";
import { asAnswered, type Spoken } from "./asked.ts";
import { explainFailure } from "./failure.ts";
import { unsupported } from "./figures/unsupported.ts";
import { fleetAgent, turnTimeout } from "./loop.ts";
import { countUsage } from "./usage-meter.ts";

interface Question {
  readonly query: string;
  /** The earlier questions of the conversation, oldest first. */
  readonly context: readonly string[];
  /** IANA time zone. */
  readonly zone?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a question in plain words gets, at every door but the chat. */
export interface Asked {
  readonly query: string;
  readonly outcome: "answer" | "clarify" | "refuse" | "action";
  readonly interpretation: string | null;
  readonly assumptions: string[];
  readonly sql: string | null;
  readonly columns: Column[];
  /** At most 1,000; `result_count` is the whole. */
  readonly results: Record<string, unknown>[];
  readonly result_count: number;
  readonly explanation: string;
  readonly options?: string[];
  readonly action?: {
    readonly tool: string;
    readonly input: Record<string, unknown>;
    readonly target_count: number;
    readonly targets: string[];
  };
}

/**
 * Answers one question by the same loop as the chat, without keeping it.
 *
 * @throws SimonError Upstream when the model does not answer.
 */
export async function ask(actor: Actor, question: Question): Promise<Asked> {
  const { query, context, zone = "UTC", signal } = question;
  try {
    const { agent, isPlanner } = await fleetAgent(actor, {
      zone,
      question: [...context, query].join("\n"),
      isKept: false,
    });
    const result = await agent.generate({
      messages: conversation(context, query),
      timeout: turnTimeout(),
      ...(signal && { abortSignal: signal }),
    });
    countUsage(result.usage);
    const spoken: Spoken[] = result.steps.flatMap(({ content }) =>
      content.flatMap((part): Spoken[] => {
        if ("toolName" in part && part.toolName === "read_catalogue") return []; // no part of the answer
        if (part.type === "tool-result") return [{ tool: part.toolName, output: part.output }];
        return part.type === "tool-error" ? [{ tool: part.toolName, error: part.error }] : [];
      }),
    );
    const asked = { query, ...asAnswered(spoken, result.text) };
    return isPlanner ? asked : withDoubts(asked, [context, query, spoken]);
  } catch (error) {
    throw explainFailure(error);
  }
}

/** A language model's own figures are no data: where its text has some, the answer says so. */
function withDoubts(asked: Asked, sources: readonly unknown[]): Asked {
  const doubtful = unsupported(asked.explanation, sources);
  if (doubtful.length === 0) return asked;
  const doubt = `Of the explanation, ${doubtful.join(", ")} stands in no result: check it against the rows.`;
  return { ...asked, assumptions: [...asked.assumptions, doubt] };
}

/** Earlier answers are not at hand; that they were given must be, or a model would give them now. */
function conversation(context: readonly string[], query: string): ModelMessage[] {
  return [
    ...context.flatMap((earlier): ModelMessage[] => [
      { role: "user", content: earlier },
      { role: "assistant", content: "(answered)" },
    ]),
    { role: "user", content: query },
  ];
}
