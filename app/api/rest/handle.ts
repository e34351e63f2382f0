import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { callTool } from "#tools/call.ts";
import { problem } from "../problem.ts";
import { readInput } from "./input.ts";
import { matchOperation } from "./match.ts";
import { openApiDocument } from "./openapi.ts";
import { operations } from "./operations.ts";

export const REST_PATH = "/api/v1/";
const OPENAPI_PATH = "/api/v1/openapi.json";

/**
 * REST, `/api/v1/…`: finds the tool whose route this is, and calls it. The server calls it directly:
 * Next's routing would cost more than the query.
 */
export async function handleRest(request: Request): Promise<Response> {
  try {
    if (new URL(request.url).pathname === OPENAPI_PATH) return describeRest();
    const actor = await actorOfRequest(request.headers);
    const match = matchOperation(operations, request.method, new URL(request.url).pathname);
    const input = await readInput(request, match);
    const output = await callTool(actor, match.tool, input, { signal: request.signal });
    return Response.json(output, {
      status: match.tool.route.status ?? 200,
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return problem(error);
  }
}

function describeRest(): Response {
  return Response.json(openApiDocument(), { headers: { "cache-control": "public, max-age=300" } });
}
