import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Trouble } from "./assemble/trouble.ts";
import { clarify } from "./clarify.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import { read } from "./read.ts";
import { ask, NAMES, NOW } from "./testing.ts";
import { timeContext } from "./time/calendar.ts";

const IDEAS = ["How many SIMs?", "Open alerts", "Open tickets", "Usage last week"];

interface Given {
  readonly topic?: string;
  readonly message?: string;
  readonly isPlannable?: (option: string) => boolean;
}

function asked(question: string, { topic = "", message = "", isPlannable = () => true }: Given) {
  const reading = read(question, lexiconOf(NAMES), timeContext(NOW, "UTC"));
  const trouble = new Trouble(message, topic);
  return clarify(trouble, {
    reading,
    question,
    ideas: IDEAS,
    names: [],
    today: "2026-10-21",
    isOfListed: false,
    isPlannable,
  });
}

test.each([
  ["gruntled SIMs", "“gruntled” means"],
  ["gruntled SIMs by sprocket", "“gruntled” and “sprocket” mean"],
  [
    "gruntled sprocket quibbles vexillate zorbing SIMs",
    "“gruntled”, “sprocket”, “quibbles” and “vexillate” mean",
  ],
])("what is unknown in %j is named as it was typed", (question, words) => {
  expect(asked(question, { topic: "unknown" }).question).toContain(`what ${words} here`);
});

test("the words that found no place are left out of the first option", () => {
  const question = "Open alerts in Spain, together, newest first";
  const at = ["open", "alerts", "in", "spain", ",", "together"].length;
  const { options, question: back } = asked(question, {
    topic: `left:${at - 1}:${at}`,
    message: "What about “together”?",
  });
  expect(back).toBe("What about “together”?");
  expect(options[0]).toBe("Open alerts in Spain, newest first");
});

test("a trouble without a message is asked about all the same", () => {
  for (const topic of ["", "vague:nothing of that name", "no such topic"])
    expect(asked("things", { topic }).question).not.toBe("");
});

const TOPICS = "unknown referent left:0:1 stray subject rank compare average vague:doing value";

describe("the options, whatever the trouble", () => {
  const topics = fc.constantFrom(...TOPICS.split(" "));
  const questions = fc.constantFrom(
    "gruntled alerts of MediFridge, newest first",
    "Open alerts",
    "List all SIMs",
    "sprockets",
  );

  it("are at most four different ones that can be answered, and not the question again", () => {
    fc.assert(
      fc.property(topics, questions, fc.func(fc.boolean()), (topic, question, isPlannable) => {
        const { options } = asked(question, { topic, isPlannable });
        expect(options.length).toBeLessThanOrEqual(4);
        expect(new Set(options).size).toBe(options.length);
        expect(options).not.toContain(question);
        for (const option of options) expect(isPlannable(option)).toBe(true);
      }),
    );
  });

  it("offer another idea in place of the question", () => {
    const { options } = asked("List all SIMs", { topic: "subject" });
    expect(options).toEqual([
      "Which alerts are open?",
      "Open tickets per team",
      expect.any(String),
    ]);
  });

  it("are two or more where as many can be answered", () => {
    fc.assert(
      fc.property(topics, questions, (topic, question) => {
        expect(asked(question, { topic }).options.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it("are tried no further than is needed, as each is read like a question", () => {
    let tried = 0;
    const { options } = asked("sprockets", { isPlannable: () => ++tried > 0 });
    expect(tried).toBe(options.length);
  });
});

test("every option of a question back is answered when it is chosen", () => {
  for (const question of [
    "how gruntled is MediFridge",
    "how are we doing",
    "the best SIMs",
    "average of the fridges",
    "compare the fridges",
    "is it still suspended",
    "open alerts together with sprockets",
  ]) {
    const made = ask(question);
    if (made.kind !== "clarify") throw new Error(`${question} was answered`);
    expect(made.options.length, question).toBeGreaterThanOrEqual(2);
    for (const option of made.options) expect(ask(option).kind, option).toBe("query");
  }
});

test("who ranks first may be a SIM or a customer", () => {
  expect(ask("who had the most rejects last week")).toMatchObject({
    options: [
      "Which SIM had the most rejects last week",
      "Which customer had the most rejects last week",
    ],
  });
});

test("what is down is asked about, and never all that there is", () => {
  expect(ask("are any fridges down").kind).toBe("clarify");
});
