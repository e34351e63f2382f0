// MCP clients are let in by OAuth over a real socket: the official clients of both generations, each through
// everything from the first refusal to the last.
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createMCPClient } from "@ai-sdk/mcp";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as FirstTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { mcpActorOf } from "#domain/auth/actor-of.ts";
import { redeemReset } from "#domain/auth/redeem-reset.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { listConnectedClients } from "#domain/connected-clients/list-connected-clients.ts";
import { revokeConnectedClient } from "#domain/connected-clients/revoke-connected-client.ts";
import { trustClient } from "#domain/connected-clients/trust-client.ts";
import { addMember } from "#domain/orgs/add-member.ts";
import { changeRole } from "#domain/orgs/change-role.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { removeMember } from "#domain/orgs/remove-member.ts";
import { resetPasswordLink } from "#domain/orgs/reset-password-link.ts";
import { createSim } from "#domain/sims/testing.ts";
import { createWebServer, listen } from "./http.ts";
import { isMcp, serveMcp } from "./mcp.ts";
import { serveOAuth } from "./oauth.ts";
import { Kept, REDIRECT } from "./testing/kept-client.ts";
import { type Choice, decideOn, openConsent, signedIn } from "./testing/oauth-person.ts";

const OURS = "8988280666000000019";
const THEIRS = "8988280666000000027";

let server: Server;
let origin: string;
let owner: Extract<Actor, { kind: "user" }>;
let operator: Extract<Actor, { kind: "user" }>;
let organizationId: string;
let theirId: string;
afterEach(() => void vi.useRealTimers());
const closing: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = createWebServer(
    () => (request, response) => (isMcp(request) ? serveMcp : serveOAuth)(request, response),
  );
  const port = await listen(server, 0, "127.0.0.1");
  origin = `http://127.0.0.1:${port}`;
  overrideConfig({ PORT: String(port) });
  const [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
  organizationId = ours.id;
  theirId = theirs.id;
  owner = await newMember(ours, "owner");
  operator = await newMember(ours, "operator");
  await addMember(systemActor(theirs), { email: owner.name, role: "viewer" });
  const plain = { status: "active", tags: [] } as const;
  await createSim(systemActor(ours), { iccid: OURS, label: "meter-1", ...plain }, new Date());
  await createSim(systemActor(theirs), { iccid: THEIRS, ...plain }, new Date());
});
afterAll(async () => {
  await Promise.all(closing.map((client) => client.close()));
  server.close();
  overrideConfig({});
});

