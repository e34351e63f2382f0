import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const gazetteer = {
  ...NAMES,
  tags: [...NAMES.tags, "a", "the", "B", "only"],
  customers: [...NAMES.customers, "We"],
  ratePlans: [...NAMES.ratePlans, "S"],
};

const rowsOf = (names: typeof NAMES, question: string, ...context: string[]) => {
  const made = plan({ question, context, gazetteer: names, now: NOW, zone: "UTC" });
  return made.kind === "query" ? JSON.stringify(made.query) : made.kind;
};

describe("a name that is an everyday word", () => {
  it.each<string[]>([
    ["as a chart", "open tickets of MediFridge"],
    ["only the fridges", "SIMs of MediFridge"],
    ["a list of the suspended fridges"],
    ["how much data did we use last week?"],
    ["what's the usage of a fridge per day this month?"],
  ])("changes nothing by itself: %s", (question, ...context) => {
    expect(rowsOf(gazetteer, question, ...context)).toBe(rowsOf(NAMES, question, ...context));
  });

  it.each([
    ["SIMs with tag a", '"value":"a"'],
    ['SIMs tagged "the"', '"value":"the"'],
    ["usage of customer We last week", '"value":"We"'],
    ["how many SIMs are on plan S?", '"value":"S"'],
  ])("counts after its kind and in quotation marks: %s", (question, part) => {
    expect(rowsOf(gazetteer, question)).toContain(part);
  });
});
