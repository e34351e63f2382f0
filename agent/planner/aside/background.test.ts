import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const withoutLabels = (question: string) => JSON.stringify(queryOf(question));

describe("what surrounds a question", () => {
  it.each([
    [
      "Mate, hope you are well. How many active SIMs are in Italy?",
      "How many active SIMs are in Italy?",
    ],
    ["Zombie hunt! Which SIMs had no traffic last week?", "Which SIMs had no traffic last week?"],
    ["For the exec slide - open tickets per team", "open tickets per team"],
    ["The auditor is asking which alert rules are disabled", "which alert rules are disabled"],
    ["rejects per operator last week, so that I can plot it", "rejects per operator last week"],
    ["how many SIMs are suspended? my boss wants it before lunch", "how many SIMs are suspended?"],
    ["pls gimme tix w/o a team", "please give me tickets without a team"],
  ])("%s", (question, plain) => {
    expect(withoutLabels(question)).toBe(withoutLabels(plain));
  });

  it.each([
    ["How crowded is our traffic? Usage per customer last month", "Usage per customer last month"],
    [
      "Do my colleagues frobnicate things over Slack or the web? number of audit entries per channel in September",
      "number of audit entries per channel in September",
    ],
    [
      "I fear we forfeit what we have paid for. How many SIMs are there per rate plan?",
      "How many SIMs are there per rate plan?",
    ],
    [
      "Suspended cards frobnicate a lot. How many suspended cards per country?",
      "How many suspended cards per country?",
    ],
  ])("understood without its lead-in: %s", (question, plain) => {
    const plan = ask(question);
    expect(withoutLabels(question)).toBe(withoutLabels(plain));
    expect(plan.kind === "query" && plan.assumptions.join()).toContain("Taken as background");
  });

  it.each([
    ["Raise all open MediFridge tickets to high priority. They are threatening to leave", "action"],
    ["Fizzled cards are a nuisance. How many of those were seen today?", "clarify"],
    ["Has anybody paid their invoice? How many SIMs are active?", "refuse"],
    ["With a purple sticker, how many SIMs are active?", "clarify"],
  ])("%s: %s", (question, kind) => {
    expect(ask(question).kind).toBe(kind);
  });

  it("takes an unknown name as background where the question names its own", () => {
    const question = "I met Globex. How many SIMs does MediFridge have?";
    expect(withoutLabels(question)).toBe(withoutLabels("How many SIMs does MediFridge have?"));
  });

  it("names the words that it left out", () => {
    const plan = ask("Globex wants numbers. How many SIMs are active?");
    expect(plan).toMatchObject({
      assumptions: ["Left out, as not understood: “Globex”, “numbers”."],
    });
    expect(ask("Mr Wilson asked me. How many SIMs are active?")).toMatchObject({
      assumptions: ["Taken as background, not as part of the question: “Mr Wilson asked me”."],
    });
  });

  it.each([
    [
      "tickets per category in September. Curious whether billing really doubled",
      "tickets per category in September",
    ],
    [
      "How quick are we at picking up alerts? I mean minutes between trigger and acknowledge, the median, by severity",
      "median minutes between trigger and acknowledge by severity",
    ],
    [
      "I need the churn exposure for the deck: what % of each customer's SIMs is suspended",
      "what % of each customer's SIMs is suspended",
    ],
    [
      "How does the fleet look? Open tickets per team please, otherwise it is no use",
      "open tickets per team",
    ],
  ])("is a question in other words, or a remark on it: %s", (question, plain) => {
    expect(withoutLabels(question)).toBe(withoutLabels(plain));
  });

  it.each([
    ["MediFridge just called again. How many open tickets do they have?", "MediFridge"],
    ["A1 AT looked shaky yesterday. How many rejects on that network last week?", "A1 AT"],
    ["Some ski lift gateways keep dropping out. Which of them had rejects yesterday?", "gateway"],
    ["My colleague says there are cards that were never seen. How many is that?", "is_null"],
  ])("carries what the question is about: %s", (question, name) => {
    expect(JSON.stringify(queryOf(question))).toContain(name);
  });

  it.each([
    "Which frobnicators are active? I need it for my report.",
    "Storm over Spain tonight. How many SIMs are suspended?",
    "Tickets escalated yesterday: how many per team?",
    "Only the purple ones. How many SIMs are active?",
    "How many SIMs are active, not counting the purple ones?",
    "Acme Freight wants numbers. How many SIMs are active?",
    "For Globex: how many SIMs are active?",
    "Had lunch with Globex, how many SIMs are active?",
    "The lady from Globex is asking how many SIMs are active",
    "How many are active? Which of them are fizzled?",
    "Which of them are fizzled? How many SIMs are active?",
    "How many SIMs are active? Are they fizzled?",
  ])("asks back where it may restrict: %s", (question) => {
    expect(ask(question).kind).toBe("clarify");
  });
});

describe("who wants it is no part of the question", () => {
  it.each([
    "my boss wants the number of suspended fridges",
    "the CFO needs to know the number of suspended fridges",
    "Finance would like to see the number of suspended fridges",
    "our legal team is asking for the number of suspended fridges",
    "number of suspended fridges, such a mess",
    "number of suspended fridges - a pity for the money",
  ])("%s", (question) => {
    expect(queryOf(question)).toEqual(queryOf("number of suspended fridges"));
  });

  it("a customer who wants something may be the one that is meant", () => {
    const where = JSON.stringify(queryOf("MediFridge wants the number of suspended SIMs").where);
    expect(where).toContain('"MediFridge"');
  });
});

describe("where something is said to be chooses nothing when the question is where it is", () => {
  it.each([
    "vaccine-fridge-0007 is in France, where do we see it",
    "vaccine-fridge-0007 is in France but where do we see it?",
    "MediFridge is in Spain. Where do we see their SIMs?",
  ])("%s", (question) => {
    expect(JSON.stringify(queryOf(question).where)).not.toContain("country");
  });
});
