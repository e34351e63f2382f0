import { createUIMessageStreamResponse } from "ai";
import { answerTurn } from "#agent/answer-turn.ts";
import { claimThread, releaseThread } from "#agent/running-turns.ts";
import { withActor } from "#app/api/door.ts";
import type { Actor } from "#core/actor.ts";
import { beginTurn, repeatTurn } from "#domain/threads/begin-turn.ts";
import { requirePerson } from "#domain/threads/thread.ts";
import { type ChatRequest, readChatRequest } from "./body.ts";

const KEEP_ALIVE_MS = 15_000;

/** A question in, its answer as a stream out. The answer goes on when the browser leaves. */
export const POST = withActor(async (request, actor) => {
  requirePerson(actor);
  const chat = await readChatRequest(request);
  const running = claimThread(actor, chat.threadId);
  try {
    const turn = await begin(actor, chat);
    void answerTurn({ actor, turn, running, zone: chat.zone });
  } catch (error) {
    releaseThread(actor, chat.threadId);
    running.end();
    throw error;
  }
  return createUIMessageStreamResponse({ stream: running.read(), keepAliveMs: KEEP_ALIVE_MS });
});

function begin(actor: Actor, { threadId, question, questionId }: ChatRequest) {
  return question ? beginTurn(actor, threadId, question) : repeatTurn(actor, threadId, questionId);
}
