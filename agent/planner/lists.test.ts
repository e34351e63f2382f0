import { expect, test } from "vitest";
import { plan } from "./plan.ts";
import { NAMES, NOW } from "./testing.ts";

const gazetteer = { ...NAMES, lists: ["lot-7.csv"] };
const whereOf = (question: string, ...context: string[]) => {
  const made = plan({ question, context, gazetteer, now: NOW, zone: "UTC" });
  return made.kind === "query" ? JSON.stringify(made.query) : JSON.stringify(made);
};
const ON_LIST = '{"member":"sims.lists","op":"has","value":"lot-7.csv"}';

test("a list in quotes is its SIMs, and what is asked next of these stays on it", () => {
  const first = 'SIMs of "lot-7.csv"';
  expect(whereOf(first)).toContain(ON_LIST);
  for (const next of [
    "which of these are silent for 3 days?",
    "total data usage of these last week",
    "how many of them per customer?",
    "which of them are suspended?",
  ]) {
    expect(whereOf(next, first), next).toContain(ON_LIST);
  }
  expect(whereOf('how many SIMs of "LOT-7.csv" are active?')).toContain(ON_LIST);
});

test("options about a list speak of its SIMs, and each can be answered", () => {
  const made = plan({
    question: 'how gruntled are the SIMs of "lot-7.csv"',
    context: [],
    gazetteer,
    now: NOW,
    zone: "UTC",
  });
  if (made.kind !== "clarify") throw new Error("was answered");
  expect(made.options.join(" | ")).toContain('of "lot-7.csv"');
  expect(made.options.join(" | ")).not.toContain("tagged");
  for (const option of made.options) expect(whereOf(option), option).toContain('"from":');
});
