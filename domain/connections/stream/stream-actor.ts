import { timingSafeEqual } from "node:crypto";
import { type Actor, systemActor } from "#core/actor.ts";
import { Unauthenticated } from "#core/errors.ts";
import { readAsActor } from "#db/guard.ts";
import { hashOfPassword } from "./renew-stream.ts";
import { parseStreamAddress } from "./stream-address.ts";

const NOBODY = Buffer.alloc(32);

interface StreamRow {
  readonly id: string;
  readonly stream_user: string;
  readonly stream_password_hash: Uint8Array;
}

/**
 * Who pushes: the connection's organisation, for whoever has the connection's own user name and password.
 * An unknown address, a wrong name and a wrong password take the same way to the same answer.
 *
 * @throws Unauthenticated
 */
export async function streamActor(
  address: string,
  authorization: string | null,
): Promise<{ readonly actor: Actor; readonly connectionId: string }> {
  const given = basicOf(authorization);
  const parsed = parseStreamAddress(address);
  const actor = systemActor({ id: parsed?.organizationId ?? "nobody", name: "" }, "Data Streamer");
  const [row] = await readAsActor(
    actor,
    (sql) => sql<StreamRow[]>`
      select id, stream_user, stream_password_hash from store.connections
      where id = ${parsed?.connectionId ?? ""} and state = 'connected'
        and stream_password_hash is not null`,
  );
  const user = hashOfPassword(row?.stream_user ?? "");
  const isUser = timingSafeEqual(hashOfPassword(given.user), user);
  const password = row?.stream_password_hash ?? NOBODY;
  const isPassword = timingSafeEqual(hashOfPassword(given.password), password);
  if (!row || !isUser || !isPassword) {
    throw new Unauthenticated("The user name or the password of this stream is not right.");
  }
  return { actor, connectionId: row.id };
}

function basicOf(header: string | null): { readonly user: string; readonly password: string } {
  const match = /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? "");
  const text = Buffer.from(match?.[1] ?? "", "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 0) return { user: "", password: "" };
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
