import {
  Client,
  type ClientOptions,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import type { Actor } from "#core/actor.ts";
import type { Tool } from "#tools/define.ts";
import { serveAs } from "./handle.ts";
import { toolsOf } from "./tool-sets.ts";

export type Era = "modern" | "legacy";
type McpActor = Extract<Actor, { kind: "mcp" }>;

/** A person's assistant, as OAuth lets it in. */
export function assistantOf(
  person: Extract<Actor, { kind: "user" }>,
  { isTrusted = false, id = "client-1" } = {},
): McpActor {
  const scopes = new Set([...person.scopes].filter((scope) => scope !== "changes:approve"));
  const mcpClient = { id, name: "Assistant", isTrusted };
  return { ...person, kind: "mcp", channel: "mcp", clientId: id, mcpClient, scopes };
}

interface Connecting {
  readonly era?: Era;
  readonly options?: ClientOptions;
  readonly tools?: readonly Tool[];
}

/** The official client, whose requests are served as the actor's, without a socket between. */
export async function clientOf(
  actor: McpActor,
  { era = "modern", options, tools = toolsOf("all") }: Connecting = {},
): Promise<Client> {
  const client = new Client(
    { name: "test", version: "1" },
    {
      ...options,
      versionNegotiation: { mode: era === "modern" ? { pin: "2026-07-28" } : "legacy" },
    },
  );
  const fetch = (url: string | URL, init?: RequestInit) =>
    serveAs(new Request(url, init), { actor, tools });
  const endpoint = new URL("http://127.0.0.1/api/mcp");
  await client.connect(new StreamableHTTPClientTransport(endpoint, { fetch }));
  return client;
}

/** One `tools/call` of the modern era as it is on the wire. */
export async function rawCall(
  actor: McpActor,
  params: { readonly name: string } & Record<string, unknown>,
  elicitation: object = { form: {} },
): Promise<Record<string, unknown>> {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": { elicitation },
    "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
  };
  const response = await serveAs(
    new Request("http://127.0.0.1/api/mcp", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": "tools/call",
        "mcp-name": params.name,
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "tools/call",
        params: { ...params, _meta },
      }),
    }),
    { actor, tools: toolsOf("all") },
  );
  const { result, error } = JSON.parse(await response.text());
  return result ?? { error };
}
