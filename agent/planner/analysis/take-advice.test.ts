import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import type { ShownAdvice } from "../plan.types.ts";
import { NAMES, NOW } from "../testing.ts";

const DOWN: ShownAdvice = {
  iccid: "8988280666000010001",
  name: "vaccine-fridge-0007",
  type: "downgrade",
  plan: "Flex 100",
  packages: 0,
  bytes: 0,
};

const ask = (question: string, advice?: ShownAdvice, whyNot = {}, sellsPackages = false) =>
  plan({
    question,
    context: [],
    advice,
    abilities: { sellsPackages, whyNot },
    gazetteer: NAMES,
    now: NOW,
    zone: "UTC",
    showsAnalyses: true,
  });

describe("what was just advised", () => {
  it.each([
    "put it on the cheaper plan",
    "Put it on that plan, please.",
    "ok, switch it to the recommended plan",
    "change its plan to the better one",
    "move the SIM to the smaller plan",
    "follow the advice",
    "do that",
  ])("%s", (question) => {
    expect(ask(question, DOWN)).toMatchObject({
      kind: "action",
      tool: "change_rate_plan",
      input: { rate_plan: "Flex 100" },
      targets: [DOWN.iccid],
      summary: "Change the rate plan of vaccine-fridge-0007 to Flex 100",
    });
  });

  it("may be a top-up, in packages where those are sold", () => {
    const advice: ShownAdvice = { ...DOWN, type: "top_up", packages: 2, bytes: 2 * 2 ** 30 };
    expect(ask("top it up as advised", advice, {}, true)).toMatchObject({
      tool: "top_up",
      input: { type: "data", packages: 2 },
    });
    expect(ask("do it", advice)).toMatchObject({ tool: "top_up", input: { bytes: 2 * 2 ** 30 } });
  });

  it("may be to change nothing, or more than the provider can do", () => {
    expect(ask("do that", { ...DOWN, type: "maintain" })).toMatchObject({ kind: "talk" });
    const why = "It changes tariffs in its portal only.";
    expect(ask("put it on the cheaper plan", DOWN, { change_rate_plan: why })).toMatchObject({
      kind: "clarify",
      question: why,
    });
  });

  it("is not what another question is about, nor is there any where none was given", () => {
    expect(ask("put it on the cheaper plan").kind).not.toBe("action");
    expect(ask("put it on Flex 1000", DOWN)).not.toMatchObject({
      input: { rate_plan: "Flex 100" },
    });
  });
});