const newClient = () =>
  new Client(
    { name: "test", version: "1" },
    { versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
const GENERATIONS = {
  second: {
    client: newClient,
    transport: (url: URL, kept: Kept) =>
      new StreamableHTTPClientTransport(url, { authProvider: kept as never }),
  },
  first: {
    client: () => new FirstClient({ name: "test", version: "1" }),
    transport: (url: URL, kept: Kept) => new FirstTransport(url, { authProvider: kept as never }),
  },
};
type Connected = ReturnType<(typeof GENERATIONS)["second"]["client"]>;

interface LetIn extends Partial<Choice> {
  readonly by?: Extract<Actor, { kind: "user" }>;
  readonly generation?: keyof typeof GENERATIONS;
  readonly search?: string;
}

/** Through it all: refused, registered, let in by a person, and connected. */
async function letIn(
  kept: Kept,
  { by = owner, generation = "second", search = "", ...choice }: LetIn = {},
) {
  const url = new URL(`${origin}/api/mcp${search}`);
  const { client: make, transport: over } = GENERATIONS[generation];
  const refused = over(url, kept);
  await expect(make().connect(refused as never)).rejects.toThrow(/unauthorized/i);
  await finish(kept, by, refused as never, generation, choice);
  const client = make() as Connected;
  await client.connect(over(url, kept) as never);
  closing.push(client);
  return client;
}

/** The person opens what the client sent them to, and decides; the client gets the answer. */
async function finish(
  kept: Kept,
  by: Extract<Actor, { kind: "user" }>,
  transport: StreamableHTTPClientTransport,
  generation: keyof typeof GENERATIONS = "second",
  choice: Partial<Choice> = {},
) {
  const cookie = await signedIn(by.name);
  const page = await openConsent(kept.sentTo ?? "", cookie);
  const answer = await decideOn(page, cookie, { organizationId, ...choice });
  expect(answer.searchParams.get("iss")).toBe(`${origin}/api/auth`);
  const code = answer.searchParams.get("code") ?? "";
  await transport.finishAuth((generation === "second" ? answer.searchParams : code) as never);
}

/** A request of a client that is no client: only the token counts. */
function raw(token: string, message: object = LIST, search = "") {
  return fetch(`${origin}/api/mcp${search}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, ...message }),
  });
}
const LIST = { method: "tools/list" };
const CHANGE = {
  method: "tools/call",
  params: { name: "set_sim_status", arguments: { iccids: [OURS], status: "suspended" } },
};

const newOwner = () => newMember({ id: organizationId, name: owner.organizationName }, "owner");
/** The one client that the person has let in. */
async function connectionOf({ name }: { readonly name: string }) {
  const connections = await listConnectedClients(owner);
  const [one, ...others] = connections.filter(({ email }) => email === name);
  if (!one || others.length > 0) throw new Error(`${name} has not let in one client`);
  return one;
}

const textOf = ({ content }: { content?: unknown }) =>
  (content as { text: string }[]).map(({ text }) => text).join("\n");
const sim = (client: Connected, iccid = OURS) =>
  client.callTool({ name: "get_sim", arguments: { iccid } });
const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
const scopesIn = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).scope.split(" ");
const get = async (path: string, init?: RequestInit) => {
  const response = await fetch(origin + path, { redirect: "manual", ...init });
  return { response, body: await response.json().catch(() => null) };
};
const post = (path: string, body: object | URLSearchParams) =>
  get(`/api/auth/oauth2/${path}`, {
    method: "POST",
    ...(body instanceof URLSearchParams
      ? { body }
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });

describe.each(["second", "first"] as const)("a client of the %s generation", (generation) => {
  it("is let in by a person, works in their organisation, goes on after an hour, and is shut out at once", async () => {
    const kept = new Kept();
    const client = await letIn(kept, { generation });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain("set_sim_status");
    expect(textOf(await sim(client))).toContain("meter-1");
    expect(await sim(client, THEIRS)).toMatchObject({ isError: true });
    const before = kept.refreshToken;
    kept.loseAccess();
    expect(textOf(await sim(client))).toContain("meter-1");
    expect(kept.refreshToken).not.toBe(before);
    const connection = await connectionOf(owner);
    expect(connection).toMatchObject({ name: "Test assistant", isOwn: true, isTrusted: false });
    expect(connection.lastUsedAt).toBeInstanceOf(Date);
    await revokeConnectedClient(owner, connection.id);
    expect((await raw(kept.accessToken)).status).toBe(401);
    await expect(sim(client)).rejects.toThrow();
    expect(await listConnectedClients(owner)).toEqual([]);
  });
});

it("asks again for what a call needs more, and is refused only what the person's role has not", async () => {
  const kept = new Kept();
  const client = await letIn(kept, { by: operator, scopes: ["sims:read"] });
  expect(scopesIn(kept.accessToken)).toEqual(["sims:read", "offline_access"]);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).not.toContain("set_sim_status");
  const refused = await raw(kept.accessToken, CHANGE);
  expect(refused.status).toBe(403);
  expect(refused.headers.get("www-authenticate")).toMatch(
    /^Bearer error="insufficient_scope", scope="sims:read sims:write", resource_metadata="http/,
  );
  const change = { name: "set_sim_status", arguments: CHANGE.params.arguments };
  await expect(client.callTool(change)).rejects.toThrow();
  await finish(kept, operator, client.transport as never);
  expect(textOf(await client.callTool(change))).toContain("Nothing has been done yet");
  const log = await asActor(
    owner,
    (sql) => sql`select actor as name from store.audit_logs where action = 'change.propose'`,
  );
  expect(log).toEqual([{ name: `${operator.name} by Test assistant` }]);

  expect((await raw(kept.accessToken, CHANGE, "?readonly=1")).status).toBe(200);
  await changeRole(owner, operator.userId, "viewer");
  const smaller = await raw(kept.accessToken, CHANGE);
  expect(smaller.status).toBe(200);
  expect(await smaller.text()).toContain("permission");
  await removeMember(owner, operator.userId);
  expect((await raw(kept.accessToken)).status).toBe(401);
  const again = { grant_type: "refresh_token", client_id: kept.clientId };
  const { body } = await post(
    "token",
    new URLSearchParams({ ...again, refresh_token: kept.refreshToken }),
  );
  expect(body).toMatchObject({ error: "invalid_grant" });
});

it("works in the organisation that the person chose, with their role there, and never approves", async () => {
  const kept = new Kept();
  const client = await letIn(kept, { search: "?tools=all", organizationId: theirId });
  expect(scopesIn(kept.accessToken)).toEqual(["sims:read", "reports:read", "offline_access"]);
  expect(await sim(client)).toMatchObject({ isError: true });
  expect((await sim(client, THEIRS)).isError).toBeFalsy();
  const all = new Kept();
  await letIn(all, { search: "?tools=all" });
  expect(scopesIn(all.accessToken)).toContain("audit:read");
  expect(scopesIn(all.accessToken)).not.toContain("changes:approve");
});

it("a token that has expired, is for something else, was taken back before, or was altered is none", async () => {
  const kept = new Kept();
  const person = await newOwner();
  await letIn(kept, { by: person });
  const { accessToken } = kept;
  expect((await raw(accessToken)).status).toBe(200);
  const [head, claims, signature] = accessToken.split(".");
  expect((await raw(`${head}.${claims}x.${signature}`)).status).toBe(401);
  const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
  expect((await raw(`${unsigned}.${claims}.`)).status).toBe(401);
  expect((await get("/api/auth/oauth2/token", { method: "GET" })).response.status).toBe(405);

  later(5_000);
  await revokeConnectedClient(owner, (await connectionOf(person)).id);
  const again = GENERATIONS.second.transport(new URL(`${origin}/api/mcp`), kept);
  await finish(kept, person, again);
  expect((await raw(accessToken)).status).toBe(401);
  expect((await raw(kept.accessToken)).status).toBe(200);

  const { sql } = await database();
  await sql`insert into public."oauthResource" (id, identifier, name) values ('o', 'https://other.example/', 'o')`;
  const elsewhere = new URL(kept.sentTo ?? "");
  elsewhere.searchParams.set("resource", "https://other.example/");
  const other = new Kept();
  Object.assign(other, { sentTo: elsewhere });
  other.saveClientInformation(kept.clientInformation());
  other.saveCodeVerifier(kept.codeVerifier());
  const cookie = await signedIn(owner.name);
  const answer = await decideOn(await openConsent(elsewhere, cookie), cookie, { organizationId });
  const { body } = await post(
    "token",
    new URLSearchParams({
      grant_type: "authorization_code",
      client_id: kept.clientId,
      code: answer.searchParams.get("code") ?? "",
      code_verifier: kept.codeVerifier(),
      redirect_uri: REDIRECT,
    }),
  );
  expect((await raw(body.access_token)).status).toBe(401);
  later(2 * 3_600_000);
  expect((await raw(kept.accessToken)).status).toBe(401);
});

it("an owner says which client is trusted, and what happened stands in the audit log", async () => {
  const kept = new Kept();
  const person = await newOwner();
  await letIn(kept, { by: person });
  const { id } = await connectionOf(person);
  const analyst = await newMember({ id: organizationId, name: owner.organizationName }, "analyst");
  await expect(trustClient(analyst, id, true)).rejects.toThrow("owner");
  await expect(revokeConnectedClient(analyst, id)).rejects.toThrow("not connected");
  expect(await listConnectedClients(analyst)).toEqual([]);
  await trustClient(owner, id, true);
  const { mcpClient } = await mcpActorOf(
    new Headers({ authorization: `Bearer ${kept.accessToken}` }),
  );
  expect(mcpClient).toEqual({ id: kept.clientId, name: "Test assistant", isTrusted: true });
  await revokeConnectedClient(owner, id);
  const log = await asActor(
    owner,
    (sql) => sql`
      select action from store.audit_logs
       where resource_type = 'mcp_client' and resource_id = ${kept.clientId} order by id`,
  );
  const actions = ["mcp_client.granted", "mcp_client.trusted", "mcp_client.revoked"];
  expect(log.map(({ action }) => action)).toEqual(actions);
});

describe("what clients find", () => {
  it("a refusal says where to ask and for what; the addresses lead to the same documents", async () => {
    const refused = await raw("", LIST, "?readonly=1");
    const challenge = refused.headers.get("www-authenticate") ?? "";
    expect(refused.status).toBe(401);
    expect(challenge).toContain('scope="sims:read"');
    const [, metadata = ""] = /resource_metadata="([^"]+)"/.exec(challenge) ?? [];
    const { body: resource, response } = await get(new URL(metadata).pathname);
    expect(resource).toMatchObject({
      resource: `${origin}/api/mcp`,
      authorization_servers: [`${origin}/api/auth`],
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect((await get("/.well-known/oauth-protected-resource")).body).toEqual(resource);
    const { body: server } = await get("/.well-known/oauth-authorization-server/api/auth");
    expect(server).toMatchObject({
      issuer: `${origin}/api/auth`,
      code_challenge_methods_supported: ["S256"],
      client_id_metadata_document_supported: true,
    });
    expect((await get("/.well-known/oauth-authorization-server")).body).toEqual(server);
    const asked = { method: "OPTIONS", headers: { origin: "http://localhost:6274" } };
    for (const path of ["/api/auth/oauth2/token", "/api/mcp"]) {
      const { response: allowed } = await get(path, asked);
      expect(allowed.status).toBe(204);
      expect(allowed.headers.get("access-control-allow-origin")).toMatch(
        /^(\*|http:\/\/localhost:6274)$/,
      );
    }
    expect((await raw("sk_nonsense")).headers.get("www-authenticate")).toContain("invalid_token");
  });
});

describe("the way to the consent", () => {
  const CHALLENGE = createHash("sha256").update("v".repeat(50)).digest("base64url");
  const newlyRegistered = async (redirect_uris: string[]) =>
    (await post("register", { redirect_uris, token_endpoint_auth_method: "none" })).body;
  const authorize = (query: Record<string, string>, cookie = "") => {
    const all: Record<string, string> = {
      response_type: "code",
      code_challenge: CHALLENGE,
      code_challenge_method: "S256",
      ...query,
    };
    return get(`/api/auth/oauth2/authorize?${new URLSearchParams(all)}`, { headers: { cookie } });
  };
  const ledTo = ({ response }: { response: Response }) =>
    new URL(response.headers.get("location") ?? "", origin);

  it("leads to no address that was not registered, but to any port of this machine", async () => {
    const { client_id } = await newlyRegistered(["http://127.0.0.1/cb"]);
    for (const redirect_uri of [
      "https://evil.example/cb",
      "http://127.0.0.1/other",
      "http://127.0.0.1@evil.example/cb",
    ]) {
      const to = ledTo(await authorize({ client_id, redirect_uri }));
      expect(`${to.origin}${to.pathname}`).toBe(`${origin}/oauth/consent`);
      expect(to.searchParams.get("error")).toMatch(/^invalid_re/);
    }
    const to = ledTo(await authorize({ client_id, redirect_uri: "http://127.0.0.1:51234/cb" }));
    expect(to.searchParams.get("sig")).toBeTruthy();
    expect(
      ledTo(await authorize({ client_id: "nobody", redirect_uri: "http://127.0.0.1/cb" })).pathname,
    ).toBe("/oauth/consent");
  });

  it("wants a challenge by S256", async () => {
    const redirect_uri = "http://localhost/cb";
    const { client_id } = await newlyRegistered([redirect_uri]);
    for (const wrong of [{ code_challenge: "" }, { code_challenge_method: "plain" }] as Record<
      string,
      string
    >[]) {
      const to = ledTo(await authorize({ client_id, redirect_uri, ...wrong }));
      expect(to.searchParams.get("error")).toBe("invalid_request");
    }
  });

  it("believes no query that was altered, and a person may say no", async () => {
    const redirect_uri = "http://localhost/cb";
    const { client_id } = await newlyRegistered([redirect_uri]);
    const cookie = await signedIn(owner.name);
    const query = { client_id, redirect_uri, scope: "sims:read", state: "s" };
    const page = ledTo(await authorize(query, cookie)).searchParams;
    const altered = new URLSearchParams(page);
    altered.set("scope", "sims:read sims:write");
    await expect(decideOn(altered, cookie, { organizationId })).rejects.toThrow("expired");
    await expect(decideOn(page, cookie, { organizationId: "another" })).rejects.toThrow(
      "not a member",
    );
    await expect(decideOn(page, cookie, { organizationId, scopes: [] })).rejects.toThrow(
      "at least one",
    );
    const answer = await decideOn(page, cookie, { organizationId, isAllowed: false });
    expect(Object.fromEntries(answer.searchParams)).toMatchObject({
      error: "access_denied",
      state: "s",
    });
    later(11 * 60_000);
    await expect(decideOn(page, cookie, { organizationId })).rejects.toThrow("expired");
  });

  it("registers what programs really send, keeps what it was told, and forgets who was never let in", async () => {
    const cursor = [
      "cursor://anysphere.cursor-mcp/oauth/callback",
      "https://www.cursor.com/agents/mcp/oauth/callback",
      "http://localhost:8787/callback",
    ];
    const made = await newlyRegistered(cursor);
    expect(made.redirect_uris).toEqual(cursor);
    const [redirect_uri = ""] = cursor;
    const to = ledTo(await authorize({ client_id: made.client_id, redirect_uri }));
    expect(to.searchParams.get("sig")).toBeTruthy();
    const web = await post("register", {
      redirect_uris: ["https://claude.ai/api/mcp/auth_callback"],
      scope: "openid email",
      grant_types: ["authorization_code", "client_credentials"],
    });
    expect(web.body).toMatchObject({
      application_type: "web",
      grant_types: ["authorization_code"],
    });
    expect(web.body.client_secret).toBeTruthy();
    for (const uri of ["javascript:alert(1)", "http://evil.example/cb", "other://x/cb"]) {
      expect((await post("register", { redirect_uris: [uri] })).response.status).toBe(400);
    }
    const { sql } = await database();
    await sql`
      insert into public."oauthClient" (id, "clientId", "redirectUris", "createdAt")
      select 'old-' || n, 'old-' || n, '[]', now() - interval '1 day' from generate_series(1, 1005) as n`;
    await newlyRegistered(["http://localhost/cb"]);
    const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
      select count(*)::int as count from public."oauthClient" where "clientId" like 'old-%'`;
    expect(count).toBeLessThan(1000);
  });

  it("takes a client's word from the document at its address, if it is its own", async () => {
    let says: Record<string, unknown> = {};
    const host = createServer((_request, response) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(says)),
    );
    await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
    const at = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const redirect_uri = "http://127.0.0.1:3334/cb";
    const client_id = `${at}/client.json`;
    const asked = { client_id, redirect_uri };
    overrideConfig({ PORT: new URL(origin).port, SIMON_LOOPBACK_PROVIDER: "1" });
    const document = { client_id, client_name: "Document", redirect_uris: [redirect_uri] };
    for (const wrong of [
      { ...document, client_id: `${at}/other.json` },
      { ...document, client_secret: "s" },
      { ...document, redirect_uris: [] },
    ]) {
      says = wrong;
      expect((await authorize(asked)).response.status).toBe(400);
    }
    says = document;
    const person = await newOwner();
    const cookie = await signedIn(person.name);
    const page = ledTo(await authorize(asked, cookie)).searchParams;
    await decideOn(page, cookie, { organizationId });
    expect(await connectionOf(person)).toMatchObject({
      name: "Document",
      documentHost: new URL(at).host,
    });
    host.close();
  });
});

it("the clients of other makers call tools with an API key or with a token, which ends with the password", async () => {
  const { key } = await createApiKey(owner, { name: "assistant", scopes: ["sims:read"] });
  const kept = new Kept();
  const person = await newOwner();
  await letIn(kept, { by: person });
  for (const secret of [key, kept.accessToken]) {
    const headers = { authorization: `Bearer ${secret}` };
    const url = `${origin}/api/mcp`;
    const vercel = await createMCPClient({ transport: { type: "http", url, headers } });
    closing.push(vercel);
    const tools = await vercel.tools();
    const options = { toolCallId: "1", messages: [], context: {} };
    const sims = await tools.get_sim?.execute({ iccid: OURS }, options as never);
    expect(JSON.stringify(sims)).toContain("meter-1");
    const chain = new MultiServerMCPClient({ simon: { url, headers } });
    closing.push(chain);
    const tool = (await chain.getTools()).find(({ name }) => name === "get_sim");
    expect(JSON.stringify(await tool?.invoke({ iccid: OURS }))).toContain("meter-1");
  }
  const link = await resetPasswordLink(owner, person.userId);
  await redeemReset(link.path.replace("/reset/", ""), "another password");
  expect((await raw(kept.accessToken)).status).toBe(401);
});
