import { expect, it } from "vitest";
import { ask } from "../testing.ts";

const options = (question: string) => {
  const made = ask(question);
  if (made.kind !== "clarify") throw new Error(`${question} was answered`);
  return made.options.join(" | ");
};

it("a question that was not understood gets questions about the customer that it named", () => {
  expect(options("how gruntled is MediFridge")).toContain("MediFridge");
});

it("and about the rows that it named", () => {
  expect(options("are our tickets gruntled")).toContain("tickets");
});

it("each of them can be answered", () => {
  const made = ask("how gruntled are the vaccine fridges in Italy");
  if (made.kind !== "clarify") throw new Error("was answered");
  expect(made.options.length).toBeGreaterThanOrEqual(2);
  for (const option of made.options) expect(ask(option).kind).toBe("query");
});
