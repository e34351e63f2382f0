import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** Sends what a handler of web requests answered; its body may be a stream. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  outgoing.writeHead(response.status);
  if (!response.body) {
    outgoing.end();
    return;
  }
  if (response.headers.get("content-type")?.startsWith("application/json")) {
    // whole already: streams would take longer than the answer
    await response.text().then(
      (text) => outgoing.end(text),
      () => outgoing.destroy(),
    );
    return;
  }
  const body = Readable.fromWeb(response.body as ReadableStream);
  await pipeline(body, outgoing).catch(() => {}); // whoever asked is gone
}
