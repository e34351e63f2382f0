import type { IncomingMessage } from "node:http";
import { handleRest, REST_PATH } from "#app/api/rest/handle.ts";
import { serveData } from "./data.ts";
import type { Handle } from "./http.ts";

export function isRest(request: IncomingMessage): boolean {
  return request.url?.startsWith(REST_PATH) ?? false;
}

export const serveRest: Handle = (incoming, outgoing) => serveData(incoming, outgoing, handleRest);
