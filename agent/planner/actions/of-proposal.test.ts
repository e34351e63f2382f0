import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { proposalSentence } from "../answer/proposal.ts";
import { plannerModel } from "../model.ts";
import { ask, NAMES, NOW } from "../testing.ts";

const model = plannerModel({ gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true });

const said = (text: string): LanguageModelV4Message => ({
  role: "user",
  content: [{ type: "text", text }],
});

function result(toolName: string, value: object): LanguageModelV4Message[] {
  const toolCallId = `call-${toolName}`;
  const output = { type: "json", value: JSON.parse(JSON.stringify(value)) } as const;
  return [
    { role: "assistant", content: [{ type: "tool-call", toolCallId, toolName, input: {} }] },
    { role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] },
  ];
}

const PROPOSED = [
  said("suspend all SIMs in Spain"),
  ...result("propose_change", {
    tool: "set_sim_status",
    input: { status: "suspended" },
    targets: [],
    target_count: 7,
    change_id: "41",
  }),
];
const LISTED = [said("list SIMs in Italy"), ...result("query_fleet", { rows: [{ iccid: "1" }] })];

async function called(...prompt: LanguageModelV4Message[]) {
  const [part] = (await model.doGenerate({ prompt })).content;
  return part?.type === "tool-call" ? [part.toolName, JSON.parse(part.input)] : part;
}

describe("words about a change that was proposed", () => {
  it.each([
    "cancel it",
    "never mind",
    "no, withdraw that",
    "please cancel the change",
    "don't",
    "stop it",
    "I changed my mind",
    "go ahead",
    "reject it",
    "how much will that cost?",
    "and what does it cost?",
    "what's the price?",
  ])("show it as it stands: %s", async (words) => {
    expect(await called(...PROPOSED, said(words))).toEqual(["get_change", { change_id: "41" }]);
  });

  it("are still about it after another answer, where only a change can be meant", async () => {
    const before = [...PROPOSED, ...LISTED];
    expect(await called(...before, said("cancel it"))).toEqual(["get_change", { change_id: "41" }]);
    expect(await called(...before, said("never mind"))).toMatchObject(["get_change", {}]);
    expect(await called(...before, said("what did that cost?"))).toMatchObject(["ask_back", {}]);
  });

  it("leave the request for later turns to go on from", async () => {
    const [, proposed] = (await called(
      ...PROPOSED,
      said("how much will that cost?"),
      ...result("get_change", { id: "41", approval: {}, preview: {} }),
      said("only the gateways"),
    )) as [string, { meant: unknown; assumptions: string[] }];
    expect(proposed.meant).toMatchObject({
      where: {
        and: [
          { member: "sims.country", op: "eq", value: "ES" },
          { member: "sims.tags", op: "has", value: "gateway" },
        ],
      },
    });
    expect(proposed.assumptions[0]).toContain("not withdrawn by this");
  });

  it("take no SIM out of service where nothing was proposed", () => {
    expect(ask("cancel it", "list SIMs of MediFridge").kind).toBe("talk");
    expect(ask("cancel all fridges in Spain")).toMatchObject({
      kind: "action",
      input: { status: "deactivated" },
    });
  });

  it("ask which cost is meant where no change is, of the same customer and time", () => {
    expect(ask("what did that cost?", "usage of MediFridge in September")).toMatchObject({
      kind: "clarify",
      options: ["Overage cost of MediFridge in September", "Monthly fees of MediFridge"],
    });
    expect(ask("how much do they cost?", "list SIMs of MediFridge").kind).toBe("query");
  });
});

describe("how a proposed change stands", () => {
  const preview = {
    title: "Top up 2 SIMs",
    from_to: [],
    target_noun: "SIM",
    target_count: 2,
    first_targets: [],
    skipped: [],
    costs: [
      {
        total: { amount: 20, currency: "EUR" },
        per_unit: "10 EUR per package, before tax",
        recurs: "once",
      },
    ],
    notes: [],
    reversible: false,
    undo_note: "A top-up cannot be given back.",
    estimated_seconds: 1,
  };
  const approval = {
    needed: 1,
    decisions: [],
    typed_count: null,
    rule: null,
    may_decide: true,
    may_take_back: false,
    why_not: null,
  };

  it("says which buttons decide while it waits, and that nothing came of it once it ended", () => {
    const waits = proposalSentence({ state: "proposed", approval, preview }, false);
    expect(waits).toContain("approve or reject it with the buttons");
    const ended = proposalSentence({ state: "rejected", approval, preview }, false);
    expect(ended).toBe("**“Top up 2 SIMs”** was rejected. It changed nothing.");
  });

  it("says what it costs, and where a price is not known", () => {
    const cost = (more: object) =>
      proposalSentence({ state: "proposed", approval, preview: { ...preview, ...more } }, true);
    expect(cost({})).toContain("**20.00 EUR** once (10 EUR per package, before tax)");
    expect(cost({ costs: [], unpriced_count: 2 })).toContain("not known for 2 of its rows");
    expect(cost({ costs: [] })).toContain("Nothing is charged");
  });
});
