import { createMcpHandler } from "@modelcontextprotocol/server";
import { type Actor, SCOPES, type Scope } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { mcpActorOf } from "#domain/auth/actor-of.ts";
import { mcpServer, type Served } from "./server.ts";
import { toolsOf } from "./tool-sets.ts";

/** A list for import_sims fits. */
const MAX_BODY_BYTES = 1024 * 1024;

const handler = createMcpHandler(({ authInfo }) => mcpServer(authInfo?.extra?.served as Served), {
  maxRequestBodySize: MAX_BODY_BYTES,
  onerror: (error) => log().debug({ err: error }, "an MCP request was refused"),
});

/**
 * One request to the MCP endpoint, of either protocol era. `?tools=read,changes` chooses the tools, `?readonly=1`
 * takes from the key what could change something.
 *
 * @throws SimonError before the protocol begins: no valid key, an unknown set of tools.
 */
export async function handleMcp(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const holder = await mcpActorOf(request.headers);
  const actor = searchParams.get("readonly") === "1" ? readingOnly(holder) : holder;
  return serveAs(request, { actor, tools: toolsOf(searchParams.get("tools")) });
}

/** The same for a caller who is known already. */
export function serveAs(request: Request, served: Served): Promise<Response> {
  const { actor } = served;
  const clientId = actor.kind === "mcp" ? actor.clientId : actor.kind;
  return handler.fetch(request, {
    authInfo: { token: "", clientId, scopes: [...actor.scopes], extra: { served } },
  });
}

const READING: readonly Scope[] = SCOPES.filter((scope) => scope.endsWith(":read"));

function readingOnly<A extends Actor>(actor: A): A {
  return { ...actor, scopes: new Set(READING.filter((scope) => actor.scopes.has(scope))) };
}
