import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testActor } from "#db/testing.ts";
import { beginTurn, repeatTurn } from "./begin-turn.ts";
import { endTurn } from "./end-turn.ts";
import { loadMessages } from "./load-messages.ts";
import type { ChatMessage } from "./thread.ts";
import { listVersions, showVersion } from "./versions.ts";

const actor = testActor();
const threadId = randomUUID();
const textsOf = (messages: readonly ChatMessage[]) =>
  messages.map(({ parts: [part] }) => (part?.type === "text" ? part.text : ""));
const shown = async () => textsOf(await loadMessages(actor, threadId));
const ask = (id: string, parentId?: string | null) =>
  beginTurn(actor, threadId, { id, text: id, parentId });
const answer = (questionId: string, text: string) =>
  endTurn(actor, {
    threadId,
    questionId,
    answer: { id: text, role: "assistant", parts: [{ type: "text", text }] },
    outcome: "complete",
  });

test("an edited question and a second answer stand beside the first, and each leads to its own end", async () => {
  await ask("q1");
  await answer("q1", "a1");
  await ask("q2");
  await answer("q2", "a2");

  const edited = await ask("q1 edited", null);
  expect(textsOf(edited.messages)).toEqual(["q1 edited"]);
  await answer("q1 edited", "b1");
  expect(await shown()).toEqual(["q1 edited", "b1"]);

  const again = await repeatTurn(actor, threadId);
  expect(again.question.id).toBe("q1 edited");
  await answer("q1 edited", "b1 again");
  expect(await shown()).toEqual(["q1 edited", "b1 again"]);
  expect((await listVersions(actor, threadId)).sort()).toEqual([
    ["b1", "b1 again"],
    ["q1", "q1 edited"],
  ]);

  expect(textsOf(await showVersion(actor, threadId, "q1"))).toEqual(["q1", "a1", "q2", "a2"]);
  expect(await shown()).toEqual(["q1", "a1", "q2", "a2"]);
  const middle = await repeatTurn(actor, threadId, "q1");
  expect(textsOf(middle.messages)).toEqual(["q1"]);

  const next = await ask("q3");
  expect(textsOf(next.messages)).toEqual(["q1", "a1", "q2", "a2", "q3"]);
});

test("a question that is kept already is asked once more, not twice", async () => {
  const turn = await beginTurn(actor, threadId, { id: "q2", text: "forged", parentId: null });
  expect(textsOf(turn.messages)).toEqual(["q1", "a1", "q2"]);
});

test("what cannot be a parent, a question or a version is refused, and so is anybody else", async () => {
  await expect(ask("q9", "not there")).rejects.toThrow("has changed");
  await expect(ask("a1")).rejects.toThrow("not an answer");
  await expect(repeatTurn(actor, threadId, "a1")).rejects.toThrow("no question");
  await expect(showVersion(actor, threadId, "not there")).rejects.toThrow("no such message");
  const colleague = testActor({ organizationId: actor.organizationId });
  await expect(showVersion(colleague, threadId, "q1")).rejects.toThrow("no such conversation");
  expect(await listVersions(colleague, threadId)).toEqual([]);
});
