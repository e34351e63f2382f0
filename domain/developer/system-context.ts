import type { Actor } from "#core/actor.ts";
import { type Config, config } from "#core/config.ts";
import { database } from "#db/database.ts";
import { asReader } from "#db/guard.ts";
import { requireDeveloper } from "./require-developer.ts";

interface ViewColumns {
  readonly view: string;
  /** `iccid text`, in their order. */
  readonly columns: string[];
}

/** The views that questions read. @throws Forbidden */
export async function readSchema(actor: Actor): Promise<ViewColumns[]> {
  requireDeveloper(actor);
  return asReader(
    actor,
    (sql) => sql<ViewColumns[]>`
      select table_name as view,
        array_agg(column_name || ' ' || data_type order by ordinal_position) as columns
      from information_schema.columns where table_schema = 'fleet'
      group by table_name order by table_name`,
  );
}

/** What runs here. @throws Forbidden */
export async function readVersions(actor: Actor) {
  requireDeveloper(actor);
  const { sql } = await database();
  const [row] = await sql<{ version: string }[]>`
    select split_part(version(), ' on ', 1) as version`;
  return {
    node: process.version,
    environment: config().environment,
    database: `${row?.version ?? "unknown"}, ${config().database.kind}`,
  };
}

/** By name, so that a new setting is not told before somebody says so. */
const TOLD = [
  "environment",
  "host",
  "port",
  "demo",
  "worker",
  "emulator",
  "loopbackProvider",
  "callLimits",
  "personLimits",
  "maxUploadBytes",
  "logLevel",
  "developerTools",
] as const satisfies readonly (keyof Config)[];

/** Settings; of secrets only whether they are set. @throws Forbidden */
export function readConfiguration(actor: Actor): Record<string, unknown> {
  requireDeveloper(actor);
  const settings = config();
  const { fleetNow, publicUrl, metricsPort, model, secret, metricsToken, mcpApiKey } = settings;
  const isSet = (value: unknown) => (value === undefined ? "not set" : "set");
  return {
    ...Object.fromEntries(TOLD.map((name) => [name, settings[name]])),
    fleetNow: fleetNow?.toISOString() ?? null,
    publicUrl: publicUrl ?? null,
    metricsPort: metricsPort ?? null,
    database: settings.database.kind,
    models: model.names,
    modelTimeoutMs: model.timeoutMs,
    secrets: {
      secret: isSet(secret),
      metricsToken: isSet(metricsToken),
      mcpApiKey: isSet(mcpApiKey),
      modelKey: isSet(model.apiKey ?? model.openaiApiKey ?? model.anthropicApiKey),
    },
  };
}
