import { z } from "zod";
import { database } from "#db/database.ts";
import { auth } from "../auth.ts";
import { CLIENT_IP_HEADER } from "../client-ip.ts";
import { translateLostDatabase } from "../lost-database.ts";
import { issuer, mcpResourceAt } from "./addresses.ts";
import { GRANTABLE, LASTING } from "./grantable-scopes.ts";
import { registrationOf } from "./registration-body.ts";
import { ensureResources } from "./resources.ts";
import { tidyClients } from "./tidy-clients.ts";

interface Posted {
  readonly headers: Headers;
  readonly body: string;
}

/** Exchanges a code or a refresh token: RFC 6749, with PKCE. @throws SimonError */
export function tokenRequest(posted: Posted): Promise<Response> {
  return forward("token", posted);
}

/** Ends a refresh token: RFC 7009. @throws SimonError */
export function revocationRequest(posted: Posted): Promise<Response> {
  return forward("revoke", posted);
}

const Registered = z.looseObject({ client_id: z.string() });

/** Registers a client: RFC 7591. @throws SimonError */
export async function registrationRequest({ headers, body }: Posted): Promise<Response> {
  const registration = registrationOf(parse(body));
  if (!registration) {
    return refusal("invalid_redirect_uri", "redirect_uris must be a list of addresses.");
  }
  const response = await forward("register", {
    headers,
    body: JSON.stringify(registration.body),
  });
  if (response.status !== 201) return response;
  await tidyClients();
  const { redirectUris } = registration;
  if (!redirectUris) return response;
  const made = Registered.parse(await response.json());
  const { sql } = await database();
  await sql`
    update public."oauthClient" set "redirectUris" = ${sql.json([...redirectUris])}
     where "clientId" = ${made.client_id}`;
  return Response.json({ ...made, redirect_uris: redirectUris }, { status: 201 });
}

/**
 * The beginning: a browser comes from a client. It is led to our page of consent, always, since a client
 * may be somebody else's on the same machine; unknown scopes are left out and what older clients do not say is
 * filled in.
 *
 * @throws SimonError
 */
export async function authorizationRequest(url: URL, headers: Headers): Promise<Response> {
  const query = new URLSearchParams(url.searchParams);
  const asked = query.get("scope")?.split(" ") ?? [];
  const known = GRANTABLE.filter((scope) => asked.includes(scope));
  query.set("scope", [...(known.length > 0 ? known : ["sims:read"]), LASTING].join(" "));
  if (!query.has("resource")) query.set("resource", mcpResourceAt(headers.get("host")));
  query.set("prompt", "consent");
  await ensureResources();
  const request = new Request(`${issuer()}/oauth2/authorize?${query}`, {
    headers: only(headers, ["cookie", "user-agent", CLIENT_IP_HEADER]),
  });
  return translateLostDatabase(async () => (await auth()).handler(request));
}

/** Without cookies: who calls here is a program, and what a browser would add says nothing of it. */
async function forward(path: "token" | "revoke" | "register", { headers, body }: Posted) {
  await ensureResources();
  const request = new Request(`${issuer()}/oauth2/${path}`, {
    method: "POST",
    headers: only(headers, ["content-type", "authorization", "user-agent", CLIENT_IP_HEADER]),
    body,
  });
  return translateLostDatabase(async () => (await auth()).handler(request));
}

function only(headers: Headers, names: readonly string[]): Headers {
  return new Headers(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON, so no registration either: the caller says so
  }
}

function refusal(error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status: 400 });
}
