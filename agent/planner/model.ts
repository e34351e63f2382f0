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
import { z } from "zod";
import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { Answer } from "#query/answer.ts";
import { Query } from "#query/query.ts";
import type { Abilities } from "./abilities.ts";
import { shownAdvice } from "./analysis/shown-advice.ts";
import { shownAnomalies } from "./analysis/shown-anomalies.ts";
import { shownProposal } from "./analysis/shown-proposal.ts";
import { shownSims } from "./analysis/shown-sims.ts";
import { analysisSentence } from "./answer/analysis.ts";
import { connectivitySentence } from "./answer/connectivity.ts";
import { respond } from "./answer/sentence.ts";
import { plan } from "./plan.ts";
import type { Plan } from "./plan.types.ts";

interface PlannerContext {
  readonly gazetteer: Gazetteer;
  readonly abilities?: Abilities;
  readonly now: Date;
  /** IANA zone. */
  readonly zone: string;
  /** Where analyses are shown. */
  readonly showsAnalyses?: boolean;
  readonly runsSql?: boolean;
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
  const questions = prompt.filter((message) => message.role === "user").map(textOf);
  const made = plan({
    question: questions.at(-1) ?? "",
    context: questions.slice(0, -1),
    ...context,
    ...(context.showsAnalyses && {
      anomalies: shownAnomalies(prompt),
      advice: shownAdvice(prompt),
      sims: shownSims(prompt),
      proposal: shownProposal(prompt),
    }),
  });
  if (prompt.at(-1)?.role === "tool")
    return secondStep(prompt, made, context) ?? said(answerTo(prompt, made));
  switch (made.kind) {
    case "query":
      return called(
        "query_fleet",
        { query: made.query, assumptions: made.assumptions },
        questions.length,
      );
    case "analysis":
      return made.query
        ? called(
            "query_fleet",
            { query: made.query, assumptions: made.assumptions ?? [] },
            questions.length,
          )
        : called(made.tool, made.input, questions.length);
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
          ...(made.meant && { meant: made.meant }),
          summary: made.summary,
          assumptions: made.assumptions,
        },
        questions.length,
      );
    case "talk":
      return said(made.text);
  }
}

/** What comes after the first result, where the question has a second step; null once that is done. */
function secondStep(
  prompt: readonly LanguageModelV4Message[],
  made: Plan,
  context: PlannerContext,
): Reply | null {
  const results = resultsOf(prompt);
  const turnNumber = prompt.filter((message) => message.role === "user").length;
  const alsoOf = made.kind === "analysis" && made.also && analysedSim(results.at(-1), made.tool);
  if (alsoOf) return called(made.also ?? "", { iccid: alsoOf }, `${turnNumber}c`);
  if ((made.kind !== "query" && made.kind !== "analysis") || results.length !== 1) return null;
  const rows = Answer.safeParse(jsonOf(results[0])).data?.rows ?? [];
  const iccid = rows[0]?.iccid;
  if (typeof iccid !== "string") return null;
  const turn = `${turnNumber}b`;
  if (made.kind === "analysis") {
    return made.query && rows.length === 1
      ? called(made.tool, { ...made.input, iccid }, turn)
      : null;
  }
  if (made.isLive && rows.length === 1) return called("sim_connectivity", { iccid }, turn);
  if (!made.next) return null;
  const step = plan({ question: made.next.replace("{sim}", iccid), context: [], ...context });
  if (step.kind === "analysis") return called(step.tool, step.input, turn);
  if (step.kind !== "query") return null;
  return called("query_fleet", { query: step.query, assumptions: step.assumptions }, turn);
}

/** The SIM that a tool has just told of. */
function analysedSim(result: ToolResult | undefined, tool: string): string | null {
  if (result?.toolName !== tool) return null;
  const { subject } = OfSim.safeParse(jsonOf(result)).data ?? {};
  return subject?.iccid ?? null;
}

const OfSim = z.object({ subject: z.object({ iccid: z.string().nullable() }) });

function said(text: string): Reply {
  return { content: { type: "text", text }, finishReason: { unified: "stop", raw: "stop" } };
}

function called(toolName: string, input: unknown, turn: number | string): Reply {
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

type ToolResult = Extract<
  Extract<LanguageModelV4Message, { role: "tool" }>["content"][number],
  { type: "tool-result" }
>;

/** The results of this turn, in order. */
function resultsOf(prompt: readonly LanguageModelV4Message[]): ToolResult[] {
  const asked = prompt.findLastIndex((message) => message.role === "user");
  return prompt
    .slice(asked + 1)
    .flatMap((message) => (message.role === "tool" ? message.content : []))
    .filter((part): part is ToolResult => part.type === "tool-result");
}

function jsonOf(result: ToolResult | undefined): unknown {
  return result?.output.type === "json" ? result.output.value : undefined;
}

/** A second step that could not be taken is named, not left out. */
function answerTo(prompt: readonly LanguageModelV4Message[], made: Plan): string {
  const results = resultsOf(prompt);
  if (made.kind === "analysis") return analysisAnswer(prompt, made);
  const answer = sentencesFor(prompt);
  if (made.kind === "query" && made.isLive && countIn(results) > 1)
    return `${answer}\n\nName one of them to ask its provider how it stands right now.`;
  const isCutShort = made.kind === "query" && made.next && results.length === 1;
  return isCutShort
    ? `${answer}\n\nNo forecast was made of it: name the SIM and the days, such as “forecast of X in the next 7 days”.`
    : answer;
}

function analysisAnswer(
  prompt: readonly LanguageModelV4Message[],
  made: Extract<Plan, { kind: "analysis" }>,
): string {
  const results = resultsOf(prompt);
  const last = results.at(-1);
  const isOfTwo = made.also !== undefined && last?.toolName === made.also;
  const told = (isOfTwo ? results.slice(-2) : results.slice(-1))
    .flatMap((result) => analysisSentence(result.toolName, jsonOf(result), made.about) ?? [])
    .join(" ");
  if (told) return told;
  const answer = sentencesFor(prompt);
  return made.query && countIn(results) > 1
    ? `${answer}\n\nName one of them: an analysis is of one SIM, or of a customer, a country, a tag or the fleet.`
    : answer;
}

function countIn([first]: readonly ToolResult[]): number {
  return Answer.safeParse(jsonOf(first)).data?.row_count ?? 0;
}

/** What the results of this turn mean in words; a tool that refused has said why itself. */
function sentencesFor(prompt: readonly LanguageModelV4Message[]): string {
  return resultsOf(prompt)
    .map((result) => sentenceFor(prompt, result))
    .filter(Boolean)
    .join("\n\n");
}

function sentenceFor(prompt: readonly LanguageModelV4Message[], result: ToolResult): string {
  const { output } = result;
  if (output.type === "error-text" || output.type === "text") return output.value;
  const told =
    connectivitySentence(jsonOf(result)) ?? analysisSentence(result.toolName, jsonOf(result));
  if (told !== null) return told;
  const query = queryOf(prompt, result.toolCallId);
  const answer = Answer.safeParse(jsonOf(result));
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
