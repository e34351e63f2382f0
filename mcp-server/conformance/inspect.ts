import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Outcome } from "./suite.ts";

/** No dependency of ours, for its 110 MB. */
const INSPECTOR = "@modelcontextprotocol/inspector@2.12.0";
const DOWNLOAD_TIMEOUT_MS = 300_000;
const ERAS = ["legacy", "modern"] as const;

const ASKED: readonly (readonly string[])[] = [
  ["--method", "initialize"],
  ["--method", "tools/list", "--strict"],
  ["--method", "resources/list"],
  ["--method", "resources/read", "--uri", "fleet://catalogue"],
  ["--method", "prompts/list"],
  ["--method", "tools/call", "--tool-name", "list_sims", "--tool-args-json", '{"limit":2}'],
];

/** Whether npm could give the inspector: it is downloaded when it is not there. */
export async function canInspect(): Promise<boolean> {
  return inspector(["--help"], DOWNLOAD_TIMEOUT_MS).then(
    () => true,
    () => false,
  );
}

/** The official inspector's command on every list, in strict mode, in both protocol eras. */
export async function inspect(endpoint: string): Promise<Outcome> {
  const lines: string[] = [];
  let isPassed = true;
  for (const era of ERAS) {
    for (const asked of ASKED) {
      const options = ["--transport", "http", "--protocol-era", era, "--format", "json", ...asked];
      const failure = await inspector(["--cli", endpoint, ...options]).then(
        () => null,
        ({ code, stderr }) => `exit code ${code}: ${String(stderr).slice(-1_000)}`,
      );
      isPassed &&= failure === null;
      lines.push(`${failure === null ? "✓" : "✗"} ${era} ${asked.join(" ")}`);
      if (failure !== null) lines.push(failure);
    }
  }
  return { isPassed, report: lines.join("\n") };
}

function inspector(options: readonly string[], timeoutMs = 60_000) {
  return promisify(execFile)("npx", ["-y", "-p", INSPECTOR, "mcp-inspector", ...options], {
    timeout: timeoutMs,
    maxBuffer: Number.POSITIVE_INFINITY,
  });
}
