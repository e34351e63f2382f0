import type { Server } from "node:http";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as FirstTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import { type Actor, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { listConnectedClients } from "#domain/connected-clients/list-connected-clients.ts";
import { addMember } from "#domain/orgs/add-member.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { createSim } from "#domain/sims/testing.ts";
import { createWebServer, listen } from "../http.ts";
import { isMcp, serveMcp } from "../mcp.ts";
import { serveOAuth } from "../oauth.ts";
import type { Kept } from "./kept-client.ts";
import { type Choice, decideOn, openConsent, signedIn } from "./oauth-person.ts";

export type Person = Extract<Actor, { kind: "user" }>;
export type Connected = ReturnType<(typeof GENERATIONS)["second"]["client"]>;

/** Of the SIM in the owner's organisation and of the one in the other. */
export const OURS = "8988280666000000019";
export const THEIRS = "8988280666000000027";

const newClient = () =>
  new Client(
    { name: "test", version: "1" },
    { versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
/** The official clients. */
export const GENERATIONS = {
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
export type Generation = keyof typeof GENERATIONS;

interface LetIn extends Partial<Choice> {
  readonly by?: Person;
  readonly generation?: Generation;
  readonly search?: string;
}

/** MCP and what lets its clients in, for the calling test file; an owner of one organisation who views another too. */
export function oauthDoor() {
  let server: Server;
  let origin: string;
  let owner: Person;
  let ours: Organization;
  let theirs: Organization;
  const closing: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    server = createWebServer(
      () => (request, response) => (isMcp(request) ? serveMcp : serveOAuth)(request, response),
    );
    const port = await listen(server, 0, "127.0.0.1");
    origin = `http://127.0.0.1:${port}`;
    overrideConfig({ PORT: String(port) });
    [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
    owner = await newMember(ours, "owner");
    await addMember(systemActor(theirs), { email: owner.name, role: "viewer" });
    const plain = { status: "active", tags: [] } as const;
    await createSim(systemActor(ours), { iccid: OURS, label: "meter-1", ...plain }, new Date());
    await createSim(systemActor(theirs), { iccid: THEIRS, ...plain }, new Date());
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(async () => {
    await Promise.all(closing.map((client) => client.close()));
    server.close();
    overrideConfig({});
  });

  /** The person opens what the client sent them to, and decides; the client gets the answer. */
  async function finish(
    kept: Kept,
    by: Person,
    transport: StreamableHTTPClientTransport,
    generation: Generation = "second",
    choice: Partial<Choice> = {},
  ) {
    const cookie = await signedIn(by.name);
    const page = await openConsent(kept.sentTo ?? "", cookie);
    const answer = await decideOn(page, cookie, { organizationId: ours.id, ...choice });
    expect(answer.searchParams.get("iss")).toBe(`${origin}/api/auth`);
    const code = answer.searchParams.get("code") ?? "";
    await transport.finishAuth((generation === "second" ? answer.searchParams : code) as never);
  }

  /** Through it all: refused, registered, let in by a person, and connected. */
  async function letIn(
    kept: Kept,
    { by = owner, generation = "second", search = "", ...choice }: LetIn = {},
  ): Promise<Connected> {
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

  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(origin + path, { redirect: "manual", ...init });
    return { response, body: await response.json().catch(() => null) };
  };

  return {
    /** What is known once the tests run. */
    get at() {
      return { origin, owner, ours, theirs };
    },
    closing,
    finish,
    letIn,
    get,
    newMember: (role: Person["role"] = "owner") => newMember(ours, role),
    post: (path: string, body: object | URLSearchParams) =>
      get(`/api/auth/oauth2/${path}`, {
        method: "POST",
        ...(body instanceof URLSearchParams
          ? { body }
          : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      }),
    /** A request of a client that is no client: only the token counts. */
    raw: (token: string, message: object = { method: "tools/list" }, search = "") =>
      fetch(`${origin}/api/mcp${search}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, ...message }),
      }),
    /** The one client that the person has let in. */
    async connectionOf({ name }: { readonly name: string }) {
      const connections = await listConnectedClients(owner);
      const [one, ...others] = connections.filter(({ email }) => email === name);
      if (!one || others.length > 0) throw new Error(`${name} has not let in one client`);
      return one;
    },
  };
}

export const simOf = (client: Connected, iccid = OURS) =>
  client.callTool({ name: "get_sim", arguments: { iccid } });
export const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
export const scopesIn = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).scope.split(" ");
