import { z } from "zod";
import { Invalid, TooLarge } from "#core/errors.ts";
import { ThreadId } from "#domain/threads/thread.ts";

const MAX_BODY_BYTES = 256 * 1024;
const MAX_QUESTION_LENGTH = 8_000;

const MessageId = z.string().min(1).max(100);

const Part = z.looseObject({ type: z.string(), text: z.string().optional() });

/**
 * Of what a browser sends, only this is read: never its history, its instructions or its tools. A
 * message with the id of an earlier question is that question, edited.
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
    zone: z.string().max(60).optional(),
  }),
  z.object({
    id: ThreadId,
    trigger: z.literal("regenerate-message"),
    zone: z.string().max(60).optional(),
  }),
]);

export interface ChatRequest {
  readonly threadId: string;
  /** What to answer; absent: the last question once more. */
  readonly question: { readonly id: string; readonly text: string } | undefined;
  /** IANA time zone. */
  readonly zone: string;
}

/** @throws Invalid, TooLarge */
export async function readChatRequest(request: Request): Promise<ChatRequest> {
  const body = parse(await readText(request));
  return {
    threadId: body.id,
    question:
      body.trigger === "submit-message"
        ? { id: body.message.id, text: questionOf(body.message.parts) }
        : undefined,
    zone: zoneOf(body.zone),
  };
}

async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  const text = declared > MAX_BODY_BYTES ? null : await request.text();
  if (text === null || text.length > MAX_BODY_BYTES) throw tooLong();
  return text;
}

function parse(text: string): z.infer<typeof Body> {
  const parsed = Body.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const [first] = issues;
  throw new Invalid(
    first ? `${first.path || "body"}: ${first.message}` : "The body is not usable.",
    {
      details: { issues },
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Invalid("The body is not JSON.", { cause: error });
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
    `The question ${is}; at most ${MAX_QUESTION_LENGTH.toLocaleString("en")} are read. Shorten it, or load long lists on the import page.`,
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
