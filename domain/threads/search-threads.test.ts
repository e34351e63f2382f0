import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { beginTurn } from "./begin-turn.ts";
import { endTurn } from "./end-turn.ts";
import { searchThreads } from "./search-threads.ts";

const actor = testActor();
const silent = randomUUID();
const usage = randomUUID();

async function say(threadId: string, question: string, answer: string) {
  const turn = await beginTurn(actor, threadId, { id: randomUUID(), text: question });
  await endTurn(actor, {
    threadId,
    questionId: turn.question.id,
    answer: {
      id: randomUUID(),
      role: "assistant",
      parts: [
        { type: "text", text: answer },
        {
          type: "tool-query_fleet",
          toolCallId: "a",
          state: "output-available",
          input: {},
          output: { secretword: 1 },
        },
      ],
    },
    outcome: "complete",
  });
}
const found = async (text: string) => (await searchThreads(actor, text)).map(({ id }) => id);

beforeAll(async () => {
  await say(
    silent,
    "Which SIMs are silent?",
    "**37 SIMs** are silent, most of VoltCharge at meter-12.",
  );
  await say(usage, "Usage of VoltCharge", "It used 1.24 GB.");
});

test("words are found by their beginnings, in titles first and in what was said, all of them together", async () => {
  expect(await found("volt")).toEqual([usage, silent]);
  expect(await found("MOST voltch")).toEqual([silent]);
  expect(await found("volt nowhere")).toEqual([]);
  expect(await found("meter-12")).toEqual([silent]);
  expect(await found("1.24")).toEqual([usage]);
  expect(await found("secretword")).toEqual([]);
});

test("the words around the hit are shown, the hit marked", async () => {
  const [hit] = await searchThreads(actor, "most");
  expect(hit?.messageId).toBeTruthy();
  expect(hit?.snippet.map(({ text }) => text).join("")).toContain(
    "SIMs are silent, most of VoltCharge",
  );
  expect(hit?.snippet.filter(({ isHit }) => isHit)).toEqual([{ text: "most", isHit: true }]);
});

test.each(["", "  ", "!&|:*", "'; drop", "a:* | b", "\u0000 \ud800"])(
  "%j is words or nothing, never an error",
  async (text) => expect(await found(text)).toEqual([]),
);

test("nobody else's conversations are found", async () => {
  const colleague = testActor({ organizationId: actor.organizationId });
  const elsewhere = testActor({ userId: actor.userId });
  for (const other of [colleague, elsewhere]) {
    expect(await searchThreads(other, "volt")).toEqual([]);
  }
});
