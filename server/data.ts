import type { IncomingMessage, ServerResponse } from "node:http";
import { readBounded } from "#app/api/read-text.ts";
import type { RestReply, RestRequest } from "#app/api/rest/handle.ts";
import { headersOf } from "./headers-of.ts";

/** Between Node's request and a door that speaks JSON, past Next; bodies are whole. */
export async function serveData(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: RestRequest) => Promise<RestReply>,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const reply = await handle(toRequest(incoming, gone.signal));
  const body = Buffer.from(JSON.stringify(reply.body));
  outgoing.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
  outgoing.end(body);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): RestRequest {
  return {
    method: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", "http://localhost"),
    headers: headersOf(incoming),
    signal,
    readBody: (maxBytes) =>
      readBounded({ stream: incoming, announced: incoming.headers["content-length"] }, maxBytes),
  };
}
