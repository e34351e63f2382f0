import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, CallLimits } from "#core/actor.ts";
import { handleAuthRequest } from "#domain/auth/handle-request.ts";
import {
  browserRequest,
  cookieOf,
  newMember,
  newOrganization,
  PASSWORD,
} from "#domain/auth/testing.ts";
import { changeKeyLimits } from "#domain/orgs/change-key-limits.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createWebServer, listen } from "./http.ts";
import { serveRest } from "./rest.ts";

let server: Server;
let url: string;
let owner: Extract<Actor, { kind: "user" }>;

beforeAll(async () => {
  owner = await newMember(await newOrganization(), "owner");
  server = createWebServer(() => serveRest);
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(() => server.close());

const SIMS = "/api/v1/sims?limit=1";
const nextIccid = (() => {
  let last = 0;
  return () => `89882806660002${String(++last).padStart(5, "0")}`;
})();

async function newKey(limits?: CallLimits) {
  const scopes = ["sims:read", "sims:write"] as const;
  const { id, key } = await createApiKey(owner, { name: "test", scopes, limits });
  const headers = { authorization: `Bearer ${key}` };
  return {
    id,
    get: (path = SIMS, more: Record<string, string> = {}) =>
      fetch(`${url}${path}`, { headers: { ...headers, ...more } }),
    post: (path: string, body: string) => fetch(`${url}${path}`, { method: "POST", headers, body }),
    /** An effect: it counts whatever becomes of it. */
    change: () =>
      fetch(`${url}/api/v1/sims/${nextIccid()}`, { method: "DELETE", headers }).then(drained),
  };
}

async function drained(response: Response): Promise<Response> {
  await response.arrayBuffer();
  return response;
}

const times = <T>(count: number, call: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, call));

describe("the limits of REST", () => {
  it("refuse a key's 101st read in a minute, say when to come back, and leave other keys alone", async () => {
    const [eager, other] = await Promise.all([newKey(), newKey()]);
    const allowed = await times(100, () => eager.get());
    expect(new Set(allowed.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await eager.get();
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.headers.get("ratelimit-policy")).toBe('"reads";q=100;w=60');
    expect(refused.headers.get("ratelimit")).toBe(`"reads";r=0;t=${wait}`);
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(await refused.json()).toMatchObject({
      title: "Limited",
      code: "limited",
      detail: `Too many requests: at most 100 reads a minute. Try again in ${wait} s.`,
    });
    const untouched = await other.get();
    expect(untouched.status).toBe(200);
    expect(untouched.headers.get("x-ratelimit-remaining")).toBe("99");
  });

  it("count effects apart from reads, also those that fail: ten a minute", async () => {
    const key = await newKey();
    const statuses = (await times(10, key.change)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    const refused = await key.change();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("ratelimit-policy")).toBe('"effects";q=10;w=60');
    const read = await key.get();
    expect([read.status, read.headers.get("x-ratelimit-remaining")]).toEqual([200, "99"]);
  });

  it("are a key's own where an owner gave it some, and change at once", async () => {
    const key = await newKey({ readsPerMinute: 2, effectsPerMinute: 1 });
    const statuses = [await key.get(), await key.get(), await key.get()].map((r) => r.status);
    expect(statuses).toEqual([200, 200, 429]);
    expect([(await key.change()).status, (await key.change()).status]).toEqual([404, 429]);
    await changeKeyLimits(owner, key.id, { readsPerMinute: 9, effectsPerMinute: 1 });
    const next = await key.get();
    expect(next.status).toBe(200);
    expect(next.headers.get("ratelimit-policy")).toBe('"reads";q=9;w=60');
    expect(next.headers.get("x-ratelimit-remaining")).toBe("5"); // refused ones were counted too
  });

  it("do not stop the pages of a signed-in person: 300 reads at once", async () => {
    const signedIn = await handleAuthRequest(
      browserRequest("/api/auth/sign-in/email", {
        body: { email: owner.name, password: PASSWORD },
      }),
    );
    const headers = { cookie: cookieOf(signedIn) };
    const answers = await times(300, () => fetch(`${url}${SIMS}`, { headers }).then(drained));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers[0]?.headers.get("x-ratelimit-limit")).toBe("1200");
  });

  it.each([
    ["200", 200, SIMS],
    ["400, a wrong value", 400, "/api/v1/sims?limit=0"],
    ["400, an unknown parameter", 400, "/api/v1/sims?colour=red"],
    ["404, no such SIM", 404, "/api/v1/sims/8988280666000000019"],
    ["404, no such path", 404, "/api/v1/simz"],
  ])("are counted and told with a %s", async (_case, status, path) => {
    const key = await newKey();
    const before = Date.now() / 1000;
    const first = await key.get(path);
    expect(first.status).toBe(status);
    expect(first.headers.get("ratelimit-policy")).toBe('"reads";q=100;w=60');
    expect(first.headers.get("ratelimit")).toBe('"reads";r=99;t=60');
    expect(first.headers.get("x-ratelimit-limit")).toBe("100");
    const reset = Number(first.headers.get("x-ratelimit-reset"));
    expect(reset).toBeGreaterThan(before + 55);
    expect(reset).toBeLessThan(before + 65);
    expect((await key.get(path)).headers.get("x-ratelimit-remaining")).toBe("98");
  });

  it.each([
    ["403, a missing scope", 403, "/api/v1/sql", JSON.stringify({ sql: "select 1" })],
    ["400, no JSON", 400, "/api/v1/ai/query", "{"],
    ["405, another method", 405, "/api/v1/overview", "{}"],
    ["413, too large a body", 413, "/api/v1/ai/query", "x".repeat(1024 * 1024 + 1)],
  ])("are counted and told with a %s", async (_case, status, path, body) => {
    const key = await newKey();
    const answer = await key.post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("ratelimit")).toBe('"reads";r=99;t=60');
  });

  it("are counted and told with an unusable Idempotency-Key", async () => {
    const key = await newKey();
    const answer = await key.get(SIMS, { "idempotency-key": "x".repeat(201) });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("ratelimit")).toBe('"reads";r=99;t=60');
  });

  it("count a question in plain words once, whatever it asks of the fleet", async () => {
    const key = await newKey();
    const question = JSON.stringify({ query: "how many SIMs are there?" });
    const answer = await key.post("/api/v1/ai/query", question);
    expect(answer.status).toBe(200);
    expect((await key.get()).headers.get("x-ratelimit-remaining")).toBe("98");
  });

  it("are not told to somebody who is nobody", async () => {
    const answer = await fetch(`${url}${SIMS}`);
    expect(answer.status).toBe(401);
    expect(answer.headers.has("ratelimit")).toBe(false);
  });
});
