import { constantTimeEqual, makeSignature } from "better-auth/crypto";
import { z } from "zod";
import type { Actor, Role, Scope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { fromDatabaseError } from "#db/errors.ts";
import { listMemberships, roleOf } from "../memberships.ts";
import { installationSecret } from "../secret.ts";
import { clientNameOf } from "./client-name.ts";
import { grantableOf } from "./grantable-scopes.ts";

export interface ConsentRequest {
  readonly clientId: string;
  readonly clientName: string;
  /** Where the answer goes: a host, or the scheme of a program on the person's machine. */
  readonly answersTo: string;
  /** The address of the document with which the client names itself; null where it only says a name. */
  readonly documentHost: string | null;
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    /** Of what the client asks for, what the person can give here. */
    readonly scopes: readonly Scope[];
  }[];
}

const Asked = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().default(""),
  exp: z.coerce.number(),
});

/**
 * What a client asks of a signed-in person, from the query that the library signed for our page.
 *
 * @throws NotFound where it was altered or is too old; Forbidden for who is not a person.
 */
export async function readConsentRequest(actor: Actor, query: string): Promise<ConsentRequest> {
  if (actor.kind !== "user") throw new Forbidden("Only a signed-in person can let a client in.");
  const asked = await verified(query);
  const client = await findClient(asked.client_id);
  const memberships = await listMemberships(actor.userId);
  const wanted = asked.scope.split(" ");
  return {
    clientId: asked.client_id,
    clientName: clientNameOf(client.name),
    answersTo: hostOf(asked.redirect_uri),
    documentHost: client.isDocument ? new URL(asked.client_id).host : null,
    organizations: memberships.map(({ organizationId, organizationName, role }) => ({
      id: organizationId,
      name: organizationName,
      role: roleOf(role),
      scopes: grantableOf(roleOf(role), wanted),
    })),
  };
}

async function verified(query: string): Promise<z.output<typeof Asked>> {
  const parameters = new URLSearchParams(query);
  const signatures = parameters.getAll("sig");
  parameters.delete("sig");
  parameters.sort();
  const asked = Asked.safeParse(Object.fromEntries(parameters));
  const expected = await makeSignature(canonical(parameters), await installationSecret());
  const isSigned = signatures.length === 1 && constantTimeEqual(signatures[0] ?? "", expected);
  if (!isSigned || !asked.success || asked.data.exp * 1000 < wallNow().getTime()) {
    throw new NotFound("This request has expired or is not complete. Start again in your client.");
  }
  return asked.data;
}

/** As the library signs it: by name, and values of one name in their order too. */
function canonical(parameters: URLSearchParams): string {
  const entries = [...parameters].sort(
    ([nameA, a], [nameB, b]) => compare(nameA, nameB) || compare(a, b),
  );
  return new URLSearchParams(entries).toString();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function findClient(clientId: string) {
  const { sql } = await database();
  const [row] = await sql<{ name: string | null; isDocument: boolean }[]>`
    select name, "clientDiscoveryId" is not null as "isDocument"
      from public."oauthClient" where "clientId" = ${clientId} and disabled is not true`.catch(
    (error) => {
      throw fromDatabaseError(error);
    },
  );
  if (!row) throw new NotFound("This client is not known here any more. Start again in it.");
  return row;
}

/** The host, or the scheme where that is a program's own. */
function hostOf(redirectUri: string): string {
  const { protocol, host } = new URL(redirectUri);
  return protocol === "https:" || protocol === "http:" ? host : `${protocol}//`;
}
