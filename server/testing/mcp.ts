import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { Actor, Scope } from "#core/actor.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createWebServer, listen } from "../http.ts";
import { serveMcp } from "../mcp.ts";

export type Era = "modern" | "legacy";

interface Connecting {
  readonly era?: Era;
  readonly search?: string;
  readonly options?: ConstructorParameters<typeof Client>[1];
}

/** MCP on a real socket, with clients that are closed with it. */
export async function startMcp() {
  const server = createWebServer(() => serveMcp);
  const origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  const clients: Client[] = [];
  return {
    origin,
    async connect(key: string, { era = "modern", search = "", options }: Connecting = {}) {
      const client = new Client(
        { name: "test", version: "1" },
        {
          ...options,
          versionNegotiation: { mode: era === "modern" ? { pin: "2026-07-28" } : "legacy" },
        },
      );
      const transport = new StreamableHTTPClientTransport(new URL(`${origin}/api/mcp${search}`), {
        requestInit: { headers: { authorization: `Bearer ${key}` } },
      });
      await client.connect(transport);
      clients.push(client);
      return client;
    },
    async stop() {
      await Promise.all(clients.map((client) => client.close()));
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A key whose limits a test does not meet. */
export async function fastKey(owner: Actor, scopes: readonly Scope[]): Promise<string> {
  const limits = { readsPerMinute: 1_000_000, effectsPerMinute: 1_000_000 };
  return (await createApiKey(owner, { name: "assistant", scopes, limits })).key;
}

export const textOf = ({ content }: { content: unknown }) =>
  (content as { text: string }[]).map(({ text }) => text).join("\n");
