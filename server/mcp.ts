import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { problem } from "#app/api/problem.ts";
import { config } from "#core/config.ts";
import { handleMcp } from "#mcp-server/handle.ts";
import { MCP_PATH } from "#mcp-server/path.ts";
import { headersOf } from "./headers-of.ts";
import type { Handle } from "./http.ts";

export function isMcp({ url = "" }: IncomingMessage): boolean {
  return url === MCP_PATH || url.startsWith(`${MCP_PATH}?`);
}

/** MCP past Next: bodies are small, answers may be streams. */
export const serveMcp: Handle = async (incoming, outgoing) => {
  if (isFromElsewhere(incoming)) return refuse(outgoing);
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await handleMcp(toRequest(incoming, gone.signal)).catch(problem);
  await send(response, outgoing);
};

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

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(incoming.url ?? "/", "http://localhost"), {
    method,
    headers: headersOf(incoming),
    signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as never, duplex: "half" }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(response.body as ReadableStream);
  await pipeline(body, outgoing).catch(() => {}); // whoever asked is gone
}
