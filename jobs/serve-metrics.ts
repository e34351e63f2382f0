import { createServer } from "node:http";
import { config } from "#core/config.ts";
import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { scrape } from "#domain/metrics/scrape.ts";

/**
 * A worker of its own counts for itself and has no web server: this gives its metrics, where a port is set.
 *
 * @returns a function that stops it.
 */
export async function serveMetrics(): Promise<() => void> {
  const { host, metricsPort } = config();
  if (metricsPort === undefined) return () => {};
  const server = createServer(async (request, response) => {
    try {
      const { contentType, text } = await scrape(request.headers.authorization ?? null);
      response.writeHead(200, { "content-type": contentType, "cache-control": "no-store" });
      response.end(text);
    } catch (error) {
      if (!(error instanceof SimonError)) log().error({ err: error }, "metrics failed");
      response.writeHead(error instanceof SimonError ? error.status : 500).end();
    }
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(metricsPort, host, done);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
