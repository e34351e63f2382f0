import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult,
  LanguageModelV4Message,
  LanguageModelV4StreamPart,
  LanguageModelV4StreamResult,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { Answer } from "#query/answer.ts";
import { Query } from "#query/query.ts";
import { respond } from "./answer/sentence.ts";
import { plan } from "./plan.ts";

interface PlannerContext {
  readonly gazetteer: Gazetteer;
  readonly now: Date;
  /** IANA zone. */
  readonly zone: string;
}

/** The built-in planner as a language model: the same prompt gives the same reply, and no key is needed. */
export function plannerModel(context: PlannerContext): LanguageModelV4 {
  const reply = (options: LanguageModelV4CallOptions) => replyTo(options.prompt, context);
  return {
    specificationVersion: "v4",
    provider: "simon",
    modelId: "planner",
    supportedUrls: {},
    async doGenerate(options): Promise<LanguageModelV4GenerateResult> {
      options.abortSignal?.throwIfAborted();
      const { content, finishReason } = reply(options);
      return { content: [content], finishReason, usage: NO_TOKENS, warnings: [] };
    },
    async doStream(options): Promise<LanguageModelV4StreamResult> {
      options.abortSignal?.throwIfAborted();
      const parts = streamParts(reply(options));
      const signal = options.abortSignal;
      return {
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          pull(controller) {
            if (signal?.aborted) return controller.error(signal.reason);
            const { done, value } = parts.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
        }),
      };
    },
  };
}

interface Reply {
  readonly content: Extract<LanguageModelV4Content, { type: "text" | "tool-call" }>;
  readonly finishReason: LanguageModelV4FinishReason;
}

const NO_TOKENS: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/** To a question: one tool call, or plain talk. To a tool's result: the answer in a sentence. */
function replyTo(prompt: readonly LanguageModelV4Message[], context: PlannerContext): Reply {
  const last = prompt.at(-1);
  if (last?.role === "tool") return said(sentenceFor(prompt));
  const questions = prompt.filter((message) => message.role === "user").map(textOf);
  const made = plan({
    question: questions.at(-1) ?? "",
    context: questions.slice(0, -1),
    ...context,
  });
  switch (made.kind) {
    case "query":
      return called(
        "query_fleet",
        { query: made.query, assumptions: made.assumptions },
        questions.length,
      );
    case "clarify":
      return called(
        "ask_back",
        { question: made.question, options: made.options },
        questions.length,
      );
    case "refuse":
      return called(
        "decline",
        { reason: made.reason, suggestions: made.suggestions },
        questions.length,
      );
    case "action":
      return called(
        "propose_change",
        {
          tool: made.tool,
          input: made.input,
          targets: made.targets,
          summary: made.summary,
          assumptions: made.assumptions,
        },
        questions.length,
      );
    case "talk":
      return said(made.text);
  }
}

function said(text: string): Reply {
  return { content: { type: "text", text }, finishReason: { unified: "stop", raw: "stop" } };
}

function called(toolName: string, input: unknown, turn: number): Reply {
  return {
    content: {
      type: "tool-call",
      toolCallId: `planner-${turn}-${toolName}`,
      toolName,
      input: JSON.stringify(input),
    },
    finishReason: { unified: "tool-calls", raw: "tool-calls" },
  };
}

/** What a tool's result means in words; a tool that refused has said why itself. */
function sentenceFor(prompt: readonly LanguageModelV4Message[]): string {
  const results = prompt.at(-1);
  const result =
    results?.role === "tool"
      ? results.content.findLast((part) => part.type === "tool-result")
      : undefined;
  if (result?.type !== "tool-result") return "";
  const { output } = result;
  if (output.type === "error-text") return output.value;
  if (output.type === "text") return output.value;
  if (output.type !== "json") return "";
  const query = queryOf(prompt, result.toolCallId);
  const answer = Answer.safeParse(output.value);
  return answer.success && query ? respond(query, answer.data) : "";
}

function queryOf(prompt: readonly LanguageModelV4Message[], toolCallId: string): Query | null {
  for (const message of prompt.toReversed()) {
    if (message.role !== "assistant") continue;
    const call = message.content.find(
      (part) => part.type === "tool-call" && part.toolCallId === toolCallId,
    );
    if (call?.type !== "tool-call") continue;
    const input = typeof call.input === "string" ? JSON.parse(call.input) : call.input;
    const query = Query.safeParse((input as { query?: unknown }).query);
    return query.success ? query.data : null;
  }
  return null;
}

function textOf(message: LanguageModelV4Message): string {
  if (message.role !== "user") return "";
  return message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

function* streamParts({
  content,
  finishReason,
}: Reply): Generator<LanguageModelV4StreamPart, undefined> {
  yield { type: "stream-start", warnings: [] };
  if (content.type === "text") {
    const id = "text-1";
    yield { type: "text-start", id };
    for (const delta of content.text.match(/\S+\s*|\s+/g) ?? [])
      yield { type: "text-delta", id, delta };
    yield { type: "text-end", id };
  } else {
    const { toolCallId: id, toolName, input } = content;
    yield { type: "tool-input-start", id, toolName };
    yield { type: "tool-input-delta", id, delta: input };
    yield { type: "tool-input-end", id };
    yield content;
  }
  yield { type: "finish", usage: NO_TOKENS, finishReason };
  return undefined;
}
