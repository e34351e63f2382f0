import type { IncomingMessage } from "node:http";
import { problem } from "#app/api/problem.ts";
import { readBounded } from "#app/api/read-text.ts";
import { isOAuthOpen } from "#domain/auth/oauth/addresses.ts";
import {
  authorizationRequest,
  registrationRequest,
  revocationRequest,
  tokenRequest,
} from "#domain/auth/oauth/endpoints.ts";
import {
  authorizationServerMetadata,
  protectedResourceMetadata,
} from "#domain/auth/oauth/metadata.ts";
import { scopesAskedAt } from "#mcp-server/asked-scopes.ts";
import { headersOf } from "./headers-of.ts";
import type { Handle } from "./http.ts";
import { sendResponse } from "./send-response.ts";

/** Anybody may send one. */
const MAX_BODY_BYTES = 16 * 1024;
const METADATA_SECONDS = 60;

/** The places where clients look: beside the resource's or the issuer's path, and at the root. */
const RESOURCE_METADATA = "/.well-known/oauth-protected-resource";
const SERVER_METADATA = "/.well-known/oauth-authorization-server";

const DOCUMENTS: Readonly<Record<string, (host: string | null) => object>> = {
  [RESOURCE_METADATA]: resourceMetadata,
  [`${RESOURCE_METADATA}/api/mcp`]: resourceMetadata,
  [SERVER_METADATA]: authorizationServerMetadata,
  [`${SERVER_METADATA}/api/auth`]: authorizationServerMetadata,
  [`/api/auth${SERVER_METADATA}`]: authorizationServerMetadata,
};
const POSTED: Readonly<Record<string, typeof tokenRequest>> = {
  "/api/auth/oauth2/token": tokenRequest,
  "/api/auth/oauth2/register": registrationRequest,
  "/api/auth/oauth2/revoke": revocationRequest,
};
const AUTHORIZE = "/api/auth/oauth2/authorize";

/** For clients that run in a page of somebody else's: nothing here goes by a cookie. */
const OPEN_TO_PAGES = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers": "authorization, content-type, mcp-protocol-version",
  "access-control-max-age": "600",
} as const;

export function isOAuth(request: IncomingMessage): boolean {
  const path = pathOf(request);
  return path === AUTHORIZE || path in DOCUMENTS || path in POSTED;
}

/** What MCP clients need of the authorization server, past Next. */
export const serveOAuth: Handle = async (incoming, outgoing) => {
  const response = await answer(incoming).catch(problem);
  await sendResponse(response, outgoing);
};

async function answer(incoming: IncomingMessage): Promise<Response> {
  const path = pathOf(incoming);
  const headers = headersOf(incoming);
  if (!isOAuthOpen()) return new Response(null, { status: 404 });
  if (path === AUTHORIZE) {
    if (incoming.method !== "GET") return notAllowed("GET");
    return authorizationRequest(new URL(incoming.url ?? "/", "http://localhost"), headers);
  }
  if (incoming.method === "OPTIONS") {
    return new Response(null, { status: 204, headers: OPEN_TO_PAGES });
  }
  const response = await answerToProgram(path, incoming, headers);
  for (const [name, value] of Object.entries(OPEN_TO_PAGES)) response.headers.set(name, value);
  return response;
}

async function answerToProgram(path: string, incoming: IncomingMessage, headers: Headers) {
  const document = DOCUMENTS[path];
  if (document) {
    if (incoming.method !== "GET" && incoming.method !== "HEAD") return notAllowed("GET, HEAD");
    return Response.json(document(headers.get("host")), {
      headers: { "cache-control": `public, max-age=${METADATA_SECONDS}`, vary: "host" },
    });
  }
  const handle = POSTED[path];
  if (!handle || incoming.method !== "POST") return notAllowed("POST");
  const announced = incoming.headers["content-length"];
  const body = await readBounded({ stream: incoming, announced }, MAX_BODY_BYTES);
  const response = await handle({ headers, body }).catch(problem);
  return new Response(response.body, response);
}

function resourceMetadata(host: string | null): object {
  return protectedResourceMetadata(host, scopesAskedAt(new URLSearchParams()));
}

function notAllowed(allow: string): Response {
  return new Response(null, { status: 405, headers: { allow } });
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?")[0]?.replace(/(?<=.)\/$/, "") ?? "/";
}
