import { describe, expect, it, test } from "vitest";
import { ask } from "../testing.ts";

test.each([
  ["SIMs above the 90th percentile of usage last month", /beyond a percentile/],
  ["what would it cost to move TankWatch to Plus 500", /stands in its preview/],
  ["how many devices connected per day this month", /last seen/],
  ["SIMs with both data and SMS quota exhausted", /are two/],
])("%s: no query says it, so it is asked about", (question, says) => {
  expect(ask(question)).toMatchObject({
    kind: "clarify",
    question: expect.stringMatching(says),
  });
});

test("what resembles it and can be said is answered", () => {
  expect(ask("90th percentile of daily usage per SIM in September").kind).toBe("query");
  expect(ask("how many SIMs were last seen per day this month").kind).toBe("query");
});

describe("the choices are about what was said", () => {
  it.each([
    ["are all MediFridge SIMs active?", "which MediFridge SIMs are not active"],
    ["is TIM IT down", "TIM IT"],
    ["how often was vaccine-fridge-0007 offline last week", "vaccine-fridge-0007 last week"],
    ["cumulative traffic of MediFridge per day in October", "MediFridge per day in October 2026"],
    ["what would it cost to move the vaccine fridges to Plus 500", "vaccine fridges"],
    ["SIMs of MediFridge with a single alert", "MediFridge with exactly one alert"],
  ])("%s", (question, part) => {
    const made = ask(question);
    if (made.kind !== "clarify") throw new Error(`${question}: ${made.kind}`);
    expect(made.options[0]).toContain(part);
  });
});
