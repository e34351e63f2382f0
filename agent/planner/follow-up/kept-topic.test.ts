import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const where = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context).where);

describe("a few words after a name", () => {
  it.each([
    ["MediFridge", "usage last week", "MediFridge"],
    ["MediFridge", "open tickets", "MediFridge"],
    ["vaccine-fridge-0007", "alerts", "vaccine-fridge-0007"],
    ["when was vaccine-fridge-0007 last seen", "usage last week", "vaccine-fridge-0007"],
    ["status of vaccine-fridge-0007", "open alerts", "vaccine-fridge-0007"],
  ])("%s, then %s: are about it", (first, turn, name) => {
    expect(where(turn, first)).toContain(`"${name}"`);
  });

  it.each([
    ["vaccine-fridge-0007", "usage of TankWatch last week"],
    ["vaccine-fridge-0007", "usage per customer last week"],
    ["usage of MediFridge last week", "open tickets"],
  ])("%s, then %s: may be about others", (first, turn) => {
    expect(queryOf(turn, first)).toEqual(queryOf(turn));
  });
});

describe("another figure of the same", () => {
  it("is the number of rows after an amount, and the amount after rows", () => {
    const rejects = queryOf("and rejects", "usage of MediFridge last week");
    expect(rejects).toMatchObject({ from: "connection_events", measures: [{}] });
    expect(JSON.stringify(rejects.where)).toContain("MediFridge");
    const usage = queryOf("and usage", "rejects of MediFridge last week");
    expect(usage.from).toBe("sim_usage_daily");
    expect(JSON.stringify(usage.where)).toContain("2026-10-12");
  });

  it("is of all that are named, and no longer of the one", () => {
    expect(
      where("for all vaccine fridges", "usage of vaccine-fridge-0007 last week"),
    ).not.toContain("sims.label");
  });
});

it("what is to be done with them is no question", () => {
  const made = ask("dismiss them", "anomalies today");
  expect(made).toMatchObject({ kind: "action", tool: "review_anomalies" });
});
