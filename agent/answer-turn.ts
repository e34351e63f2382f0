import {
  convertToModelMessages,
  isToolUIPart,
  toUIMessageStream,
  type UIMessageChunk,
  type UIMessageStreamOnEndCallback,
} from "ai";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Turn } from "#domain/threads/begin-turn.ts";
import { endTurn, type Outcome } from "#domain/threads/end-turn.ts";
import type { ChatMessage } from "#domain/threads/thread.ts";
import { explainFailure, timedOut } from "./failure.ts";
import { watchFigures } from "./figures/watch.ts";
import { watchForFollowUps } from "./follow-ups.ts";
import { fleetAgent, turnTimeout } from "./loop.ts";
import { type RunningTurn, releaseThread } from "./running-turns.ts";
import { expectation, noteTurn } from "./turn-times.ts";
import { usageOf } from "./usage-of.ts";

/** What of a long conversation a model still reads. */
const MAX_HISTORY = 40;

type Ending = Parameters<UIMessageStreamOnEndCallback<ChatMessage>>[0];

interface Answering {
  readonly actor: Actor;
  readonly turn: Turn;
  readonly running: RunningTurn;
  /** IANA time zone of the person. */
  readonly zone: string;
}

/**
 * Answers a question into `running` and keeps the answer, also a partial one. Never throws: what goes
 * wrong is the stream's last word. That word waits until the answer is kept and the thread is free, so
 * that whoever reads it may go on at once.
 */
export async function answerTurn(answering: Answering): Promise<void> {
  const { actor, turn, running } = answering;
  running.questionId = turn.question.id;
  const lastWords: UIMessageChunk[] = [];
  let failure: string | undefined;
  let ending: Ending | undefined;
  const fail = (error: unknown) => {
    failure ??= explainFailure(error).message; // the first is the cause, later ones follow from it
    return failure;
  };
  try {
    const stream = await streamAnswer(answering, fail, (event) => {
      ending = event;
    });
    for await (const chunk of stream) {
      if (isLast(chunk) || lastWords.length > 0) lastWords.push(chunk);
      else running.push(chunk);
    }
    if (isCutByClock(lastWords, running)) fail(timedOut());
  } catch (error) {
    fail(error);
  }
  try {
    if (ending) await keep(answering, ending.responseMessage, failure);
  } catch (error) {
    fail(error);
  }
  noteTurn(wallNow().getTime() - running.startedAt.getTime());
  releaseThread(actor, turn.threadId);
  if (failure === undefined) lastWords.forEach((chunk) => void running.push(chunk));
  else running.push({ type: "error", errorText: failure });
  running.end();
}

async function streamAnswer(
  { actor, turn, running, zone }: Answering,
  onError: (error: unknown) => string,
  onEnd: (event: Ending) => void,
) {
  const question = questionsIn(turn.messages);
  const { agent, isPlanner, name } = await fleetAgent(actor, { zone, question, isKept: true });
  const { stream } = await agent.stream({
    messages: await convertToModelMessages(recent(turn.messages), {
      tools: agent.tools,
      ignoreIncompleteToolCalls: true,
    }),
    abortSignal: running.signal,
    timeout: turnTimeout(),
  });
  const followUps = watchForFollowUps();
  const figures = watchFigures(question);
  const metadata = () => {
    const unsupported = isPlanner ? [] : figures.found();
    return { ...followUps.metadata(), ...(unsupported.length > 0 ? { unsupported } : {}) };
  };
  return toUIMessageStream<typeof agent.tools, ChatMessage>({
    stream: stream.pipeThrough(followUps.watch).pipeThrough(figures.watch),
    tools: agent.tools,
    originalMessages: turn.messages,
    generateMessageId: () => crypto.randomUUID(),
    messageMetadata: ({ part }) => {
      if (part.type === "start") return { expectation: expectation(running.startedAt) };
      return part.type === "finish"
        ? { ...metadata(), ...usageOf(name, part.totalUsage) }
        : undefined;
    },
    // a failed tool's own sentence is authored; it need not pass through onError
    redactToolErrors: false,
    onError,
    onEnd,
  });
}

const MAX_QUESTIONS = 3;

/** The last questions of the conversation: a follow-up alone does not say what it is about. */
function questionsIn(messages: readonly ChatMessage[]): string {
  return messages
    .filter(({ role }) => role === "user")
    .slice(-MAX_QUESTIONS)
    .flatMap(({ parts }) => parts.flatMap((part) => (part.type === "text" ? [part.text] : [])))
    .join("\n");
}

/** From a question on: some providers take nothing else as the first message. */
function recent(messages: readonly ChatMessage[]): ChatMessage[] {
  const latest = messages.slice(-MAX_HISTORY);
  return latest.slice(latest.findIndex(({ role }) => role === "user"));
}

function isLast(chunk: UIMessageChunk): boolean {
  return chunk.type === "finish" || chunk.type === "abort" || chunk.type === "error";
}

function isCutByClock(lastWords: readonly UIMessageChunk[], running: RunningTurn): boolean {
  return lastWords.some(({ type }) => type === "abort") && !running.signal.aborted;
}

/** An answer without a word is not kept: the question stands, and an earlier answer to it stays. */
async function keep(
  { actor, turn, running }: Answering,
  answer: ChatMessage,
  failure: string | undefined,
): Promise<void> {
  const parts = answer.parts.filter((part) => !isToolUIPart(part) || isSettled(part.state));
  const settled = parts.map((part) =>
    part.type === "text" || part.type === "reasoning" ? { ...part, state: "done" as const } : part,
  );
  if (settled.every(({ type }) => type === "step-start")) return;
  const outcome: Outcome = failure ? "failed" : running.signal.aborted ? "stopped" : "complete";
  const { expectation: _, ...metadata } = answer.metadata ?? {};
  await endTurn(actor, {
    threadId: turn.threadId,
    questionId: turn.question.id,
    answer: {
      ...answer,
      parts: settled,
      metadata: { ...metadata, ...(failure ? { error: failure } : {}) },
    },
    outcome,
  });
}

function isSettled(state: string): boolean {
  return state.startsWith("output-") || state === "approval-responded";
}
