import { createMcpHandler } from "@modelcontextprotocol/server";
import { type Actor, SCOPES, type Scope } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { mcpActorOf } from "#domain/auth/actor-of.ts";
import { mcpServer, type Served } from "./server.ts";
import { requireScopesOfCall } from "./step-up.ts";
import { toolsOf } from "./tool-sets.ts";

/** A list for import_sims fits. */
export const MAX_BODY_BYTES = 1024 * 1024;

const handler = createMcpHandler(({ authInfo }) => mcpServer(authInfo?.extra?.served as Served), {
  maxRequestBodySize: MAX_BODY_BYTES,
  onerror: (error) => log().debug({ err: error }, "an MCP request was refused"),
});

/**
 * One request to the MCP endpoint, of either protocol era. `?tools=read,changes` chooses the tools, `?readonly=1`
 * takes from the key what could change something.
 *
 * @param message the request's body, parsed, where it is JSON.
 * @throws SimonError before the protocol begins: no valid key or token, an unknown set of tools, a scope that the
 *   person could still give.
 */
export async function handleMcp(request: Request, message?: unknown): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const holder = await mcpActorOf(request.headers);
  const tools = toolsOf(searchParams.get("tools"));
  const isReading = searchParams.get("readonly") === "1";
  if (!isReading) requireScopesOfCall(holder, tools, message);
  return serveAs(request, { actor: isReading ? readingOnly(holder) : holder, tools }, message);
}

/** The same for a caller who is known already. */
export function serveAs(request: Request, served: Served, message?: unknown): Promise<Response> {
  const { actor } = served;
  const clientId = actor.kind === "mcp" ? actor.clientId : actor.kind;
  return handler.fetch(request, {
    authInfo: { token: "", clientId, scopes: [...actor.scopes], extra: { served } },
    ...(message !== undefined && { parsedBody: message }),
  });
}

const READING: readonly Scope[] = SCOPES.filter((scope) => scope.endsWith(":read"));

function readingOnly<A extends Actor>(actor: A): A {
  return { ...actor, scopes: new Set(READING.filter((scope) => actor.scopes.has(scope))) };
}
