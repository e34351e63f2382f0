import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { connectionIn } from "#domain/connections/connection.ts";
import { connectedProvider } from "./connected-provider.ts";
import { localProvider } from "./local-provider.ts";

/** Who connects the SIMs of the actor's organisation: whom it is connected to, else our own tables. */
export function providerOf(actor: Actor): Promise<Provider> {
  return asActor(actor, (sql) => providerIn(sql, actor));
}

/** As `providerOf`, in the caller's transaction, in which none of its methods may be called. */
export async function providerIn(sql: Transaction, actor: Actor): Promise<Provider> {
  const connection = await connectionIn(sql);
  return connection ? connectedProvider(connection) : localProvider(actor);
}
