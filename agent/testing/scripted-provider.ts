import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** A call of a tool. */
export interface Call {
  readonly call: string;
  readonly input: unknown;
}

interface Saying {
  readonly text: string;
  /** What it calls after the text. */
  readonly calls?: readonly Call[];
  readonly pauseMs?: number;
  /** Says no more than so many words until then. */
  readonly hold?: { readonly afterWords: number; readonly until: Promise<void> };
  readonly breakAfter?: number;
}

/** What the provider says to one request. */
export type Reply =
  | Saying
  | Call
  | { readonly status: number; readonly body: string }
  | { readonly silent: true };

export interface Request {
  readonly stream?: boolean;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
}

type Scripted = Reply | ((asked: Request) => Reply);

export interface ScriptedProvider {
  /** For `SIMON_MODEL_BASE_URL`. */
  readonly url: string;
  readonly requests: Request[];
  /** What comes next; the last reply repeats. A function says it by what is asked. */
  script(...replies: Scripted[]): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible server on the loopback that says what it is told to. */
export async function scriptedProvider(): Promise<ScriptedProvider> {
  const requests: Request[] = [];
  let replies: Scripted[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as Request;
    requests.push(asked);
    const scripted = replies.length > 1 ? replies.shift() : replies[0];
    if (!scripted) throw new Error("the provider has no script");
    const reply = typeof scripted === "function" ? scripted(asked) : scripted;
    await (asked.stream ? stream(response, reply) : answer(response, reply));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    script: (...next) => {
      replies = next;
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function stream(response: ServerResponse, reply: Reply): Promise<void> {
  if ("silent" in reply) return;
  if ("status" in reply) return refuse(response, reply);
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (delta: unknown, finish: string | null = null) =>
    response.write(`data: ${JSON.stringify(chunkOf(delta, finish))}\n\n`);
  if ("text" in reply) {
    const words = reply.text.split(/(?<= )/);
    for (const [index, word] of words.entries()) {
      if (index === reply.breakAfter) return void response.destroy();
      if (index === reply.hold?.afterWords) await reply.hold.until;
      send({ content: word });
      if (reply.pauseMs) await sleep(reply.pauseMs);
      if (response.destroyed) return;
    }
  }
  const calls = callsOf(reply);
  for (const [index, { call, input }] of calls.entries()) {
    const [head, tail] = halves(toJson(input));
    const called = { name: call, arguments: head };
    send({
      role: "assistant",
      tool_calls: [{ index, id: idOf(), type: "function", function: called }],
    });
    send({ tool_calls: [{ index, function: { arguments: tail } }] });
  }
  send({}, calls.length > 0 ? "tool_calls" : "stop");
  response.write(`data: ${JSON.stringify({ ...HEAD, choices: [], usage: USAGE })}\n\n`);
  response.end("data: [DONE]\n\n");
}

async function answer(response: ServerResponse, reply: Reply): Promise<void> {
  if ("silent" in reply) return;
  if ("status" in reply) return refuse(response, reply);
  const calls = callsOf(reply);
  const message = {
    role: "assistant",
    content: "text" in reply ? reply.text : null,
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ call, input }) => ({
        id: idOf(),
        type: "function",
        function: { name: call, arguments: toJson(input) },
      })),
    }),
  };
  const finish_reason = calls.length > 0 ? "tool_calls" : "stop";
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      ...HEAD,
      object: "chat.completion",
      choices: [{ index: 0, message, finish_reason }],
      usage: USAGE,
    }),
  );
}

function callsOf(reply: Saying | Call): readonly Call[] {
  return "call" in reply ? [reply] : (reply.calls ?? []);
}

function refuse(
  response: ServerResponse,
  { status, body }: { status: number; body: string },
): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message: body, type: "scripted" } }));
}

function chunkOf(delta: unknown, finish_reason: string | null) {
  return {
    ...HEAD,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason }],
  };
}

/** A string goes out as it is, so that a script can be malformed. */
function toJson(input: unknown): string {
  return typeof input === "string" ? input : JSON.stringify(input);
}

function halves(text: string): [string, string] {
  const middle = Math.floor(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
}

function idOf(): string {
  return `call_${Math.random().toString(36).slice(2)}`;
}

const HEAD = { id: "chatcmpl-scripted", created: 1_792_000_000, model: "scripted" };
/** Of every whole reply, whatever it is. */
const USAGE = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
