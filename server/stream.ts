import type { IncomingMessage } from "node:http";
import { handleStream } from "#app/api/stream/handle.ts";
import { STREAM_PATH } from "#domain/connections/stream/stream-address.ts";
import { serveData } from "./data.ts";
import type { Handle } from "./http.ts";

export function isStream(request: IncomingMessage): boolean {
  return request.url?.startsWith(STREAM_PATH) ?? false;
}

export const serveStream: Handle = (incoming, outgoing) =>
  serveData(incoming, outgoing, handleStream);
