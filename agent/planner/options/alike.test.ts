import { expect, test } from "vitest";
import { ask } from "../testing.ts";

const optionsOf = (question: string) => {
  const made = ask(question);
  if (made.kind !== "clarify") throw new Error(`${question}: ${made.kind}`);
  return made.options;
};

test.each([
  ["usage of MediCooler last month", "usage of MediFridge last month"],
  ["how many SIMs does AlpenLifts have", "how many SIMs does Alpine Lifts have"],
  ["open tickets of TankGuard", "open tickets of TankWatch"],
])("%s: the name that is most like it is a choice", (question, choice) => {
  expect(optionsOf(question)[0]).toBe(choice);
});

test("a name like no other is given no other", () => {
  expect(optionsOf("usage of Zyxxo last month").join()).not.toMatch(/MediFridge|Alpine|Tank|Urban/);
});
