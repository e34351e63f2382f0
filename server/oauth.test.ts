// MCP clients are let in by OAuth over a real socket: each through everything from the first refusal to the last.
import { createMCPClient } from "@ai-sdk/mcp";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { describe, expect, it } from "vitest";
import { database } from "#db/database.ts";
import { listConnectedClients } from "#domain/connected-clients/list-connected-clients.ts";
import { revokeConnectedClient } from "#domain/connected-clients/revoke-connected-client.ts";
import { testConnection } from "#domain/connected-clients/test-connection.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { Kept } from "./testing/kept-client.ts";
import { textOf } from "./testing/mcp.ts";
import { OURS, oauthDoor, scopesIn, simOf, THEIRS } from "./testing/oauth-door.ts";
import { signedIn } from "./testing/oauth-person.ts";

const door = oauthDoor();

describe.each(["second", "first"] as const)("a client of the %s generation", (generation) => {
  it("is let in by a person, works in their organisation, goes on after an hour, and is shut out at once", async () => {
    const { owner } = door.at;
    const kept = new Kept();
    const client = await door.letIn(kept, { generation });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain("set_sim_status");
    expect(textOf(await simOf(client))).toContain("meter-1");
    expect(await simOf(client, THEIRS)).toMatchObject({ isError: true });
    const before = kept.refreshToken;
    kept.loseAccess();
    expect(textOf(await simOf(client))).toContain("meter-1");
    expect(kept.refreshToken).not.toBe(before);
    const connection = await door.connectionOf(owner);
    expect(connection).toMatchObject({ name: "Test assistant", isOwn: true, isTrusted: false });
    expect(connection.lastUsedAt).toBeInstanceOf(Date);
    await revokeConnectedClient(owner, connection.id);
    expect((await door.raw(kept.accessToken)).status).toBe(401);
    await expect(simOf(client)).rejects.toThrow();
    expect(await listConnectedClients(owner)).toEqual([]);
  });
});

it("works in the organisation that the person chose, with their role there, and never approves", async () => {
  const kept = new Kept();
  const client = await door.letIn(kept, {
    search: "?tools=all",
    organizationId: door.at.theirs.id,
  });
  expect(scopesIn(kept.accessToken)).toEqual(["sims:read", "reports:read", "offline_access"]);
  expect(await simOf(client)).toMatchObject({ isError: true });
  expect((await simOf(client, THEIRS)).isError).toBeFalsy();
  const all = new Kept();
  await door.letIn(all, { search: "?tools=all" });
  expect(scopesIn(all.accessToken)).toContain("audit:read");
  expect(scopesIn(all.accessToken)).not.toContain("changes:approve");
});

it("the clients of other makers call tools with an API key or with a token", async () => {
  const { origin, owner } = door.at;
  const { key } = await createApiKey(owner, { name: "assistant", scopes: ["sims:read"] });
  const kept = new Kept();
  const person = await door.newMember();
  await door.letIn(kept, { by: person });
  for (const secret of [key, kept.accessToken]) {
    const headers = { authorization: `Bearer ${secret}` };
    const url = `${origin}/api/mcp`;
    const vercel = await createMCPClient({ transport: { type: "http", url, headers } });
    door.closing.push(vercel);
    const tools = await vercel.tools();
    const options = { toolCallId: "1", messages: [], context: {} };
    const sims = await tools.get_sim?.execute({ iccid: OURS }, options as never);
    expect(JSON.stringify(sims)).toContain("meter-1");
    const chain = new MultiServerMCPClient({ simon: { url, headers } });
    door.closing.push(chain);
    const tool = (await chain.getTools()).find(({ name }) => name === "get_sim");
    expect(JSON.stringify(await tool?.invoke({ iccid: OURS }))).toContain("meter-1");
  }
});

it("our own test of the connection comes through like any client, and none is left of it, whatever came of it", async () => {
  const { origin } = door.at;
  const person = await door.newMember("viewer");
  const host = new URL(origin).host;
  const cookie = await signedIn(person.name);
  const found = await testConnection(person, new Headers({ host, cookie }));
  expect(found).toMatchObject({
    url: `${origin}/api/mcp`,
    server: expect.stringContaining("Simon"),
  });
  expect(found.tools).toBeGreaterThan(0);
  await expect(testConnection(person, new Headers({ host }))).rejects.toThrow("let in");
  const { sql } = await database();
  const left = await sql`select name from public."oauthClient" where name like '%own test%'`;
  expect([...left]).toEqual([]);
  expect(await listConnectedClients(person)).toEqual([]);
});
