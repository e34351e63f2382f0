import { z } from "zod";
import { type Actor, hasScope, SCOPES_OF_ROLE, type Scope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { GRANTABLE } from "#domain/auth/oauth/grantable-scopes.ts";
import type { Tool } from "#tools/define.ts";

type McpActor = Extract<Actor, { kind: "mcp" }>;

const Call = z.object({ method: z.literal("tools/call"), params: z.object({ name: z.string() }) });

/** A client that came by OAuth could do this if its person gave it more: `scopes` are what it has and that. */
export class NeedsScopes extends Forbidden {
  readonly scopes: readonly Scope[];

  constructor(tool: Tool, scopes: readonly Scope[]) {
    super(`${tool.title} needs the permission ${tool.scope}, which this client was not given.`, {
      details: { scope: tool.scope },
    });
    this.scopes = scopes;
  }
}

/**
 * Refuses a call of a tool before the protocol begins where the person could give the client what it lacks, so
 * that the client asks them. Where they could not, the tool itself says so.
 *
 * @throws NeedsScopes
 */
export function requireScopesOfCall(
  actor: McpActor,
  tools: readonly Tool[],
  message: unknown,
): void {
  if (!actor.mcpClient) return;
  const call = Call.safeParse(message);
  const tool = tools.find(({ name }) => name === call.data?.params.name);
  if (!tool || hasScope(actor, tool.scope)) return;
  if (!GRANTABLE.includes(tool.scope) || !SCOPES_OF_ROLE[actor.role].includes(tool.scope)) return;
  throw new NeedsScopes(tool, [...actor.scopes, tool.scope]);
}
