import type { UIMessageChunk } from "ai";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict } from "#core/errors.ts";
import { processWide } from "#core/process-state.ts";

/**
 * The turns that are being answered in this process, one a thread. A turn belongs to the server: a
 * browser that leaves does not end it, and one that comes back reads it from its start.
 */
function running(): Map<string, RunningTurn> {
  return processWide("running-turns", () => new Map<string, RunningTurn>());
}

export class RunningTurn {
  readonly startedAt = wallNow();
  /** Known once the question is kept. */
  questionId: string | undefined;
  readonly #controller = new AbortController();
  readonly #chunks: UIMessageChunk[] = [];
  #grown = Promise.withResolvers<void>();
  #hasEnded = false;
  readonly #ended = Promise.withResolvers<void>();

  /** When the answer is kept and every word of it is out. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(): void {
    this.#controller.abort();
  }

  push(chunk: UIMessageChunk): void {
    this.#chunks.push(chunk);
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    this.#ended.resolve();
    this.#wake();
  }

  /** Everything from the start, then what comes. Any number of readers, each at its own pace. */
  read(): ReadableStream<UIMessageChunk> {
    let next = 0;
    return new ReadableStream({
      pull: async (controller) => {
        while (next >= this.#chunks.length && !this.#hasEnded) await this.#grown.promise;
        const chunk = this.#chunks[next++];
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
    });
  }

  #wake(): void {
    this.#grown.resolve();
    this.#grown = Promise.withResolvers<void>();
  }
}

/** @throws Conflict when this thread's last question is still being answered. */
export function claimThread(actor: Actor, threadId: string): RunningTurn {
  const key = keyOf(actor, threadId);
  if (running().has(key)) {
    throw new Conflict(
      "This conversation is still answering its last question, perhaps in another tab. Wait for it or stop it, then send again.",
    );
  }
  const turn = new RunningTurn();
  running().set(key, turn);
  return turn;
}

export function releaseThread(actor: Actor, threadId: string): void {
  running().delete(keyOf(actor, threadId));
}

/** When the process closes: ends every answer and waits until what there is of it is kept. */
export async function stopAllTurns(): Promise<void> {
  const turns = [...running().values()];
  for (const turn of turns) turn.stop();
  await Promise.all(turns.map((turn) => turn.ended));
}

export function runningTurn(actor: Actor, threadId: string): RunningTurn | undefined {
  return running().get(keyOf(actor, threadId));
}

function keyOf(actor: Actor, threadId: string): string {
  return JSON.stringify([actor.organizationId, actor.userId, threadId]);
}
