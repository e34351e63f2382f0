import type { UIMessage } from "ai";
import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";

/** Ids are made by the browser, so that a thread has its address before its first message is sent. */
export const ThreadId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, "must be an id");

export const ThreadStatus = z.enum(["regular", "archived"]);
export type ThreadStatus = z.infer<typeof ThreadStatus>;

export const ThreadTitle = z.string().trim().min(1, "must not be empty").max(200);

export interface Thread {
  readonly id: string;
  readonly title: string | null;
  readonly status: ThreadStatus;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** What a person who waits for a slow answer may expect. */
export interface Expectation {
  /** ISO 8601. */
  readonly startedAt: string;
  /** How long slow answers took lately; absent where none was slow. */
  readonly usualMs?: number;
  /** After which it is given up. */
  readonly mostMs: number;
}

export interface MessageMetadata {
  /** Only while it is being answered. */
  expectation?: Expectation | undefined;
  /** Questions that the answer suggests. */
  followUps?: string[];
  /** Figures of a language model's text that stand in no result. */
  unsupported?: string[];
  /** What the person thought of it. */
  rating?: { rating: "good" | "bad"; comment: string } | undefined;
  /** What a language model read and wrote for it; `costUsd` where its prices are known. */
  usage?: { inputTokens: number; outputTokens: number; costUsd?: number };
  /** The sentence with which an answer broke off. */
  error?: string;
}
export type ChatMessage = UIMessage<MessageMetadata>;

const ThreadRow = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    status: ThreadStatus,
    updated_at: z.date(),
  })
  .transform(({ updated_at, ...row }) => ({ ...row, updatedAt: updated_at.toISOString() }));

export function threadOf(row: unknown): Thread {
  return ThreadRow.parse(row);
}

/**
 * Conversations are a person's own, in a browser.
 *
 * @throws Forbidden for a key or a program, even one that acts for that person.
 */
export function requirePerson(actor: Actor): void {
  if (actor.kind === "user") return;
  throw new Forbidden(
    "Conversations belong to a person who is signed in. A key asks by /api/v1/ai/query.",
  );
}

/** Holds the thread's row until the transaction ends, so that two writers of one thread take turns. */
export async function lockThread(sql: Transaction, threadId: string): Promise<Thread> {
  const [row] = await sql`
    select id, title, status, updated_at from store.threads where id = ${threadId} for update`;
  if (!row) throw threadNotFound();
  return threadOf(row);
}

export function threadNotFound(): NotFound {
  return new NotFound("There is no such conversation. It may have been deleted.");
}
