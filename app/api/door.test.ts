import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newPerson } from "#app/api/chat/testing.ts";
import { POST as upload } from "#app/api/imports/route.ts";
import { GET as listThreads, POST as makeThread } from "#app/api/threads/route.ts";
import { overrideConfig } from "#core/config.ts";
import { browserRequest } from "#domain/auth/testing.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";

beforeEach(() => {
  overrideConfig({
    SIMON_RATE_LIMIT_PERSON_READS_PER_MINUTE: "3",
    SIMON_RATE_LIMIT_PERSON_EFFECTS_PER_MINUTE: "2",
  });
});
afterEach(() => {
  overrideConfig({});
});

const none = { params: Promise.resolve({}) };

describe("a route that is no tool", () => {
  it("counts what changes something as an effect, what only reads as a read", async () => {
    const { cookie } = await newPerson();
    const make = () =>
      makeThread(browserRequest("/api/threads", { body: { id: randomUUID() }, cookie }), none);
    expect([(await make()).status, (await make()).status]).toEqual([201, 201]);
    const refused = await make();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "limited" });
    const list = () => listThreads(browserRequest("/api/threads", { cookie }), none);
    expect((await list()).status).toBe(200);
  });

  it("counts a turn of the chat, and lets whoever asked too much stop it", async () => {
    const person = await newPerson();
    const threadId = randomUUID();
    for (const status of [200, 200, 429]) {
      const answer = await person.ask(threadId, "How many SIMs are there?");
      expect(answer.status).toBe(status);
      await answer.text();
    }
    expect((await person.stop(threadId)).status).toBe(204);
  });

  it("counts an upload before a byte of it is read", async () => {
    const { actor } = await newPerson();
    const { key } = await createApiKey(actor, {
      name: "loader",
      scopes: ["sims:write"],
      limits: { readsPerMinute: 1, effectsPerMinute: 1 },
    });
    const load = (body: BodyInit) =>
      upload(
        new Request("http://127.0.0.1:3000/api/imports?name=sims.csv", {
          method: "POST",
          headers: { authorization: `Bearer ${key}` },
          body,
          duplex: "half",
        } as RequestInit),
        none,
      );
    const first = await load("ICCID\n8988228066680000001\n");
    expect(first.status).toBe(200);
    expect(await first.text()).toContain(`"type":"checked"`);
    let pulls = 0;
    const unread = new ReadableStream(
      {
        pull() {
          pulls += 1;
        },
      },
      { highWaterMark: 0 },
    );
    expect((await load(unread)).status).toBe(429);
    expect(pulls).toBe(0);
  });
});
