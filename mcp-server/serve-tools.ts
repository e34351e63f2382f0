import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import { hasScope } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import { callTool } from "#tools/call.ts";
import { isEffect } from "#tools/define.ts";
import { callEffect } from "./call-effect.ts";
import { definitionOf } from "./definitions.ts";
import { presentError, presentOutput } from "./present.ts";
import { progressTo } from "./progress.ts";
import { cancelCall, cancellable } from "./running-calls.ts";
import type { Served } from "./server.ts";

/** `tools/list` and `tools/call`. A tool of another set is unknown here, one without its scope is refused. */
export function serveTools(server: Server, { actor, tools }: Served): void {
  server.setNotificationHandler("notifications/cancelled", ({ params: { requestId } }) => {
    if (requestId !== undefined) cancelCall(actor, requestId);
  });
  server.setRequestHandler("tools/list", () => ({
    tools: tools.filter(({ scope }) => hasScope(actor, scope)).map(definitionOf),
  }));
  server.setRequestHandler("tools/call", async ({ params }, context) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool "${params.name.slice(0, 60)}" here. tools/list says which there are.`,
      );
    }
    const input = params.arguments ?? {};
    try {
      return await cancellable(actor, context.mcpReq, async (signal) => {
        const call = { signal, onProgress: progressTo(context) };
        if (isEffect(tool)) return callEffect(actor, tool, input, context, call);
        return presentOutput(tool, await callTool(actor, tool, input, call));
      });
    } catch (error) {
      if (error instanceof SimonError) return presentError(error);
      throw error;
    }
  });
}
