import {
  CAPABILITIES,
  type Capabilities,
  type Provider,
  ProviderError,
} from "#connectors/provider.ts";
import { processWide } from "#core/process-state.ts";
import { accountOf, type StoredConnection } from "#domain/connections/connection.ts";
import { CANNOT_OPEN, openProvider } from "#domain/connections/open-provider.ts";
import { awaitTurn } from "./await-turn.ts";

interface Kept {
  readonly version: string;
  readonly provider: Promise<Provider>;
}

const keptProviders = () => processWide("connected-providers", () => new Map<string, Kept>());

/** The provider behind a connection, made once in this process until its credentials change. */
export function connectedProvider(connection: StoredConnection): Promise<Provider> {
  const version = Buffer.from(connection.secret).toString("base64"); // sealed: never the same twice
  const kept = keptProviders().get(connection.id);
  if (kept?.version === version) return kept.provider;
  const provider = opened(connection);
  keptProviders().set(connection.id, { version, provider });
  provider.catch(() => keptProviders().delete(connection.id));
  return provider;
}

async function opened(connection: StoredConnection): Promise<Provider> {
  const provider = await openProvider(connection, {
    awaitTurn: (signal) => awaitTurn(connection, signal),
  });
  return provider ?? unusable(connection);
}

/** Says at every turn why it can do nothing. */
function unusable(connection: StoredConnection): Provider {
  const refuse = async () => {
    throw new ProviderError("rejected", CANNOT_OPEN);
  };
  const answers = CAPABILITIES.map((capability) => [capability, CANNOT_OPEN]);
  return {
    account: accountOf(connection),
    callsPerSecond: connection.calls_per_second,
    capabilities: Object.fromEntries(answers) as Capabilities,
    callsFor: () => 1,
    perform: refuse,
    canVerify: () => false,
    verify: refuse,
  };
}
