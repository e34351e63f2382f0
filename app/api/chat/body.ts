import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { Invalid, TooLarge } from "#core/errors.ts";
import { ThreadId } from "#domain/threads/thread.ts";

const MAX_BODY_BYTES = 256 * 1024;
const MAX_QUESTION_LENGTH = 8_000;

const MessageId = z.string().min(1).max(100);

const Part = z.looseObject({ type: z.string(), text: z.string().optional() });

/**
 * Of what a browser sends, only this is read: never its history, its instructions or its tools.
 */
const Body = z.discriminatedUnion("trigger", [
  z.object({
    id: ThreadId,
    trigger: z.literal("submit-message"),
    message: z.object({
      id: MessageId,
      role: z.literal("user", "must be a question of yours"),
      parts: z.array(Part).max(100),
    }),
    parentId: MessageId.nullable().optional(),
    zone: z.string().max(60).optional(),
  }),
  z.object({
    id: ThreadId,
    trigger: z.literal("regenerate-message"),
    questionId: MessageId.optional(),
    zone: z.string().max(60).optional(),
  }),
]);

interface Question {
  readonly id: string;
  readonly text: string;
  readonly parentId: string | null | undefined;
}

export interface ChatRequest {
  readonly threadId: string;
  /** What to answer, and the message that it follows; absent: a question once more. */
  readonly question: Question | undefined;
  /** Which question once more; absent: the last. */
  readonly questionId: string | undefined;
  /** IANA time zone. */
  readonly zone: string;
}

/** @throws Invalid, TooLarge */
export async function readChatRequest(request: Request): Promise<ChatRequest> {
  const body = await readChatBody(request);
  return {
    threadId: body.id,
    question:
      body.trigger === "submit-message"
        ? { id: body.message.id, text: questionOf(body.message.parts), parentId: body.parentId }
        : undefined,
    questionId: body.trigger === "regenerate-message" ? body.questionId : undefined,
    zone: zoneOf(body.zone),
  };
}

async function readChatBody(request: Request): Promise<z.output<typeof Body>> {
  try {
    return await readBody(request, Body, { maxBytes: MAX_BODY_BYTES });
  } catch (error) {
    throw error instanceof TooLarge ? tooLong() : error;
  }
}

function questionOf(parts: readonly z.infer<typeof Part>[]): string {
  if (parts.some(({ type }) => type === "file")) {
    throw new Invalid("A file cannot be sent with a question. Load it on the import page.");
  }
  const text = parts
    .flatMap((part) => (part.type === "text" && part.text ? [part.text] : []))
    .join("\n")
    .trim();
  if (text === "") throw new Invalid("The question is empty. Write what you want to know.");
  if (text.length > MAX_QUESTION_LENGTH) throw tooLong(text.length);
  return text;
}

function tooLong(length?: number): TooLarge {
  const is = length === undefined ? "is too long" : `has ${length.toLocaleString("en")} characters`;
  return new TooLarge(
    `The question ${is}; at most ${MAX_QUESTION_LENGTH.toLocaleString("en")} characters are read. Shorten it, or load long lists on the import page.`,
  );
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    throw new Invalid("zone: must be an IANA time zone such as Europe/Berlin.", { cause: error });
  }
}
