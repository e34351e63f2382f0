import type { IncomingMessage, ServerResponse } from "node:http";
import { problem } from "#app/api/problem.ts";
import { readBounded } from "#app/api/read-text.ts";
import { config } from "#core/config.ts";
import { handleMcp, MAX_BODY_BYTES } from "#mcp-server/handle.ts";
import { MCP_PATH } from "#mcp-server/path.ts";
import { headersOf } from "./headers-of.ts";
import type { Handle } from "./http.ts";
import { challenged } from "./mcp-challenge.ts";
import { sendResponse } from "./send-response.ts";

export function isMcp({ url = "" }: IncomingMessage): boolean {
  return url === MCP_PATH || url.startsWith(`${MCP_PATH}?`);
}

/** MCP past Next: bodies are small, answers may be streams. */
export const serveMcp: Handle = async (incoming, outgoing) => {
  if (isFromElsewhere(incoming)) return refuse(outgoing);
  allowLocalPage(incoming, outgoing);
  if (incoming.method === "OPTIONS") return void outgoing.writeHead(204).end();
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const headers = headersOf(incoming);
  const response = await answer(incoming, url, headers, gone.signal).catch((error) =>
    challenged(problem(error), error, url, headers),
  );
  await sendResponse(response, outgoing);
};

async function answer(
  incoming: IncomingMessage,
  url: URL,
  headers: Headers,
  signal: AbortSignal,
): Promise<Response> {
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  const announced = incoming.headers["content-length"];
  const body = hasBody
    ? await readBounded({ stream: incoming, announced }, MAX_BODY_BYTES)
    : undefined;
  const request = new Request(url, { method, headers, signal, ...(hasBody && { body }) });
  return handleMcp(request, parse(body));
}

function parse(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined; // the protocol says so
  }
}

/**
 * A page that had its name led to this machine (DNS rebinding) would send that name as the host, and any other
 * page its own origin: MCP 2026-07-28, security of the streamable HTTP transport.
 */
function isFromElsewhere({ headers: { host = "", origin } }: IncomingMessage): boolean {
  const { publicUrl } = config();
  const ownHost = publicUrl === undefined ? null : new URL(publicUrl).host;
  if (host !== ownHost && !isAddress(host)) return true;
  if (origin === undefined) return false; // not from a page
  const from = URL.canParse(origin) ? new URL(origin).host : "";
  return from !== host && from !== ownHost && !LOOPBACK.test(from);
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** A tool for developers that is itself a page on this machine, such as the MCP Inspector, may read answers. */
function allowLocalPage({ headers: { origin } }: IncomingMessage, outgoing: ServerResponse): void {
  if (!origin || !LOOPBACK.test(new URL(origin).host)) return;
  outgoing.setHeader("access-control-allow-origin", origin);
  outgoing.setHeader("vary", "origin");
  outgoing.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
  outgoing.setHeader(
    "access-control-allow-headers",
    "authorization, content-type, accept, mcp-protocol-version, mcp-method, mcp-name, mcp-session-id, last-event-id",
  );
  outgoing.setHeader("access-control-expose-headers", "www-authenticate, mcp-session-id");
}

function refuse(outgoing: ServerResponse): void {
  outgoing
    .writeHead(403, { "content-type": "text/plain" })
    .end(
      "This request came from another site, or by a name that Simon does not know: set SIMON_URL.",
    );
}

/** `localhost` and addresses in figures: no name that somebody else's name server could lead here. */
function isAddress(host: string): boolean {
  return /^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(:\d+)?$/i.test(host);
}
