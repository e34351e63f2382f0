import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { callTool } from "#tools/call.ts";
import { problemOf } from "../problem.ts";
import { readInput } from "./input.ts";
import { matchOperation } from "./match.ts";
import { openApiDocument } from "./openapi.ts";
import { operations } from "./operations.ts";

export const REST_PATH = "/api/v1/";
const OPENAPI_PATH = "/api/v1/openapi.json";

/**
 * A request and its answer without the classes of the web standard, whose making takes longer than the
 * query of one SIM.
 */
export interface RestRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** The whole body. @throws TooLarge once it is longer than `maxBytes`. */
  readBody(maxBytes: number): Promise<string>;
}

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * REST, `/api/v1/…`: finds the tool whose route this is, and calls it. The server calls it directly:
 * Next's routing would cost more than the query.
 */
export async function handleRest(request: RestRequest): Promise<RestReply> {
  try {
    if (request.url.pathname === OPENAPI_PATH) return describeRest();
    const actor = await actorOfRequest(request.headers);
    const match = matchOperation(operations, request.method, request.url.pathname);
    const input = await readInput(request, match);
    const body = await callTool(actor, match.tool, input, { signal: request.signal });
    return {
      status: match.tool.route.status ?? 200,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      body,
    };
  } catch (error) {
    return problemOf(error);
  }
}

function describeRest(): RestReply {
  return {
    status: 200,
    headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    body: openApiDocument(),
  };
}
