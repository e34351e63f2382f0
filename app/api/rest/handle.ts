import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { callTool } from "#tools/call.ts";
import { problem } from "../problem.ts";
import { readInput } from "./input.ts";
import { matchOperation } from "./match.ts";
import { operations } from "./operations.ts";

/** REST: finds the tool whose route this is, and calls it. */
export async function handleRest(request: Request): Promise<Response> {
  try {
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
