import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { Internal } from "#core/errors.ts";
import { issuer, mcpResourceAt } from "./addresses.ts";
import { decideConsent } from "./decide-consent.ts";
import { authorizationRequest, registrationRequest, tokenRequest } from "./endpoints.ts";

/** Nothing listens here: the answer is taken from the address itself. */
const REDIRECT = "http://127.0.0.1/";
const SCOPES = ["sims:read"];

/** Registers a client of our own, as every other registers itself. @returns its id. @throws SimonError */
export async function registerOwnClient(headers: Headers, clientName: string): Promise<string> {
  const json = new Headers(headers);
  json.set("content-type", "application/json");
  const asked = {
    client_name: clientName,
    redirect_uris: [REDIRECT],
    token_endpoint_auth_method: "none",
  };
  const response = await registrationRequest({ headers: json, body: JSON.stringify(asked) });
  return (await read(response, z.object({ client_id: z.string() }))).client_id;
}

/**
 * A token for a client of our own, let in by the person who asks for it with their session: authorised as every other,
 * for reading only.
 *
 * @throws SimonError
 */
export async function tokenOfPerson(
  actor: Actor,
  headers: Headers,
  clientId: string,
): Promise<string> {
  const verifier = randomBytes(48).toString("base64url");
  const address = new URL(`${issuer()}/oauth2/authorize`);
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: REDIRECT,
    scope: SCOPES.join(" "),
    resource: mcpResourceAt(headers.get("host")),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  const opened = await authorizationRequest(address, headers);
  const page = new URL(opened.headers.get("location") ?? "", address);
  const answer = await decideConsent(actor, headers, {
    query: page.search,
    isAllowed: true,
    organizationId: actor.organizationId,
    scopes: SCOPES,
  });
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: REDIRECT,
    code: new URL(answer).searchParams.get("code") ?? "",
    code_verifier: verifier,
  });
  const form = new Headers(headers);
  form.set("content-type", "application/x-www-form-urlencoded");
  const { access_token } = await read(
    await tokenRequest({ headers: form, body: body.toString() }),
    z.object({ access_token: z.string() }),
  );
  return access_token;
}

async function read<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(await response.json());
  if (parsed.success) return parsed.data;
  throw new Internal("The authorization server did not let its own test in. Try again.", {
    cause: response.status,
  });
}
