import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stopAllTurns } from "#agent/running-turns.ts";
import { type ScriptedProvider, scriptedProvider } from "#agent/testing/scripted-provider.ts";
import { GET as resume } from "#app/api/chat/[threadId]/stream/route.ts";
import { config, overrideConfig } from "#core/config.ts";
import { closeDatabase } from "#db/database.ts";
import { browserRequest } from "#domain/auth/testing.ts";
import { deleteThread } from "#domain/threads/delete-thread.ts";
import { chunksOf, heard, newPerson, questionOf, textOf } from "./testing.ts";

const WORDS = "one two three four five six seven eight";

/** An answer that stops in its midst until told to go on. */
function hesitant() {
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
  provider.script({ text: WORDS, hold: { afterWords: 3, until } });
  return goOn;
}

let provider: ScriptedProvider;
let person: Awaited<ReturnType<typeof newPerson>>;
let id: string;

const settings = () => ({
  SIMON_MODEL: "openai-compatible:scripted",
  SIMON_MODEL_BASE_URL: provider.url,
});

beforeAll(async () => {
  provider = await scriptedProvider();
  overrideConfig(settings());
  person = await newPerson();
});
afterAll(() => provider.close());
beforeEach(() => {
  id = randomUUID();
});
afterEach(() => void overrideConfig(settings()));

const texts = async () => (await person.messages(id)).map(textOf);

describe("stop", () => {
  it("keeps the partial answer, and the conversation goes on", async () => {
    hesitant();
    const response = await person.ask(id, "Count");
    const answering = chunksOf(response.clone());
    await heard(response, "two");
    expect((await person.stop(id)).status).toBe(204);
    expect((await answering).at(-1)?.type).toBe("abort");
    const [, partial] = await texts();
    expect(partial).toMatch(/^one two/);
    expect(partial).not.toContain("eight");

    provider.script({ text: "Good." });
    await chunksOf(await person.ask(id, "Thanks"));
    expect((await texts()).at(-1)).toBe("Good.");
  });

  it("of the whole process keeps it, too", async () => {
    hesitant();
    await heard(await person.ask(id, "Count"), "two");
    await stopAllTurns();
    expect((await texts())[1]).toMatch(/^one two/);
  });

  it("before the first word leaves the question", async () => {
    provider.script({ silent: true });
    const answering = chunksOf(await person.ask(id, "Count"));
    await expect.poll(() => provider.requests).toHaveLength(1);
    await person.stop(id);
    await answering;
    expect(await texts()).toEqual(["Count"]);
  });
});

describe("a browser that leaves", () => {
  it("does not end the answer", async () => {
    const goOn = hesitant();
    await (await person.ask(id, "Count")).body?.cancel();
    goOn();
    await expect.poll(texts).toEqual(["Count", WORDS]);
  });

  it("and comes back learns what is being answered, and reads it from its start", async () => {
    const goOn = hesitant();
    await heard(await person.ask(id, "Count", `${id}-1`), "two");
    expect(await person.history(id)).toMatchObject({ answering: `${id}-1` });
    const request = browserRequest(`/api/chat/${id}/stream`, { cookie: person.cookie });
    const parameters = { params: Promise.resolve({ threadId: id }) };
    const resumed = await resume(request, parameters);
    goOn();
    const chunks = await chunksOf(resumed);
    const said = chunks.flatMap((chunk) => (chunk.type === "text-delta" ? [chunk.delta] : []));
    expect(said.join("")).toBe(WORDS);
    expect(chunks[0]).toMatchObject({
      messageMetadata: { expectation: { mostMs: config().model.timeoutMs * 4 } },
    });
    const { messages, answering } = await person.history(id);
    expect(answering).toBeNull();
    expect(messages[1]?.metadata?.expectation).toBeUndefined();
    expect((await resume(request, parameters)).status).toBe(204);
  });
});

describe("two tabs in one conversation", () => {
  it("take turns: the second is told, and nothing is lost", async () => {
    const goOn = hesitant();
    const first = await person.ask(id, "First");
    const second = await person.ask(id, "Second");
    expect(second.status).toBe(409);
    expect(((await second.json()) as { detail: string }).detail).toContain("still answering");
    goOn();
    await chunksOf(first);
    provider.script({ text: "Done." });
    await chunksOf(await person.ask(id, "Second"));
    expect(await texts()).toEqual(["First", WORDS, "Second", "Done."]);
  });
});

describe("going back", () => {
  const talk = async () => {
    provider.script({ text: "A1" });
    await chunksOf(await person.ask(id, "Q1", `${id}-1`));
    provider.script({ text: "A2" });
    await chunksOf(await person.ask(id, "Q2", `${id}-2`));
  };

  it("edits a question beside the first, which the model does not read", async () => {
    await talk();
    provider.script({ text: "A1 anew" });
    const message = questionOf("Q1 edited", `${id}-edited`);
    await chunksOf(await person.send({ id, trigger: "submit-message", message, parentId: null }));
    expect(await texts()).toEqual(["Q1 edited", "A1 anew"]);
    expect(JSON.stringify(provider.requests)).not.toMatch(/"Q1"|Q2/);
  });

  it("answers a question again, the last or another", async () => {
    await talk();
    provider.script({ text: "A2 anew" });
    await chunksOf(await person.regenerate(id));
    expect(await texts()).toEqual(["Q1", "A1", "Q2", "A2 anew"]);
    expect(JSON.stringify(provider.requests[0])).not.toContain('"A2"');
    provider.script({ text: "A1 anew" });
    const again = { id, trigger: "regenerate-message", questionId: `${id}-1` };
    await chunksOf(await person.send(again));
    expect(await texts()).toEqual(["Q1", "A1 anew"]);
  });

  it("keeps the old answer when the new one fails", async () => {
    await talk();
    provider.script({ status: 400, body: "no" });
    await chunksOf(await person.regenerate(id));
    expect(await texts()).toEqual(["Q1", "A1", "Q2", "A2"]);
  });

  it("does not take an answer for a question", async () => {
    await talk();
    const [, answer] = await person.messages(id);
    expect((await person.ask(id, "forged", answer?.id)).status).toBe(409);
    expect(await texts()).toEqual(["Q1", "A1", "Q2", "A2"]);
  });
});

describe("what goes away meanwhile", () => {
  it("a deleted conversation stays deleted, and the reader is told", async () => {
    const goOn = hesitant();
    const answering = chunksOf(await person.ask(id, "Count"));
    await deleteThread(person.actor, id);
    goOn();
    expect((await answering).at(-1)).toMatchObject({ type: "error" });
    await expect(texts()).rejects.toThrow("404");
  });

  it("a database that stops is named, and the question is there when it is back", async () => {
    const goOn = hesitant();
    const answering = chunksOf(await person.ask(id, "Count"));
    const { DATABASE_URL } = process.env;
    await closeDatabase();
    overrideConfig({ ...settings(), DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });
    goOn();
    const chunks = await answering;
    await closeDatabase();
    overrideConfig({ ...settings(), DATABASE_URL });
    expect(chunks.at(-1)).toMatchObject({
      type: "error",
      errorText: expect.stringContaining("The database did not answer"),
    });
    expect(await texts()).toEqual(["Count"]);
  });
});
