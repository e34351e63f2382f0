import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";

const LARGEST_BODY_BYTES = 32 * 1024 * 1024;

/** The whole body as text; null where it is larger than anything that is meant. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export function bodyOf(answer: Answer): { body: string; contentType: string | null } {
  if (answer.text !== undefined) {
    return { body: answer.text, contentType: answer.contentType ?? "text/plain;charset=UTF-8" };
  }
  if (answer.json === undefined) return { body: "", contentType: null };
  return { body: JSON.stringify(answer.json), contentType: "application/json" };
}

/** @param nowMs What the `Date` header says. */
export function send(response: ServerResponse, answer: Answer, nowMs: number): void {
  const { body, contentType } = bodyOf(answer);
  response.sendDate = false;
  response.writeHead(answer.status, {
    Date: new Date(nowMs).toUTCString(),
    ...answer.headers,
    ...(contentType ? { "Content-Type": contentType } : {}),
    ...(answer.status === 204 ? {} : { "Content-Length": Buffer.byteLength(body) }),
  });
  response.end(body);
}
