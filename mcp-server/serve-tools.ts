import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import { hasScope } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { callTool } from "#tools/call.ts";
import { definitionOf } from "./definitions.ts";
import { presentError, presentOutput } from "./present.ts";
import type { Served } from "./server.ts";

/** `tools/list` and `tools/call`. A tool of another set is unknown here, one without its scope is refused. */
export function serveTools(server: Server, { actor, tools }: Served): void {
  server.setRequestHandler("tools/list", () => ({
    tools: tools.filter(({ scope }) => hasScope(actor, scope)).map(definitionOf),
  }));
  server.setRequestHandler("tools/call", async ({ params }, { mcpReq }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool "${params.name.slice(0, 60)}" here. tools/list says which there are.`,
      );
    }
    try {
      const output = await callTool(actor, tool, params.arguments ?? {}, {
        signal: mcpReq.signal,
      });
      return presentOutput(tool, output);
    } catch (error) {
      if (error instanceof SimonError) return presentError(error);
      throw error;
    }
  });
}
