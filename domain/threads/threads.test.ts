import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { beginTurn } from "./begin-turn.ts";
import { createThread } from "./create-thread.ts";
import { deleteThread } from "./delete-thread.ts";
import { endTurn } from "./end-turn.ts";
import { getThread } from "./get-thread.ts";
import { listThreads } from "./list-threads.ts";
import { loadMessages } from "./load-messages.ts";
import { titleOf } from "./title.ts";
import { updateThread } from "./update-thread.ts";

const ask = (actor: ReturnType<typeof testActor>, threadId: string, text: string) =>
  beginTurn(actor, threadId, { id: randomUUID(), text });

describe("a conversation", () => {
  it("has the title of its first question, and keeps one that a person gave", async () => {
    const actor = testActor();
    const id = randomUUID();
    await ask(actor, id, "  How many\n SIMs? ");
    expect(await getThread(actor, id)).toMatchObject({ title: "How many SIMs?" });
    await updateThread(actor, id, { title: "Counting" });
    await ask(actor, id, "And last week?");
    expect((await listThreads(actor)).map(({ title }) => title)).toEqual(["Counting"]);
  });

  it("is archived, and comes back with its next question", async () => {
    const actor = testActor();
    const id = randomUUID();
    await ask(actor, id, "One");
    expect(await updateThread(actor, id, { status: "archived" })).toMatchObject({
      status: "archived",
    });
    await ask(actor, id, "Two");
    expect(await getThread(actor, id)).toMatchObject({ status: "regular" });
  });

  it("is listed from its first question on, newest first, and goes with its messages", async () => {
    const actor = testActor();
    const [first, second] = [randomUUID(), randomUUID()];
    await createThread(actor, first);
    expect(await listThreads(actor)).toEqual([]);
    await ask(actor, first, "One");
    await ask(actor, second, "Two");
    expect((await listThreads(actor)).map(({ id }) => id)).toEqual([second, first]);
    await deleteThread(actor, first);
    await expect(loadMessages(actor, first)).rejects.toThrow("no such conversation");
    await createThread(actor, first);
    expect(await loadMessages(actor, first)).toEqual([]);
  });

  it("is a person's own: nobody else's, of the same organisation or another, sees or touches it", async () => {
    const actor = testActor();
    const colleague = testActor({ organizationId: actor.organizationId });
    const sameUserElsewhere = testActor({ userId: actor.userId });
    const id = randomUUID();
    await ask(actor, id, "Mine");
    for (const other of [colleague, sameUserElsewhere]) {
      await expect(getThread(other, id)).rejects.toThrow("no such conversation");
      await expect(loadMessages(other, id)).rejects.toThrow("no such conversation");
      await expect(updateThread(other, id, { title: "Theirs" })).rejects.toThrow(
        "no such conversation",
      );
      await deleteThread(other, id);
      await ask(other, id, "Theirs");
      expect(await loadMessages(other, id)).toHaveLength(1);
    }
    expect(await loadMessages(actor, id)).toMatchObject([{ parts: [{ text: "Mine" }] }]);
    expect(await getThread(actor, id)).toMatchObject({ title: "Mine" });
  });

  it("is not open to a key, even of the same person", async () => {
    const actor = testActor();
    const key = { ...actor, kind: "apiKey", channel: "api", keyId: "k" } as const;
    await expect(listThreads(key)).rejects.toThrow("belong to a person");
  });
});

describe("a message that this version cannot read", () => {
  it("stays in its place and says so", async () => {
    const actor = testActor();
    const id = randomUUID();
    const { question } = await ask(actor, id, "One");
    await endTurn(actor, {
      threadId: id,
      questionId: question.id,
      answer: { id: randomUUID(), role: "assistant", parts: [{ type: "text", text: "1" }] },
      outcome: "complete",
    });
    await asActor(
      actor,
      (sql) => sql`
        update store.messages set content = '{"shape": "of another time"}'
        where thread_id = ${id} and role = 'assistant'`,
    );
    const messages = await loadMessages(actor, id);
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
    expect(JSON.stringify(messages[1])).toContain("cannot be shown");
  });
});

describe("a title", () => {
  it("is cut at a word", () => {
    const title = titleOf(`Which ${"very ".repeat(30)}long question`);
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/very…$/);
  });
});
