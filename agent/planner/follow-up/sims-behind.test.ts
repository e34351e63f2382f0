import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const where = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context));

describe("the SIMs behind the rows of the turn before", () => {
  it.each([
    ["and which cards had them?", "rejects yesterday by operator"],
    ["which fridges were these?", "rejects yesterday per cause"],
    ["which SIMs?", "how many rejects yesterday"],
  ])("%s after “%s” keeps what was said of those rows", (question, before) => {
    const query = queryOf(question, before);
    expect(query.from).toBe("sims");
    expect(query.groupBy).toBeUndefined();
    expect(JSON.stringify(query.where)).toMatch(/"related":"connection_events".*"reject".*2026/);
  });

  it("keeps what kind of SIMs they were, unless another kind is named", () => {
    expect(where("which SIMs are they from?", "open alerts of fridges")).toContain('"fridge"');
    expect(where("which gateways had them?", "open alerts of fridges")).not.toContain('"fridge"');
  });

  it("takes a place behind the pronoun as where it happened", () => {
    expect(where("which cards had them in Italy?", "rejects yesterday")).toContain(
      '"connection_events.country"',
    );
    expect(where("which cards in Italy had them?", "rejects yesterday")).toContain(
      '"sims.country"',
    );
  });

  it("begins anew where the SIMs are described by themselves", () => {
    expect(where("which SIMs are suspended?", "rejects yesterday")).not.toContain("reject");
  });
});

describe("what SIMs did", () => {
  it("lists the SIMs and not the events", () => {
    const query = queryOf("which fridges attached in Italy or Spain this month?");
    expect(query.from).toBe("sims");
    expect(JSON.stringify(query.where)).toContain('"connection_events.country"');
  });

  it("asks which one is meant by a kind in the singular", () => {
    expect(ask("pls check the fridge").kind).toBe("clarify");
    expect(ask("show me the fridges").kind).toBe("query");
  });
});
