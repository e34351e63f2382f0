import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { beginTurn } from "./begin-turn.ts";
import { endTurn } from "./end-turn.ts";
import { listPins, pinAnswer } from "./pins.ts";

const actor = testActor();
const threadId = randomUUID();
const at = (messageId: string) => ({ threadId, messageId });

test("pins are a person's own, the latest first, twelve at most, and only of answers", async () => {
  for (let index = 0; index < 13; index++) {
    await beginTurn(actor, threadId, { id: `q${index}`, text: "how many?" });
    const answer = { id: `a${index}`, role: "assistant", parts: [] } as const;
    const questionId = `q${index}`;
    await endTurn(actor, {
      threadId,
      questionId,
      answer: { ...answer, parts: [] },
      outcome: "complete",
    });
  }
  for (const index of [0, 1, 2]) await pinAnswer(actor, at(`a${index}`), { pinned: true });
  expect(await listPins(actor, threadId)).toEqual(["a2", "a1", "a0"]);
  expect(await pinAnswer(actor, at("a1"), { pinned: false })).toEqual(["a2", "a0"]);

  await expect(pinAnswer(actor, at("q1"), { pinned: true })).rejects.toBeInstanceOf(NotFound);
  const colleague = testActor({ organizationId: actor.organizationId });
  expect(await listPins(colleague, threadId)).toEqual([]);
  await expect(pinAnswer(colleague, at("a1"), { pinned: true })).rejects.toBeInstanceOf(NotFound);
  const { organizationId, organizationName, scopes, role, name, userId } = actor;
  const shared = { organizationId, organizationName, scopes, role, name, userId };
  const key = { ...shared, kind: "apiKey", channel: "api", keyId: "k" } as const;
  await expect(listPins(key as never, threadId)).rejects.toBeInstanceOf(Forbidden);

  for (let index = 0; index < 13; index++)
    await pinAnswer(actor, at(`a${index}`), { pinned: true });
  const pins = await listPins(actor, threadId);
  expect(pins).toHaveLength(12);
  expect(pins).not.toContain("a0");
  expect(pins[0]).toBe("a12");
});
