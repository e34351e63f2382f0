import type { Tool as McpTool } from "@modelcontextprotocol/server";
import type { Tool } from "#tools/define.ts";
import { uiOf } from "./apps.ts";
import { leanInput, leanOutput } from "./lean-schema.ts";

const known = new Map<string, McpTool>();

/** A tool as MCP describes it; made once. */
export function definitionOf(tool: Tool): McpTool {
  const made = known.get(tool.name) ?? makeDefinition(tool);
  known.set(tool.name, made);
  return made;
}

function makeDefinition(tool: Tool): McpTool {
  const { name, title, effect } = tool;
  const isRead = effect === "read";
  return {
    name,
    title,
    description: tool.description,
    inputSchema: leanInput(tool.input, {
      spellsOutQueries: name === "query_fleet",
    }) as McpTool["inputSchema"],
    outputSchema: leanOutput(tool.output) as McpTool["outputSchema"],
    annotations: {
      readOnlyHint: isRead,
      destructiveHint: effect === "destructive",
      idempotentHint: isRead,
      openWorldHint: name === "sim_connectivity",
    },
    ...uiOf(tool),
  };
}
