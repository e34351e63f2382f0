import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createSim } from "#domain/sims/testing.ts";
import { createWebServer, listen } from "#server/http.ts";
import { serveRest } from "#server/rest.ts";
import { type Ask, overRest, throughTool } from "./ask.ts";
import { Case } from "./cases.ts";
import { EVAL_NOW } from "./eval-fleet.ts";
import { bindCase } from "./gold.ts";
import { judge } from "./judge.ts";

const ICCIDS = ["8988280666000010001", "8988280666000010019", "8988280666000010027"];

let owner: Awaited<ReturnType<typeof newMember>>;
let server: Server;
const doors: Partial<Record<"tool" | "rest", Ask>> = {};

beforeAll(async () => {
  overrideConfig({ SIMON_MODEL: "planner", SIMON_NOW: EVAL_NOW.toISOString() });
  owner = await newMember(await newOrganization(), "owner");
  for (const [index, iccid] of ICCIDS.entries())
    await createSim(
      owner,
      { iccid, status: index < 2 ? "active" : "suspended", tags: [] },
      EVAL_NOW,
    );
  const { key } = await createApiKey(owner, { name: "evals", scopes: ["sims:read", "sims:write"] });
  server = createWebServer(() => serveRest);
  const url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  doors.tool = throughTool(owner);
  doors.rest = overRest(url, key);
});
afterAll(() => server.close());

const answer = (question: string, sql: string, more: object = {}) =>
  Case.parse({ id: "x", question, expect: "answer", sql, columns: ["n"], ...more });
const COUNT = "select count(*) as n from sims";

async function verdictOf(asked: Case, door: "tool" | "rest" = "tool") {
  const bound = await bindCase(owner, asked, EVAL_NOW);
  const ask = doors[door];
  if (!bound || !ask) throw new Error("cannot be asked");
  return judge(owner, bound, await ask(bound), EVAL_NOW);
}

describe.each(["tool", "rest"] as const)("asked through the %s", (door) => {
  it("an answer, a question back, a refusal and a change are judged by their outcome", async () => {
    const other = (expect: string, question: string, more = {}) =>
      Case.parse({ id: "x", question, expect, ...more });
    const suspend = {
      tool: "change the status of SIMs",
      arguments: { status: "suspended" },
      targets_sql: "select iccid from sims where status = 'active'",
    };
    const verdicts = [
      answer("how many SIMs are there", COUNT),
      answer("how many SIMs are there", `${COUNT} where status = 'active'`),
      answer("how many SIMs", "select 99 as n", { alt_sql: [COUNT] }),
      answer("how many frobnicators are active", COUNT),
      other("clarify", "how many frobnicators are active"),
      other("clarify", "how many SIMs are active"),
      other("action", "suspend all active SIMs", suspend),
      other("action", "suspend all active SIMs", { ...suspend, arguments: { status: "active" } }),
    ].map(async (asked) => (await verdictOf(asked, door)).verdict);
    expect(await Promise.all(verdicts)).toEqual([
      "right",
      "wrong",
      "right",
      "asked back",
      "right",
      "wrong",
      "right",
      "wrong",
    ]);
  });

  it("earlier turns go along", async () => {
    const asked = answer("and suspended?", `${COUNT} where status = 'suspended'`, {
      context: ["how many SIMs are active"],
    });
    expect((await verdictOf(asked, door)).verdict).toBe("right");
  });
});

it("talk does not pass for the answer that there are none", async () => {
  const none = answer("hello", "select iccid as n from sims where false");
  expect((await verdictOf(none)).verdict).not.toBe("right");
});

it("what a server refuses is an error, not an answer", async () => {
  const { port } = server.address() as { port: number };
  const asked = overRest(`http://127.0.0.1:${port}`, "wrong-key");
  const reply = await asked({ question: "how many SIMs", context: [] });
  expect(reply).toMatchObject({
    outcome: "error",
    text: expect.stringMatching(/^401 .*not valid/),
  });
});

it("a placeholder stands for the fleet's own value; a case without one is not asked", async () => {
  const asked = answer(
    "status of {{sim}}",
    "select status as n from sims where iccid = '{{sim}}'",
    {
      bind: { sim: "select iccid from sims where status = 'suspended'" },
    },
  );
  expect(await verdictOf(asked)).toMatchObject({
    verdict: "right",
    case: { question: `status of ${ICCIDS[2]}` },
  });
  const unbound = { ...asked, bind: { sim: "select iccid from sims where false" } };
  expect(await bindCase(owner, unbound, EVAL_NOW)).toBeNull();
});
