import { onceProvider } from "#connectors/once/once-provider.ts";
import type { Provider } from "#connectors/provider.ts";
import type { ProviderReads } from "#connectors/provider-reads.ts";
import { accountOf, type StoredConnection } from "./connection.ts";
import { openSecret } from "./credential-key.ts";

export const CANNOT_OPEN =
  "The secret of the connection cannot be read: it was stored with another secret of this installation. Enter the credentials again, in Settings, Connection.";

type Options = Pick<
  Parameters<typeof onceProvider>[0],
  "awaitTurn" | "retryMs" | "timeoutMs" | "orderSettlesMs"
>;

/** The provider behind a connection; null when its secret cannot be read here. */
export async function openProvider(
  connection: StoredConnection,
  options: Options = {},
): Promise<(Provider & { readonly reads: ProviderReads }) | null> {
  const { id, organization_id, base_url: baseUrl, client_id: clientId } = connection;
  const clientSecret = await openSecret(connection.secret, {
    organizationId: organization_id,
    connectionId: id,
    baseUrl,
    clientId,
  });
  if (clientSecret === null) return null;
  const callsPerSecond = connection.calls_per_second;
  const account = accountOf(connection);
  return onceProvider({ baseUrl, clientId, clientSecret, account, callsPerSecond, ...options });
}
