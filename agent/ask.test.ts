import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { testActor } from "#db/testing.ts";
import { chooseModel } from "#domain/models/choose-model.ts";
import { createSim } from "#domain/sims/testing.ts";
import { callTool } from "#tools/call.ts";
import { ask } from "./ask.ts";
import { askFleet } from "./ask-tool.ts";
import { type ScriptedProvider, scriptedProvider } from "./testing/scripted-provider.ts";
import { withUsage } from "./usage-meter.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const ICCID = "8988280666000010001";
const LIST = { from: "sims", columns: ["sims.iccid"] };

let provider: ScriptedProvider;
const actor = testActor();

beforeAll(async () => {
  provider = await scriptedProvider();
  overrideConfig({
    SIMON_MODEL: "openai-compatible:scripted",
    SIMON_MODEL_BASE_URL: provider.url,
  });
  await createSim(actor, { iccid: ICCID, status: "active", tags: [] }, NOW);
});
afterAll(() => provider.close());

describe("a question in plain words", () => {
  it("is answered with rows, their SQL, and what was read and assumed", async () => {
    provider.script(
      { call: "query_fleet", input: { query: LIST, assumptions: ["All SIMs are meant."] } },
      { text: "One SIM." },
    );
    const asked = await callTool(actor, askFleet, { query: "List my SIMs" });
    expect(asked).toMatchObject({
      query: "List my SIMs",
      outcome: "answer",
      assumptions: ["All SIMs are meant."],
      results: [{ iccid: ICCID }],
      result_count: 1,
      explanation: "One SIM.",
    });
    expect(asked.sql).toContain("select");
    expect(asked.interpretation).not.toBe("");
  });

  it("is answered by the model that the owners chose", async () => {
    const owner = testActor();
    await createSim(owner, { iccid: ICCID, status: "active", tags: [] }, NOW);
    await chooseModel(owner, "planner");
    const before = provider.requests.length;
    const asked = await callTool(owner, askFleet, { query: "How many active SIMs are there?" });
    expect(asked).toMatchObject({ outcome: "answer", result_count: 1 });
    expect(provider.requests.length).toBe(before);
  });

  it("names a figure of the model's own, which no result holds", async () => {
    provider.script({ call: "query_fleet", input: { query: LIST } }, { text: "1 SIM, 4.7 GB." });
    const asked = await ask(actor, { query: "List my SIMs", context: [] });
    expect(asked.assumptions).toEqual([
      expect.stringMatching(/^Of the explanation, 4\.7 GB stands/),
    ]);
  });

  it("sends a model the views that the question touches, and a rejected query back to be mended", async () => {
    provider.script(
      {
        call: "query_fleet",
        input: { query: { from: "support_tickets", columns: ["support_tickets.team"] } },
      },
      { call: "query_fleet", input: { query: { from: "support_tickets" } } },
      { text: "No tickets." },
    );
    const asked = await ask(actor, { query: "open tickets per team", context: [] });
    expect(asked).toMatchObject({ outcome: "answer", result_count: 0 });
    const [first, second] = provider.requests.map(({ messages }) => JSON.stringify(messages));
    expect(first).toContain("assigned_team");
    expect(first).not.toContain("upper_80");
    expect(second).toMatch(/support_tickets\.team/);
    expect(second).toContain("assigned_team");
  });

  it("carries the earlier questions to the model", async () => {
    provider.script({ text: "Hello." });
    const asked = await ask(actor, { query: "and now?", context: ["How many SIMs?"] });
    expect(asked).toMatchObject({ outcome: "answer", explanation: "Hello.", results: [] });
    expect(provider.requests[0]?.messages.slice(1)).toMatchObject([
      { role: "user", content: "How many SIMs?" },
      { role: "assistant" },
      { role: "user", content: "and now?" },
    ]);
  });

  it("says what the model read and wrote, to those who ask for it", async () => {
    provider.script({ call: "query_fleet", input: { query: LIST } }, { text: "One SIM." });
    const { result, tokens } = await withUsage(() => ask(actor, { query: "SIMs", context: [] }));
    expect(result.results).toHaveLength(1);
    expect(tokens).toEqual({ input: 200, output: 20 });
    provider.script({ status: 400, body: "no" });
    await expect(withUsage(() => ask(actor, { query: "SIMs", context: [] }))).rejects.toThrow();
  });

  it("is answered by other tools as rows, too", async () => {
    provider.script({ call: "list_sims", input: {} }, { text: "One." });
    expect(await ask(actor, { query: "SIMs", context: [] })).toMatchObject({
      outcome: "answer",
      sql: null,
      results: [{ iccid: ICCID }],
      result_count: 1,
    });
  });

  it("gets a question back, or a refusal, as such", async () => {
    provider.script({ call: "ask_back", input: { question: "Which?", options: ["A", "B"] } });
    expect(await ask(actor, { query: "that one", context: [] })).toMatchObject({
      outcome: "clarify",
      explanation: "Which?",
      options: ["A", "B"],
    });
    provider.script({ call: "decline", input: { reason: "Not in the data.", suggestions: [] } });
    expect(await ask(actor, { query: "weather", context: [] })).toMatchObject({
      outcome: "refuse",
      explanation: "Not in the data.",
    });
  });
});

describe("a change", () => {
  const propose = {
    call: "propose_change",
    input: { tool: "suspend_sims", input: { reason: "lost" }, targets: LIST, summary: "Suspend 1" },
  };

  it("is only proposed, with the rows that it would change", async () => {
    provider.script(propose);
    expect(await ask(actor, { query: "suspend all", context: [] })).toMatchObject({
      outcome: "action",
      action: {
        tool: "suspend_sims",
        input: { reason: "lost" },
        target_count: 1,
        targets: [ICCID],
      },
    });
  });

  it("is refused to a role that may not change anything", async () => {
    provider.script(propose, { text: "" });
    const viewer = testActor({ role: "viewer", organizationId: actor.organizationId });
    const asked = await ask(viewer, { query: "suspend all", context: [] });
    expect(asked).toMatchObject({ outcome: "refuse" });
    expect(asked.explanation).toContain("Your role may look");
  });
});

it("a provider that fails is a failure of the call, in our words", async () => {
  provider.script({ status: 400, body: "account acme-42" });
  const failure = await ask(actor, { query: "SIMs", context: [] }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ status: 503, message: expect.stringContaining("failed") });
  expect(String(failure)).not.toContain("acme-42");
});
