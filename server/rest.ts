import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { handleRest, REST_PATH } from "#app/api/rest/handle.ts";

export function isRest(request: IncomingMessage): boolean {
  return request.url?.startsWith(REST_PATH) ?? false;
}

/** Between Node's request and the one of the web standard that the REST door takes; bodies are whole. */
export async function serveRest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await handleRest(toRequest(incoming, gone.signal));
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
  });
  outgoing.end(body);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", headers, url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  });
}
