import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import compression from "compression";
import { metrics, stopwatch } from "#core/metrics.ts";
import { CLIENT_IP_HEADER } from "#domain/auth/client-ip.ts";
import { isForeignOrigin, setSecurityHeaders } from "./security.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The web server: security headers, Origin check and compression around `handle` (null: still starting). */
export function createWebServer(handle: () => Handle | null): Server {
  const compress = compression({ filter: isCompressible });
  return createServer((request, response) => {
    measure(request, response);
    setSecurityHeaders(request, response);
    // A layout of Next does not know its path; the sign-in page leads back to it.
    request.headers["x-simon-path"] = request.url ?? "/";
    // Only the socket says who calls; a header of this name from outside is lost here.
    request.headers[CLIENT_IP_HEADER] = request.socket.remoteAddress ?? "";
    if (isForeignOrigin(request))
      return refuse(response, 403, "This request came from another site.");
    const serve = handle();
    if (!serve) return refuse(response, 503, "Simon is starting. Try again in a few seconds.");
    if (!request.headers["accept-encoding"]) {
      response.setHeader("Vary", "Accept-Encoding");
      return void serve(request, response); // the compressor's wrapping costs as much as a small answer
    }
    compress(request as never, response as never, () => void serve(request, response));
  });
}

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** 499: whoever asked was gone before the answer was. */
function measure(request: IncomingMessage, response: ServerResponse): void {
  const seconds = stopwatch();
  const { method = "", url = "" } = request;
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : 499;
    metrics().httpRequests.observe(
      { route: routeOf(url), method: METHODS.has(method) ? method : "other", status },
      seconds(),
    );
  });
}

const ROUTES: readonly (readonly [start: string, route: string])[] = [
  ["/api/v1/", "rest"],
  ["/api/mcp", "mcp"],
  ["/api/connectors/", "stream"],
  ["/api/chat", "chat"],
  ["/api/auth/", "auth"],
  ["/.well-known/", "auth"],
  ["/api/health", "health"],
  ["/api/metrics", "metrics"],
  ["/api/", "api"],
  ["/_next/", "assets"],
  ["/", "pages"],
];

function routeOf(url: string): string {
  return ROUTES.find(([start]) => url.startsWith(start))?.[1] ?? "other";
}

/** Streams of events go out as they come; a compressor would hold them back. */
function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
  const type = String(response.getHeader("Content-Type") ?? "");
  if (type.startsWith("text/event-stream") || type.includes("ndjson")) return false;
  return /json|text|javascript|xml|svg|csv/.test(type) && request.method !== "HEAD";
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  response.writeHead(status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 503 ? { "retry-after": "2" } : {}),
  });
  response.end(JSON.stringify({ type: "about:blank", title: "Refused", status, detail }));
}

/** Listens, and resolves with the port. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : port);
    });
  });
}
