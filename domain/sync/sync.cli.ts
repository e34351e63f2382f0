// npm run sync: reads from the providers now, instead of waiting for the hour.
import { parseArgs } from "node:util";
import { systemActor } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import { closeDatabase, database } from "#db/database.ts";
import { explainCommand } from "#db/explain-command.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { organizationsNamed } from "#domain/orgs/organizations-named.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { NAME_OF_KIND, SYNC_KINDS, type SyncKind } from "./kinds.ts";
import { syncOrganization, type Turn } from "./sync-organization.ts";

const USAGE = `Reads what the providers know of the fleets: the list of SIMs, quotas, usage and prices.

  npm run sync [-- --organization NAME] [--only ${SYNC_KINDS.join("|")}]

Without --organization, of all that are connected. Ctrl-C stops it; the next run goes on from there.
Exit code: 0 where all was read, else 1.`;

const stopping = new AbortController();
process.on("SIGINT", () => stopping.abort());
process.on("SIGTERM", () => stopping.abort());

try {
  await main();
} catch (error) {
  console.error(explainCommand(error, USAGE));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organization: { type: "string" },
      only: { type: "string", multiple: true },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(USAGE);
  const kinds = values.only?.map(toKind) ?? SYNC_KINDS;
  await migrate(await database());
  await migrateAuth();
  for (const organization of await organizationsNamed(values.organization))
    await sync(organization, kinds);
}

async function sync(organization: Organization, kinds: readonly SyncKind[]): Promise<void> {
  const actor = systemActor(organization, "npm run sync");
  const provider = await providerOf(actor);
  if (!provider.reads) return console.log(`${organization.name}: connected to no provider.`);
  console.log(`${organization.name}:`);
  let left = kinds;
  while (left.length > 0 && !stopping.signal.aborted) {
    const turn = await syncOrganization(actor, provider, { kinds: left, signal: stopping.signal });
    tell(turn);
    left = turn.isLeft ? left.filter((kind) => !isOver(turn, kind)) : [];
  }
}

function isOver({ results, failed }: Turn, kind: SyncKind): boolean {
  const result = results[kind];
  return kind in failed || (result !== undefined && result.outcome !== "partial");
}

function tell({ results, failed }: Turn): void {
  for (const [kind, { calls, outcome, counts }] of Object.entries(results)) {
    const did = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    const told = [`${calls} ${calls === 1 ? "call" : "calls"}`, ...did].join(", ");
    console.log(`  ${NAME_OF_KIND[kind as SyncKind]}: ${outcome} (${told})`);
  }
  for (const [kind, reason] of Object.entries(failed)) {
    console.error(`  ${NAME_OF_KIND[kind as SyncKind]}: ${reason}`);
    process.exitCode = 1;
  }
}

function toKind(name: string): SyncKind {
  const kind = SYNC_KINDS.find((known) => known === name);
  if (!kind) throw new NotFound(`--only: “${name}” is none of ${SYNC_KINDS.join(", ")}.`);
  return kind;
}
