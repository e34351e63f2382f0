// npx simon doctor: checks configuration, machine, database, provider and model, and says what to do.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, config, overrideConfig } from "#core/config.ts";
import { closeDatabase } from "#db/database.ts";
import { checkDatabase } from "./check-database.ts";
import { checkMachine } from "./check-machine.ts";
import { checkModels } from "./check-models.ts";
import { checkProviders } from "./check-providers.ts";
import { type Finding, good } from "./finding.ts";

const SIGNS = { good: "✓", notice: "!", bad: "✗" } as const;

const findings: Finding[] = [];
try {
  await examine();
} finally {
  await closeDatabase();
}
const count = findings.filter(({ state }) => state === "bad").length;
console.log(count === 0 ? "\nNothing is in the way.\n" : `\n${count} to mend.\n`);
process.exitCode = count === 0 ? 0 : 1;

async function examine(): Promise<void> {
  try {
    config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return tell([
      { state: "bad", what: error.message, advice: "Each variable is explained in .env.example." },
    ]);
  }
  overrideConfig({ LOG_LEVEL: "silent" }); // what is found is said in sentences
  const machine = checkMachine();
  tell([good("The configuration can be read"), ...machine, ...(await checkModels())]);
  const { database, dataDir } = config();
  if (database.kind === "embedded" && machine.some(({ state }) => state === "bad")) return;
  if (database.kind === "embedded" && !existsSync(join(dataDir, "pg"))) {
    return tell([good("The embedded database is made at the first start")]);
  }
  const found = await checkDatabase();
  tell(found);
  if (found.every(({ state }) => state === "good" || state === "notice") && isMigrated(found))
    tell(await checkProviders());
}

function isMigrated(found: readonly Finding[]): boolean {
  return !found.some(({ what }) => what.includes("migrations have not run"));
}

function tell(found: readonly Finding[]): void {
  for (const finding of found) {
    console.log(`${SIGNS[finding.state]} ${finding.what}`);
    if (finding.state !== "good") console.log(`    ${finding.advice}`);
  }
  findings.push(...found);
}
