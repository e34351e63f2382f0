// The command as a client starts it, against a server on a real socket.
import type { Server } from "node:http";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createSim } from "#domain/sims/testing.ts";
import { createWebServer, listen } from "#server/http.ts";
import { serveMcp } from "#server/mcp.ts";

const ICCID = "8988280666000000019";

let server: Server;
let url: string;
let key: string;

beforeAll(async () => {
  const organization = await newOrganization();
  const owner = await newMember(organization, "owner");
  key = (await createApiKey(owner, { name: "desk", scopes: ["sims:read"] })).key;
  const sim = { iccid: ICCID, label: "meter-1", status: "active", tags: [] } as const;
  await createSim(systemActor(organization), sim, new Date());
  server = createWebServer(() => serveMcp);
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(() => void server.close());

function started(apiKey: string) {
  return new StdioClientTransport({
    command: process.execPath,
    args: ["mcp-server/mcp.cli.ts", "--url", url, "--tools", "read"],
    env: { PATH: process.env.PATH ?? "", SIMON_API_KEY: apiKey },
    stderr: "pipe",
  });
}

it.each(["auto", "legacy"] as const)(
  "carries a client's calls (negotiation %s) to Simon and back",
  async (mode) => {
    const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
    await client.connect(started(key));
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain("fleet_overview");
    const sim = await client.callTool({ name: "get_sim", arguments: { iccid: ICCID } });
    expect(sim.structuredContent).toMatchObject({ label: "meter-1" });
    const wrong = await client.callTool({ name: "get_sim", arguments: { iccid: "12" } });
    expect(wrong).toMatchObject({ isError: true });
    await client.close();
  },
);

it("says that a key is not known", async () => {
  const client = new Client({ name: "test", version: "1" });
  await expect(client.connect(started("nonsense"))).rejects.toThrow("does not know this API key");
  await client.close();
});
