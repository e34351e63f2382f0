import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { Forbidden, Upstream } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { issuer, mcpResourceAt } from "#domain/auth/oauth/addresses.ts";
import { registerOwnClient, tokenOfPerson } from "#domain/auth/oauth/token-of-person.ts";
import { forgetClient } from "./forget-client.ts";

const TIMEOUT_MS = 15_000;
const CLIENT = { name: "Simon's own test of the connection", version: "1" };

export interface TestedConnection {
  readonly url: string;
  readonly server: string;
  /** The protocol's version that both agreed on. */
  readonly protocol: string;
  readonly tools: number;
  /** From the first request to the list of tools, the way in not counted. */
  readonly durationMs: number;
}

const Challenge = z.string().regex(/resource_metadata="http/);

/**
 * Connects as a client of the person would: refused first, let in by OAuth, at the endpoint's own address over the
 * network, and forgotten afterwards.
 *
 * @throws Upstream where the address does not lead here or something on the way is missing
 */
export async function testConnection(actor: Actor, headers: Headers): Promise<TestedConnection> {
  if (actor.kind !== "user") throw new Forbidden("Only a signed-in person may do this.");
  const url = mcpResourceAt(headers.get("host"));
  await expectChallenge(url);
  await expectMetadata(url);
  const clientId = await registerOwnClient(headers, CLIENT.name);
  try {
    const token = await tokenOfPerson(actor, headers, clientId);
    return { url, ...(await callAs(token, url)) };
  } finally {
    await forgetClient(actor, clientId, CLIENT.name);
  }
}

async function expectChallenge(url: string): Promise<void> {
  const refused = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause) => {
    throw new Upstream(`${url} cannot be reached from here: check SIMON_URL and the proxy.`, {
      cause,
    });
  });
  await refused.body?.cancel();
  const isChallenge = Challenge.safeParse(refused.headers.get("www-authenticate")).success;
  if (refused.status !== 401 || !isChallenge) {
    throw new Upstream(`${url} answers with HTTP ${refused.status}, and not as Simon does.`);
  }
}

/** Where clients look first; a proxy that keeps these to itself is the commonest reason why they cannot sign in. */
async function expectMetadata(url: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  const issued = new URL(issuer());
  for (const address of [
    `${origin}/.well-known/oauth-protected-resource${pathname}`,
    `${issued.origin}/.well-known/oauth-authorization-server${issued.pathname}`,
  ]) {
    const found = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
      (cause) => {
        throw new Upstream(`${address} cannot be reached from here.`, { cause });
      },
    );
    const type = found.headers.get("content-type") ?? "";
    await found.body?.cancel();
    if (found.ok && type.includes("json")) continue;
    throw new Upstream(`${address} is not answered by Simon: let the proxy pass /.well-known/ on.`);
  }
}

async function callAs(token: string, url: string): Promise<Omit<TestedConnection, "url">> {
  const client = new Client(CLIENT, { versionNegotiation: { mode: "auto" } });
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  const startedAt = performance.now();
  try {
    await client.connect(transport, { timeout: TIMEOUT_MS });
    const { tools } = await client.listTools({}, { timeout: TIMEOUT_MS });
    const { title, name = "", version = "" } = client.getServerVersion() ?? {};
    return {
      server: `${title ?? name} ${version}`,
      protocol: client.getNegotiatedProtocolVersion() ?? "",
      tools: tools.length,
      durationMs: performance.now() - startedAt,
    };
  } catch (cause) {
    log().warn({ err: cause, url }, "the test of the MCP connection failed");
    throw new Upstream(`${url} was reached, but did not answer as an MCP server.`, { cause });
  } finally {
    await client.close();
  }
}
