// npm run bench -- [NAME]: one benchmark, on a throwaway Postgres where it needs one; without a name, what there is.
import { spawnSync } from "node:child_process";

const BENCHES: Readonly<
  Record<string, { readonly says: string; readonly needsPostgres: boolean }>
> = {
  rest: { says: "REST against the bare database, at 100,000 SIMs", needsPostgres: true },
  mcp: { says: "tools/call against a bare server of the same SDK; tokens", needsPostgres: true },
  planner: { says: "reading a question, at 1,000 and 100,000 SIMs", needsPostgres: true },
  import: { says: "a file of 100,000 SIMs, loaded twice", needsPostgres: false },
  changes: { says: "a change of 10,000 SIMs at a bad provider", needsPostgres: true },
  calls: { says: "calls to the provider against the fewest that would do", needsPostgres: true },
  day: { says: "a day of 10,000 SIMs with faults and changes at both ends", needsPostgres: true },
  stream: { says: "records that a provider pushes, 3,000 a delivery", needsPostgres: true },
  pace: { says: "how fast a change of 800 SIMs goes, embedded", needsPostgres: false },
  forecast: { says: "forecasts against R's ets, and Prophet's speed", needsPostgres: false },
  nightly: {
    says: "the analysis of 100,000 SIMs against a bare read and COPY",
    needsPostgres: true,
  },
  anomalies: { says: "planted incidents found, and the isolation forest", needsPostgres: false },
  web: { says: "first-load JavaScript and Lighthouse of each page", needsPostgres: false },
  streaming: {
    says: "how long an answer that streams into 300 messages holds up the browser",
    needsPostgres: false,
  },
  tokens: { says: "what a language model reads before an answer", needsPostgres: false },
};

const [name = "", ...rest] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  const command = [process.execPath, `bench/${name}.ts`, ...rest];
  const [program = "", ...args] = bench.needsPostgres
    ? ["bash", "scripts/postgres-for-tests.sh", ...command]
    : command;
  process.exitCode = spawnSync(program, args, { stdio: "inherit" }).status ?? 1;
} else {
  for (const [each, { says }] of Object.entries(BENCHES))
    console.log(`npm run bench -- ${each.padEnd(8)} ${says}`);
  process.exitCode = name === "" ? 0 : 1;
}
