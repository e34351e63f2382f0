// npm run eval -- tools: does the configured model choose the expected tool, with the expected input?
import { parseArgs } from "node:util";
import { fleetAgent } from "#agent/loop.ts";
import type { Actor } from "#core/actor.ts";
import { config, overrideConfig } from "#core/config.ts";
import { closeDatabase } from "#db/database.ts";
import { DEFAULT_VOCABULARY } from "#db/fleet/vocabulary.ts";
import { asReader } from "#db/guard.ts";
import { EVAL_NOW, evalFleet, fleetFolder } from "../eval-fleet.ts";
import { type Chosen, missOf, readRequests } from "./requests.ts";

const LEAST = 0.9;
/** Reading what the fleet's words are is no choice yet. */
const LOOKS_UP = "read_catalogue";

export async function runToolEvals(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: "string", default: "evals/tools/requests.jsonl" },
      model: { type: "string" },
      seed: { type: "string", default: "7" },
      "data-dir": { type: "string", default: ".simon/evals" },
    },
  });
  const choice = { file: DEFAULT_VOCABULARY, seed: Number(values.seed) };
  overrideConfig({
    SIMON_DATA_DIR: await fleetFolder(values["data-dir"], choice),
    SIMON_NOW: EVAL_NOW.toISOString(),
    SIMON_DEMO: "0",
    ...(values.model && { SIMON_MODEL: values.model }),
  });
  try {
    const actor = await evalFleet(choice);
    const requests = await readRequests(values.requests, await namesOf(actor));
    let right = 0;
    for (const { id, request, expect } of requests) {
      const miss = missOf(expect, await choiceFor(actor, request));
      if (miss === null) right++;
      else console.log(`${id} “${request}”: ${miss.slice(0, 300)}`);
    }
    const share = right / requests.length;
    console.log(
      `\n${right} of ${requests.length} (${(share * 100).toFixed(1)} %) chose as expected, ${config().model.names.join(", ")}`,
    );
    if (share < LEAST) process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

/** The tool that the answer of the chat's agent comes from: the last, since it may have to find a SIM first. A change is proposed to the throwaway fleet, and decided on by nobody. */
async function choiceFor(actor: Actor, request: string): Promise<Chosen | null> {
  const { agent } = await fleetAgent(actor, { zone: "UTC", question: request, isKept: true });
  const { steps } = await agent.generate({ prompt: request });
  const last = steps
    .flatMap(({ toolCalls }) => toolCalls)
    .findLast(({ toolName }) => toolName !== LOOKS_UP);
  return last ? { tool: last.toolName, input: last.input } : null;
}

/** An active SIM whose name is its own. */
async function namesOf(actor: Actor): Promise<Record<string, string>> {
  const [row] = await asReader(
    actor,
    (sql) => sql<{ sim: string; device: string }[]>`
      select iccid as sim, label as device from sims s
      where status = 'active' and (select count(*) from sims o where o.label = s.label) = 1
      order by iccid limit 1 offset 5`,
  );
  if (!row) throw new Error("the fleet has no active SIM");
  return { ...row };
}
