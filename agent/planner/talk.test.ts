import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { smallTalk, whyAsked } from "./talk.ts";
import { ask } from "./testing.ts";

const IDEAS = ["How many SIMs?", "Open alerts", "Open tickets", "Usage last week", "All SIMs"];
const GREETING = /^Hello\./;
const WELCOME = /^You are welcome/;
const DROPPED = /^All right\. Nothing was changed/;
const APPROVE = /when you approve/;
const LISTS = /^Lists are made of files/;
const NOTHING_WAITS = /^No change that was proposed/;
const HELP = /^I answer questions/;

test.each([
  ["Hi!", GREETING],
  ["Good morning, Simon 🙂", GREETING],
  ["THANK YOU!!!", WELCOME],
  ["ok great, thanks for the help", WELCOME],
  ["That's all", WELCOME],
  ["never mind", DROPPED],
  ["Stop, please", DROPPED],
  ["yes, do it", APPROVE],
  ["go ahead please", APPROVE],
  ["save these as a list Silent SIMs", LISTS],
  ['please store them as list "Silent SIMs"', LISTS],
  ["can you put those SIMs into a new list", LISTS],
  ["cancel it", NOTHING_WAITS],
  ["What can you do?", HELP],
  ["are you a bot?", HELP],
])("%s", (said, reply) => {
  expect(smallTalk(said, IDEAS)?.text).toMatch(reply);
});

test("a question is not swallowed by the greeting or the thanks around it", () => {
  const questions = fc.constantFrom(
    "how many SIMs are active",
    "usage of MediFridge last week",
    "suspend vaccine-fridge-0001",
    "and in Italy",
    "why are the fridges offline",
    "stop the alerts",
    "list the SIMs that are on the list Winter test",
  );
  const around = fc.constantFrom("hi", "hello Simon", "thanks", "ok", "yes", "sorry", "help");
  const joint = fc.constantFrom(", ", "! ", " - ", " ");
  fc.assert(
    fc.property(questions, around, joint, fc.boolean(), (question, words, between, first) => {
      const text = first ? `${words}${between}${question}` : `${question}${between}${words}`;
      expect(smallTalk(text, IDEAS)).toBeNull();
      expect(whyAsked(text, IDEAS)).toBeNull();
    }),
  );
});

test("there are at most four ideas, and none after a thank you", () => {
  expect(smallTalk("hello", IDEAS)?.suggestions).toEqual(IDEAS.slice(0, 4));
  expect(smallTalk("thanks", IDEAS)?.suggestions).toEqual([]);
});

test("a yes by itself approves nothing", () => {
  expect(ask("yes, go ahead", "suspend all SIMs of MediFridge").kind).toBe("talk");
});

describe("why", () => {
  it.each(["why?", "And why is that?", "how come", "What's the reason?", "are you sure?"])(
    "%s",
    (said) => {
      expect(whyAsked(said, IDEAS)?.question).toMatch(/what happened, not why/);
    },
  );

  it("offers questions that can be answered", () => {
    const { options } = whyAsked("why?", IDEAS) ?? { options: [] };
    expect(options).toHaveLength(3);
    for (const option of options) expect(ask(option).kind, option).toBe("query");
  });
});

it.each(["how do I suspend a SIM", "what happens if I suspend MediFridge"])(
  "%s: told how a change is asked for, and that none happens yet",
  (question) => {
    expect(ask(question)).toMatchObject({
      kind: "talk",
      text: expect.stringMatching(/as an order/),
    });
  },
);

it.each(["approve the change", "reject all pending changes"])("%s: not by words", (question) => {
  expect(ask(question)).toMatchObject({ kind: "talk", text: expect.stringMatching(/buttons/) });
});
