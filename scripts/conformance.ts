import { parseArgs } from "node:util";
import { startCredentialProxy } from "#mcp-server/conformance/credential-proxy.ts";
import { canInspect, inspect } from "#mcp-server/conformance/inspect.ts";
import { type Outcome, REQUIREMENT_SETS, runSuite } from "#mcp-server/conformance/suite.ts";
import { MCP_PATH } from "#mcp-server/path.ts";
import { startThrowawaySimon } from "./throwaway-simon.ts";

const USAGE = `npm run conformance [-- --url URL]

The official suite of MCP, both revisions, and the official inspector in strict mode, both eras, against Simon with its
demo in a folder of its own. --url takes one that runs, with the key of SIMON_API_KEY.`;

const { values } = parseArgs({ options: { url: { type: "string" }, help: { type: "boolean" } } });
if (values.help) console.log(USAGE);
else process.exitCode = (await main(values.url)) ? 0 : 1;

async function main(url: string | undefined): Promise<boolean> {
  const apiKey = process.env.SIMON_API_KEY;
  if (url && !apiKey) throw new Error("Say with which key: SIMON_API_KEY.");
  const simon = url && apiKey ? { url, apiKey, stop: async () => {} } : await startThrowawaySimon();
  const proxy = await startCredentialProxy(simon.url, simon.apiKey);
  try {
    return await check(`${proxy.origin}${MCP_PATH}`);
  } finally {
    proxy.close();
    await simon.stop();
  }
}

async function check(endpoint: string): Promise<boolean> {
  const outcomes: boolean[] = [];
  for (const set of REQUIREMENT_SETS) {
    outcomes.push(tell(`Requirements of ${set}`, await runSuite(endpoint, set)));
  }
  if (await canInspect()) {
    outcomes.push(tell("Inspector, strict", await inspect(endpoint)));
  } else {
    console.log("\nInspector: NOT RUN, npm could not download it.");
  }
  return outcomes.every(Boolean);
}

function tell(what: string, { isPassed, report }: Outcome): boolean {
  console.log(`\n${what}: ${isPassed ? "passed" : "FAILED"}\n${report}`);
  return isPassed;
}
