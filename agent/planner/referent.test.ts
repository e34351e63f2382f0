import { describe, expect, it } from "vitest";
import { ask, queryOf } from "./testing.ts";

describe("what points at a SIM or a customer that nothing names is asked about", () => {
  it.each([
    "alerts on it this week",
    "list the events for this device",
    "everything we sent to it by SMS in the past 60 days",
    "open tickets of that customer",
    "which rate plan is this one on",
    "what status is that card in and when was it last on the network",
  ])("%s", (question) => {
    expect(ask(question)).toMatchObject({
      kind: "clarify",
      question: expect.stringContaining("Which SIM or which customer"),
    });
  });
});

describe("what the question itself names is no riddle", () => {
  it.each([
    "which SIM used most data this week and which plan is it on",
    "which SIMs had rejects yesterday and how many of those are suspended",
    "SIMs that are active",
    "customers that had more than 5 tickets this month",
  ])("%s", (question) => {
    expect(ask(question).kind).toBe("query");
  });
});

it("the turn before says which one", () => {
  expect(queryOf("open tickets of that customer", "data usage of MediFridge last week")).toEqual(
    queryOf("open tickets of MediFridge"),
  );
});

describe("that day", () => {
  it("is the one that was told before", () => {
    expect(
      JSON.stringify(
        queryOf("MediFridge was off the air on 18 October. how many detaches that day?"),
      ),
    ).toContain("2026-10-18");
  });

  it("is asked about where no day was named", () => {
    expect(ask("any detaches that day?")).toMatchObject({
      kind: "clarify",
      question: "Which day or which period do you mean?",
    });
  });
});
