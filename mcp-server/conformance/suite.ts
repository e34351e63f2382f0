import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const REQUIREMENT_SETS = ["2025-11-25", "2026-07-28"] as const;
export type RequirementSet = (typeof REQUIREMENT_SETS)[number];

export interface Outcome {
  readonly isPassed: boolean;
  /** What the suite says at its end. */
  readonly report: string;
}

const SUITE = fileURLToPath(import.meta.resolve("@modelcontextprotocol/conformance/dist/index.js"));
const TIMEOUT_MS = 300_000;

/** All that a revision requires of a server, but for what the baseline beside this file excuses. */
export async function runSuite(endpoint: string, set: RequirementSet): Promise<Outcome> {
  const baseline = fileURLToPath(new URL(`${set}.yml`, import.meta.url));
  const options = ["--url", endpoint, "--requirements", set, "--expected-failures", baseline];
  const run = promisify(execFile)(process.execPath, [SUITE, "server", ...options], {
    timeout: TIMEOUT_MS,
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return run.then(
    ({ stdout }) => ({ isPassed: true, report: endOf(stdout) }),
    ({ stdout, stderr }) => ({ isPassed: false, report: endOf(`${stdout}${stderr}`) }),
  );
}

function endOf(output: string): string {
  const start = output.indexOf("=== SUMMARY ===");
  return start < 0 ? output.slice(-4_000) : output.slice(start);
}
