import type { Server } from "node:http";
import { Agent, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createSim } from "#domain/sims/testing.ts";
import { createWebServer, listen } from "./http.ts";
import { serveRest } from "./rest.ts";

const OURS = "8988280666000000019";
const THEIRS = "8988280666000000027";

let server: Server;
let url: string;
let key: string;
let sqlKey: string;
let reportKey: string;

beforeAll(async () => {
  const [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
  const owner = await newMember(ours, "owner");
  key = (await createApiKey(owner, { name: "test", scopes: ["sims:read"] })).key;
  sqlKey = (await createApiKey(owner, { name: "sql", scopes: ["sims:read", "developer"] })).key;
  reportKey = (await createApiKey(owner, { name: "r", scopes: ["sims:read", "reports:read"] })).key;
  await createSim(
    systemActor(ours),
    { iccid: OURS, label: "meter-1", status: "active", tags: [] },
    new Date(),
  );
  await createSim(systemActor(theirs), { iccid: THEIRS, status: "active", tags: [] }, new Date());
  server = createWebServer(() => serveRest);
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = { authorization: `Bearer ${key}` }) =>
  fetch(`${url}${path}`, { headers });

const PIECE = "x".repeat(64 * 1024);

/** A status, from the one connection of `agent`; a body goes out in pieces of 64 KiB. */
function statusOf(
  agent: Agent,
  path: string,
  { pieces = 0, isAnnounced = false } = {},
): Promise<number> {
  return new Promise((done, fail) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(isAnnounced ? { "content-length": pieces * PIECE.length } : {}),
    };
    const method = pieces > 0 ? "POST" : "GET";
    const outgoing = request(`${url}${path}`, { method, headers, agent }, (response) => {
      response.resume().on("end", () => done(response.statusCode ?? 0));
    }).on("error", fail);
    for (let piece = 0; piece < pieces; piece++) outgoing.write(PIECE);
    outgoing.end();
  });
}

describe("REST", () => {
  it("answers with the SIM, by its ICCID of 19 digits", async () => {
    const response = await get(`/api/v1/sims/${OURS}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ iccid: OURS, label: "meter-1" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("leads to the file of a report that is asked for as CSV", async () => {
    const path = "/api/v1/reports/usage?start_date=2026-10-01&end_date=2026-10-02&grain=day";
    const authorization = `Bearer ${reportKey}`;
    const rows = await (await get(path, { authorization })).json();
    expect(rows).toMatchObject({ rows: [{ start: "2026-10-01" }, { start: "2026-10-02" }] });
    const found = await fetch(`${url}${path}&format=csv`, {
      headers: { authorization },
      redirect: "manual",
    });
    expect(found.status).toBe(303);
    expect(found.headers.get("location")).toMatch(/^\/api\/reports\/[\w-]+$/);
    expect((await get(path)).status).toBe(403);
  });

  it("makes an export at a path beside that of one SIM, of filters or of a query in JSON", async () => {
    const made = async (query: string) => {
      const response = await get(`/api/v1/sims/export?${query}`);
      return { status: response.status, body: await response.json() };
    };
    const query = (text: string) => `query=${encodeURIComponent(text)}`;
    expect(await made("format=xlsx&status=active,suspended")).toMatchObject({
      status: 200,
      body: { format: "xlsx", row_count: 1, url: expect.stringContaining("/api/exports/") },
    });
    expect(await made(query(`{"from":"sims"}`))).toMatchObject({ body: { row_count: 1 } });
    for (const wrong of ["sims", "[]", `{"from":1}`, "{"]) {
      const { status, body } = await made(query(wrong));
      expect([status, body.detail]).toEqual([400, expect.stringMatching(/^query/)]);
    }
  });

  it("runs SQL for a key that may, and says where it is wrong", async () => {
    const post = async (sql: string) => {
      const response = await fetch(`${url}/api/v1/sql`, {
        method: "POST",
        headers: { authorization: `Bearer ${sqlKey}`, "content-type": "application/json" },
        body: JSON.stringify({ sql }),
      });
      return { status: response.status, body: await response.json() };
    };
    expect(await post("select label from sims")).toMatchObject({
      status: 200,
      body: { rows: [{ label: "meter-1" }], has_more: false },
    });
    const wrong = await post("select labl from sims");
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toMatch(/Column 8: there is no column labl here/);
  });

  it("says the same of another organisation's ICCID as of one that nobody has", async () => {
    const [theirs, nobodys] = await Promise.all([
      get(`/api/v1/sims/${THEIRS}`),
      get("/api/v1/sims/8988280666000000035"),
    ]);
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    const words = async (response: Response, iccid: string) =>
      (await response.text()).replaceAll(iccid, "…");
    expect(await words(theirs, THEIRS)).toBe(await words(nobodys, "8988280666000000035"));
  });

  it.each([
    ["no key", "/api/v1/sims", {}, 401, /Sign in, or send an API key/],
    ["a wrong key", "/api/v1/sims", { "x-api-key": "simon_no" }, 401, /not valid/],
    ["an unknown path", "/api/v1/simz", undefined, 404, /openapi/],
    ["a malformed cursor", "/api/v1/sims?cursor=%00", undefined, 400, /cursor/],
    ["an unknown parameter", "/api/v1/sims?colour=red", undefined, 400, /colour/],
    ["a limit that is too large", "/api/v1/sims?limit=100000", undefined, 400, /limit/],
    ["a path that is not URL-encoded", "/api/v1/sims/%E0%A4%A", undefined, 400, /URL-encoded/],
    ["an ICCID of five digits", "/api/v1/sims/12345", undefined, 400, /iccid/i],
  ])("answers %s with problem details", async (_case, path, headers, status, detail) => {
    const response = await get(path, headers as Record<string, string> | undefined);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status,
      detail: expect.stringMatching(detail as RegExp),
    });
  });

  it.each([
    ["no JSON", "{", 400],
    ["a list", "[]", 400],
    ["an empty question", JSON.stringify({ query: " " }), 400],
    ["a question of 50,000 characters", JSON.stringify({ query: "x".repeat(50_000) }), 400],
  ])("refuses %s as a question", async (_case, body, status) => {
    const response = await fetch(`${url}/api/v1/ai/query`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body,
    });
    expect(response.status).toBe(status);
  });

  it.each([
    ["that says so", true],
    ["of unknown length", false],
  ])(
    "refuses a body %s that is too long, and goes on with the connection",
    async (_case, isAnnounced) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      expect(await statusOf(agent, "/api/v1/ai/query", { pieces: 40, isAnnounced })).toBe(413);
      expect(await statusOf(agent, "/api/v1/sims")).toBe(200);
      agent.destroy();
    },
  );

  it("does not listen for ever to a body without an end", async () => {
    const agent = new Agent({ maxSockets: 1 });
    const outgoing = request(`${url}/api/v1/ai/query`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      agent,
    });
    const status = new Promise<number>((done, fail) => {
      outgoing.on("response", (response) => done(response.statusCode ?? 0)).on("error", fail);
    });
    const more = () => {
      while (!outgoing.destroyed && outgoing.write(PIECE));
    };
    outgoing.on("drain", more);
    more();
    expect(await status).toBe(413);
    outgoing.destroy();
  });
});
