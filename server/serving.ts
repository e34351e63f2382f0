import next from "next";
import { config } from "#core/config.ts";
import type { Handle } from "./http.ts";
import { isMcp, serveMcp } from "./mcp.ts";
import { isOAuth, serveOAuth } from "./oauth.ts";
import { isRest, serveRest } from "./rest.ts";
import { isStream, serveStream } from "./stream.ts";

/** What answers: REST, MCP, what lets its clients in, and the Data Streamer past Next, the pages by it. */
export async function prepareServing(): Promise<Handle> {
  const { environment, host, port } = config();
  const app = next({
    dev: environment === "development",
    dir: process.cwd(),
    hostname: host,
    port,
  });
  await app.prepare();
  const servePages = app.getRequestHandler();
  return (request, response) => {
    if (isRest(request)) return serveRest(request, response);
    if (isMcp(request)) return serveMcp(request, response);
    if (isOAuth(request)) return serveOAuth(request, response);
    return isStream(request) ? serveStream(request, response) : servePages(request, response);
  };
}
