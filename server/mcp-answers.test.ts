// Every tool over MCP on a demo fleet: what it answers is what it says it answers, and not too long.
import { Ajv2020 } from "ajv/dist/2020.js";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Actor, SCOPES } from "#core/actor.ts";
import { fleetNow } from "#core/clock.ts";
import { generateFleet } from "#db/fleet/generate.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { asActor } from "#db/guard.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { carriedOut } from "#domain/changes/testing.ts";
import { fastKey, startMcp, textOf } from "./testing/mcp.ts";
import { type Facts, toolInputs } from "./testing/tool-inputs.ts";

const MAX_TOKENS = 8_000;
const HOSTILE = "龘𓀀~^|`{}".repeat(20);

let mcp: Awaited<ReturnType<typeof startMcp>>;
let key: string;
let facts: Facts;

beforeAll(async () => {
  const organization = await newOrganization();
  const owner = await newMember(organization, "owner");
  const vocabulary = await readVocabulary();
  const fleet = { vocabulary, organization, seed: 3, days: 90, now: fleetNow(), sims: 220 };
  await generateFleet(fleet);
  facts = await factsOf(owner);
  key = await fastKey(owner, SCOPES);
  mcp = await startMcp();
});
afterAll(() => mcp.stop());

it("answers of all tools have the shape that their definitions say, and cost at most 8,000 tokens", async () => {
  const client = await mcp.connect(key, { search: "?tools=all" });
  const { tools } = await client.listTools();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const inputs = new Map(Object.entries(toolInputs(facts)));
  expect(tools.map(({ name }) => name).sort()).toEqual([...inputs.keys()].sort());
  const cut: string[] = [];
  for (const { name, outputSchema } of tools) {
    const isValid = ajv.compile(outputSchema ?? false);
    for (const input of inputs.get(name) ?? []) {
      const answer = await client.callTool({ name, arguments: input });
      expect(encode(JSON.stringify(answer)).length, name).toBeLessThan(MAX_TOKENS);
      if (name === "sim_connectivity") {
        expect(textOf(answer)).toContain("connected to no provider");
        continue;
      }
      expect.soft(answer.isError ? `${name}: ${textOf(answer)}` : null).toBeNull();
      const shape = isValid(answer.structuredContent) ? null : ajv.errorsText(isValid.errors);
      expect.soft(shape, name).toBeNull();
      if (textOf(answer).includes("Shown are")) cut.push(name);
    }
  }
  expect(cut).toEqual(expect.arrayContaining(["ask_fleet", "list_sims", "query_fleet", "run_sql"]));
});

it("names that were chosen to cost much do not make an answer longer", async () => {
  const owner = await newMember(await newOrganization(), "owner");
  await asActor(
    owner,
    (sql) => sql`
      insert into store.sims (iccid, label, customer, tags)
      select '89882806661' || lpad(n::text, 8, '0'), ${HOSTILE}, ${HOSTILE}, array[${HOSTILE}]
      from generate_series(1, 210) as n`,
  );
  const client = await mcp.connect(await fastKey(owner, SCOPES), { search: "?tools=all" });
  const inputs = toolInputs({ ...facts, iccid: "8988280666100000001" });
  for (const name of [
    "ask_fleet",
    "list_sims",
    "query_fleet",
    "set_sim_status",
    "get_sim",
  ] as const) {
    for (const input of inputs[name]) {
      const answer = await client.callTool({ name, arguments: input });
      expect.soft(encode(JSON.stringify(answer)).length, name).toBeLessThan(MAX_TOKENS);
    }
  }
});

async function factsOf(owner: Actor): Promise<Facts> {
  const [found] = await asActor(
    owner,
    (sql) => sql<Record<string, string>[]>`
      select
        (select iccid from store.sims where status = 'active' and rate_plan <> 'Flex 1000' order by iccid limit 1) as iccid,
        (select iccid from store.sims where status = 'inactive' order by iccid limit 1) as inactive,
        (select customer from store.sims order by iccid limit 1) as customer,
        (select id::text from store.alerts where resolved_at is null and not acknowledged limit 1) as "openAlert",
        (select id::text from store.support_tickets where status <> 'pending' and priority <> 'high'
          order by status limit 1) as ticket,
        (select id::text from store.alert_rules where enabled limit 1) as rule,
        (select id::text from store.anomalies where status = 'open' limit 1) as anomaly`,
  );
  const targets = [String(found?.iccid)];
  const changeId = await carriedOut(owner, "update_sim", { label: "before" }, { targets });
  return { ...(found as Omit<Facts, "changeId">), changeId };
}
