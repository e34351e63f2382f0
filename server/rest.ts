import type { IncomingMessage, ServerResponse } from "node:http";
import { readBounded } from "#app/api/read-text.ts";
import { handleRest, REST_PATH, type RestRequest } from "#app/api/rest/handle.ts";

export function isRest(request: IncomingMessage): boolean {
  return request.url?.startsWith(REST_PATH) ?? false;
}

/** Between Node's request and the REST door; bodies are whole. */
export async function serveRest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const reply = await handleRest(toRequest(incoming, gone.signal));
  const body = Buffer.from(JSON.stringify(reply.body));
  outgoing.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
  outgoing.end(body);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): RestRequest {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return {
    method: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", "http://localhost"),
    headers,
    signal,
    readBody: (maxBytes) =>
      readBounded({ stream: incoming, announced: incoming.headers["content-length"] }, maxBytes),
  };
}
