import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Role, Scope } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { beginTurn } from "./begin-turn.ts";
import { deleteThread } from "./delete-thread.ts";
import { endTurn } from "./end-turn.ts";
import { loadMessages } from "./load-messages.ts";
import { rateAnswer } from "./rate-answer.ts";
import { linkOf, linkThread, readLink, withdrawLink } from "./thread-link.ts";

const owner = testActor();
const threadId = randomUUID();
const answer = { threadId, messageId: "a1" };
const member = (role: Role) => testActor({ organizationId: owner.organizationId, role });
const link = (...scopes: Scope[]) => linkThread(owner, threadId, () => scopes);

beforeAll(async () => {
  await beginTurn(owner, threadId, { id: "q1", text: "How many SIMs?" });
  await endTurn(owner, {
    threadId,
    questionId: "q1",
    answer: { id: "a1", role: "assistant", parts: [{ type: "text", text: "37." }] },
    outcome: "complete",
  });
});

test("an opinion of an answer is kept with it, changed and taken back, by nobody but its person", async () => {
  const rated = async () => (await loadMessages(owner, threadId))[1]?.metadata?.rating;
  await rateAnswer(owner, answer, { rating: "bad", comment: "38\u0000 are right" });
  expect(await rated()).toEqual({ rating: "bad", comment: "38 are right" });
  await rateAnswer(owner, answer, { rating: "good", comment: "" });
  expect(await rated()).toEqual({ rating: "good", comment: "" });

  const question = { threadId, messageId: "q1" };
  const bad = { rating: "bad", comment: "" } as const;
  await expect(rateAnswer(owner, question, bad)).rejects.toThrow("no such answer");
  await expect(rateAnswer(member("owner"), answer, bad)).rejects.toThrow("no such answer");
  await rateAnswer(owner, answer, { rating: null, comment: "gone" });
  expect(await rated()).toBeUndefined();
});

test("a link shows members the conversation as it stood, until its owner withdraws it", async () => {
  await rateAnswer(owner, answer, { rating: "bad", comment: "between us" });
  expect(await linkOf(owner, threadId)).toBeNull();
  const { id } = await link();
  await beginTurn(owner, threadId, { id: "q2", text: "A secret?" });

  const read = await readLink(member("viewer"), id);
  expect(read).toMatchObject({ title: "How many SIMs?", madeBy: owner.name, isOwn: false });
  expect(read.messages.map((message) => message.id)).toEqual(["q1", "a1"]);
  expect(JSON.stringify(read)).not.toContain("between us");
  expect((await link()).id).toBe(id);
  expect((await readLink(member("viewer"), id)).messages).toHaveLength(3);

  const sameUserElsewhere = testActor({ userId: owner.userId });
  await expect(readLink(sameUserElsewhere, id)).rejects.toThrow("leads nowhere");
  await withdrawLink(member("owner"), threadId);
  expect(await linkOf(owner, threadId)).toMatchObject({ id });
  await withdrawLink(owner, threadId);
  await expect(readLink(member("viewer"), id)).rejects.toThrow("leads nowhere");
  const told = await asActor(owner, (sql) => sql`select action from fleet.audit_logs order by id`);
  expect(told.map(({ action }) => action)).toEqual([
    "conversation.share",
    "conversation.share",
    "conversation.unshare",
  ]);
});

test("a link shows no role what it may not see, and goes with its conversation", async () => {
  const { id } = await link("audit:read");
  await expect(readLink(member("operator"), id)).rejects.toThrow("audit:read");
  expect(await readLink(member("owner"), id)).toMatchObject({ id });
  await expect(linkThread(member("owner"), threadId, () => [])).rejects.toThrow("no such");
  await deleteThread(owner, threadId);
  await expect(readLink(member("owner"), id)).rejects.toThrow("leads nowhere");
});
