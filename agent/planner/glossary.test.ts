import { describe, expect, it } from "vitest";
import { GLOSSARY } from "./lexicon/glossary.ts";
import { ask } from "./testing.ts";

describe("the meaning of a word is told", () => {
  it.each([
    ["what is an anomaly?", "unlike before"],
    ["What does churn mean here?", "given up"],
    ["how do you calculate the exhaustion probability", "30 days"],
    ["what are MO SMS", "mobile originated"],
    ["explain overage", "beyond"],
    ["what's an ICCID", "E.118"],
  ])("%s", (question, part) => {
    expect(ask(question)).toMatchObject({ kind: "talk", text: expect.stringContaining(part) });
  });
});

describe("a question for figures stays one", () => {
  it.each([
    "what is the churn risk per customer",
    "what are the open alerts",
    "what is our quota usage",
  ])("%s", (question) => {
    expect(ask(question).kind).not.toBe("talk");
  });
});

it("each term has a question that can be answered", () => {
  for (const { example } of GLOSSARY)
    expect([example, ask(example).kind]).toEqual([example, "query"]);
});
