// npm run fleet -- --file FILE --seed N --days D --now ISO [--sims N] [--replace]
import { parseArgs } from "node:util";
import { fleetNow } from "#core/clock.ts";
import { config } from "#core/config.ts";
import { Invalid } from "#core/errors.ts";
import { closeDatabase, database } from "#db/database.ts";
import { explainCommand } from "#db/explain-command.ts";
import { migrate } from "#db/migrate.ts";
import { ensureDemoAccount } from "#domain/auth/demo-account.ts";
import { readDemoFile } from "#domain/auth/demo-file.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { DEMO_DAYS, DEMO_SEED, progressLine } from "./demo.ts";
import { generateFleet } from "./generate.ts";
import { groundTruthFile } from "./ground-truth.ts";
import { DEFAULT_VOCABULARY, readVocabulary } from "./vocabulary.ts";

const USAGE = `Make a demo fleet. The same arguments give the same rows.

  npm run fleet -- [--file FILE] [--seed N] [--days D] [--now ISO] [--sims N] [--replace]

  --file FILE   the fleet's vocabulary (default: db/fleet/demo-fleet.json; yours has the same shape)
  --seed N      another number, another fleet (default: ${DEMO_SEED})
  --days D      full days of records before the one of --now (default: ${DEMO_DAYS})
  --now ISO     the instant the fleet is made for (default: SIMON_NOW, else this moment)
  --sims N      SIMs of each organisation (default: as the file says)
  --replace     first remove the fleet that these organisations have; safe while Simon runs`;

try {
  await main();
} catch (error) {
  console.error(`\n${explainCommand(error, USAGE)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function main(): Promise<void> {
  const choice = readArguments();
  if (choice.help) {
    console.log(USAGE);
    return;
  }
  const vocabulary = await readVocabulary(choice.file);
  await migrate(await database());
  await migrateAuth();
  for (const { name, sims } of vocabulary.organizations) {
    const startedAt = performance.now();
    const organization = await ensureOrganization(name);
    const { usageRows } = await generateFleet({
      ...choice,
      vocabulary,
      organization,
      sims: choice.sims ?? sims,
      onProgress: (progress) => console.log(progressLine(progress)),
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${name} is ready: ${usageRows.toLocaleString("en-GB")} usage records in ${seconds} s.`,
    );
    console.log(`Its planted incidents: ${groundTruthFile(name)}`);
  }
  await pointDemoAt(vocabulary.organizations[0]?.name);
}

/** The demo account moves to the file's first organisation, and `demo.json` with it. */
async function pointDemoAt(organization: string | undefined): Promise<void> {
  if (!config().demo || !organization) return;
  const kept = await readDemoFile();
  const url = kept?.url ?? config().publicUrl ?? `http://${config().host}:${config().port}`;
  await ensureDemoAccount({ url, organization });
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      file: { type: "string", default: DEFAULT_VOCABULARY },
      seed: { type: "string", default: String(DEMO_SEED) },
      days: { type: "string", default: String(DEMO_DAYS) },
      now: { type: "string" },
      sims: { type: "string" },
      replace: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return {
    file: values.file,
    help: values.help,
    replace: values.replace,
    seed: wholeNumber("--seed", values.seed),
    days: wholeNumber("--days", values.days),
    sims: values.sims === undefined ? undefined : wholeNumber("--sims", values.sims),
    now: values.now === undefined ? fleetNow() : new Date(values.now),
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Invalid(`${name} must be a whole number, not "${text}".`);
}
