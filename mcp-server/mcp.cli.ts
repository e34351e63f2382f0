import { parseArgs } from "node:util";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { config } from "#core/config.ts";
import { readDemoFile } from "#domain/auth/demo-file.ts";
import { bridge } from "./bridge.ts";
import { MCP_PATH } from "./path.ts";

const USAGE = `npx simon mcp [--url URL] [--tools SETS] [--readonly]

An MCP server on stdio, for clients that start one: a bridge to a running Simon.

  --url URL      where Simon runs; by itself SIMON_URL, else the demo's address
  --tools SETS   such as read,changes; by itself what a normal day needs
  --readonly     nothing that changes something

SIMON_API_KEY is the API key; by itself the demo's.`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      tools: { type: "string" },
      readonly: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.error(USAGE);
    return;
  }
  const demo = await readDemoFile();
  const url = values.url ?? config().publicUrl ?? demo?.url;
  const apiKey = config().mcpApiKey ?? (url === demo?.url ? demo?.apiKey : undefined);
  if (!url || !apiKey) {
    throw new Error("Say where Simon runs and with which key: SIMON_URL and SIMON_API_KEY.");
  }
  const endpoint = new URL(MCP_PATH, url);
  if (values.tools) endpoint.searchParams.set("tools", values.tools);
  if (values.readonly) endpoint.searchParams.set("readonly", "1");
  await bridge({ near: new StdioServerTransport(), endpoint, apiKey });
}
