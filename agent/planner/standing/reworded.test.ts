import { expect, it } from "vitest";
import { plan } from "../plan.ts";
import type { Plan, PlanInput } from "../plan.types.ts";
import { NAMES, NOW } from "../testing.ts";
import { reworded } from "./reworded.ts";

const LABEL = "vaccine-fridge-0007";

const ask = (question: string) =>
  plan({ question, context: [], gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true });

it.each([
  ["anything weird yesterday?", "anomalies yesterday"],
  ["did anything odd happen at TankWatch last week", "anomalies at TankWatch last week"],
  [`what has happened with ${LABEL} today?`, `connection events of ${LABEL} today`],
  [`history of ${LABEL} for yesterday`, `connection events of ${LABEL} for yesterday`],
  ["which alert rules are active?", "enabled alert rules"],
  ["what do we get alerted about?", "list the alert rules"],
  [
    "where are we overpaying for rate plans?",
    "quota recommendations with possible savings, largest first",
  ],
  ["log of what anybody changed yesterday", "audit log yesterday"],
  ["open alerts, worst first", "open alerts sorted by severity"],
  ["most severe open alerts first please", "open alerts sorted by severity"],
  [
    `which messages did we send to ${LABEL} recently`,
    `which messages did we send to ${LABEL} in the last 30 days`,
  ],
  [
    "any fridges that did not report since yesterday evening?",
    "any fridges that have not been seen since yesterday evening",
  ],
  ["which operators are we roaming on in Italy", "which operators do we use in Italy"],
  [
    "which country does most of our traffic come from, past 30 days",
    "which country has the most traffic, past 30 days",
  ],
])("%s: is read in the words of the tables, which is said", (question, asked) => {
  const made = ask(question);
  if (made.kind !== "query") throw new Error(JSON.stringify(made));
  expect(made.assumptions).toContain(`Read as “${asked}”.`);
  const plain = ask(asked);
  expect(plain).toMatchObject({ kind: "query", query: made.query });
});

it("what would be lost of it is not read so", () => {
  expect(ask("where could MediFridge save money on plans?")).not.toHaveProperty("query.from");
});

it.each(["did something strange happen overnight?", "anything unusual while I was away?"])(
  "%s: daily findings know no hours, so the newest are shown",
  (question) => {
    expect(ask(question)).toMatchObject({ tool: "list_anomalies", input: {} });
  },
);

it("a question is put in other words a few times, however often it says what could be", () => {
  let times = 0;
  const inOtherWords = (input: PlanInput): Plan => {
    times++;
    const made = reworded(input.question, input, inOtherWords);
    return made ?? { kind: "clarify", question: "Which?", options: [] };
  };
  const question = `what did pump-1 send ${"recently ".repeat(100)}`;
  reworded(
    question,
    { question, context: [], gazetteer: NAMES, now: NOW, zone: "UTC" },
    inOtherWords,
  );
  expect(times).toBe(3);
});
