import { z } from "zod";
import type { Actor, Scope } from "#core/actor.ts";
import { Forbidden, Internal, Invalid } from "#core/errors.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { auth } from "../auth.ts";
import { CLIENT_IP_HEADER } from "../client-ip.ts";
import { translateLostDatabase } from "../lost-database.ts";
import { issuer } from "./addresses.ts";
import { consentingFor } from "./consent-organization.ts";
import { type ConsentRequest, readConsentRequest } from "./consent-request.ts";
import { LASTING } from "./grantable-scopes.ts";

export interface ConsentDecision {
  /** What the page was opened with: what was asked, signed. */
  readonly query: string;
  readonly isAllowed: boolean;
  readonly organizationId: string;
  /** What the person left ticked. */
  readonly scopes: readonly string[];
}

/** Where the browser goes on with the answer: the client's own address, which the library has checked. */
const Answer = z.object({ url: z.string() });

/**
 * A person lets a client in, or does not. The client gets what was asked for, ticked, and within the person's
 * role today.
 *
 * @returns where the browser goes with the answer.
 * @throws SimonError
 */
export async function decideConsent(
  actor: Actor,
  headers: Headers,
  decision: ConsentDecision,
): Promise<string> {
  const request = await readConsentRequest(actor, decision.query);
  const organization = request.organizations.find(({ id }) => id === decision.organizationId);
  if (!organization) throw new Forbidden("You are not a member of this organisation.");
  const scopes = organization.scopes.filter((scope) => decision.scopes.includes(scope));
  if (decision.isAllowed && scopes.length === 0) {
    throw new Invalid("Choose at least one thing that the client may do.");
  }
  const body = {
    accept: decision.isAllowed,
    oauth_query: decision.query,
    ...(decision.isAllowed && { scope: [...scopes, LASTING].join(" ") }),
  };
  const url = await consentingFor(organization.id, () => askLibrary(headers, body));
  await record(actor, request, { ...decision, scopes, organization });
  return url;
}

async function askLibrary(headers: Headers, body: object): Promise<string> {
  const sent = new Headers({
    "content-type": "application/json",
    origin: new URL(issuer()).origin,
  });
  for (const name of ["cookie", CLIENT_IP_HEADER]) sent.set(name, headers.get(name) ?? "");
  const response = await translateLostDatabase(async () =>
    (await auth()).handler(
      new Request(`${issuer()}/oauth2/consent`, {
        method: "POST",
        headers: sent,
        body: JSON.stringify(body),
      }),
    ),
  );
  const answer = Answer.safeParse(await response.json().catch(() => null));
  if (response.ok && answer.success) return answer.data.url;
  throw new Internal("The client could not be let in. Start again in your client.", {
    cause: answer.error ?? response.status,
  });
}

/** Before the answer leaves, so that nobody is let in whom the audit log does not know. */
async function record(
  actor: Actor,
  { clientId, clientName, answersTo }: ConsentRequest,
  { isAllowed, scopes, organization }: Recorded,
): Promise<void> {
  const member = {
    ...actor,
    organizationId: organization.id,
    organizationName: organization.name,
  } as Actor;
  await withAudit(member, async () => ({
    result: undefined,
    audit: {
      action: isAllowed ? "mcp_client.granted" : "mcp_client.denied",
      resourceType: "mcp_client",
      resourceId: clientId,
      changes: { client: clientName, answers_to: answersTo, ...(isAllowed && { scopes }) },
    },
  }));
}

interface Recorded {
  readonly isAllowed: boolean;
  readonly scopes: readonly Scope[];
  readonly organization: { readonly id: string; readonly name: string };
}
