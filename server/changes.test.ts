import type { Server } from "node:http";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as decideRoute } from "#app/api/changes/[id]/decision/route.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { decide } from "#domain/changes/decide.ts";
import { makeSims, statusesOf, work } from "#domain/changes/testing.ts";
import { importFile } from "#domain/imports/import-file.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createWebServer, listen } from "./http.ts";
import { serveRest } from "./rest.ts";

let server: Server;
let url: string;
let owner: Awaited<ReturnType<typeof newMember>>;
let key: string;
let iccids: string[];

beforeAll(async () => {
  server = createWebServer(() => serveRest);
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(() => server.close());
beforeEach(async () => {
  owner = await newMember(await newOrganization(), "owner");
  iccids = await makeSims(owner, 4, (n) => ({ customer: n < 3 ? "CityBikes" : "Aqua" }));
  key = (await createApiKey(owner, { name: "script", scopes: ["sims:read", "sims:write"] })).key;
});

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const CITYBIKES = {
  from: "sims",
  columns: ["sims.iccid"],
  where: { member: "sims.customer", op: "eq", value: "CityBikes" },
};

describe("an effect over REST", () => {
  it("answers 202 with the preview and where a person decides, and nothing has happened", async () => {
    const response = await send("POST", "/api/v1/sims/status", {
      query: CITYBIKES,
      status: "suspended",
    });
    expect(response.status).toBe(202);
    const { approval, preview } = await response.json();
    expect(approval.url).toMatch(new RegExp(`/changes/${approval.id}$`));
    expect(Date.parse(approval.expires_at)).toBeGreaterThan(Date.now());
    expect(preview).toMatchObject({ title: "Suspend 3 SIMs", target_count: 3 });
    expect(await statusesOf(owner)).toEqual({ active: 4 });
    const shown = await (await send("GET", `/api/v1/changes/${approval.id}`)).json();
    expect(shown).toMatchObject({ state: "proposed", proposed_by: "script", channel: "api" });
    expect(shown.approval).toMatchObject({ may_decide: false });
  });

  it("is carried out once a person has approved it, and can be followed and listed", async () => {
    const asked = await send("POST", "/api/v1/sims/bulk-activate", { iccids });
    expect(asked.status).toBe(409); // all are active already
    const { approval } = await (
      await send("PUT", `/api/v1/sims/${iccids[0]}/status`, { status: "inactive" })
    ).json();
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    const change = await (await send("GET", `/api/v1/changes/${approval.id}`)).json();
    expect(change).toMatchObject({ state: "done", progress: { done: 1 } });
    const items = await (await send("GET", `/api/v1/changes/${approval.id}/items`)).json();
    expect(items.items).toMatchObject([{ target: iccids[0], state: "done" }]);
    const list = await (await send("GET", "/api/v1/changes?state=done")).json();
    expect(list.changes.map(({ id }: { id: string }) => id)).toEqual([approval.id]);
    const undo = await send("POST", `/api/v1/changes/${approval.id}/undo`);
    expect(undo.status).toBe(202);
    expect((await undo.json()).preview.title).toContain("Undo “Set 1 SIM inactive”");
  });

  it("cannot be approved with a key, over whichever route", async () => {
    const { approval } = await (
      await send("POST", "/api/v1/sims/status", { iccids, status: "suspended" })
    ).json();
    const request = new Request(`${url}/api/changes/${approval.id}/decision`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ decision: "approve" }),
    });
    const answer = await decideRoute(request, { params: Promise.resolve({ id: approval.id }) });
    expect(answer.status).toBe(403);
    expect((await answer.json()).detail).toContain("Only a signed-in person");
    expect(await statusesOf(owner)).toEqual({ active: 4 });
  });

  it("replays an Idempotency-Key with the same request, and refuses it with another", async () => {
    const suspend = (status: string) =>
      send("POST", "/api/v1/sims/status", { iccids, status }, { "idempotency-key": "once" });
    const [first, second] = await Promise.all([suspend("suspended"), suspend("suspended")]);
    expect([first.status, second.status]).toEqual([202, 202]);
    const body = await first.json();
    expect(await second.json()).toEqual(body);
    const other = await suspend("inactive");
    expect(other.status).toBe(409);
    expect((await other.json()).detail).toContain("Idempotency-Key");
    const { changes } = await (await send("GET", "/api/v1/changes")).json();
    expect(changes).toHaveLength(1);
    const empty = await send("POST", "/api/v1/sims/status", {}, { "idempotency-key": " " });
    expect(empty.status).toBe(400);
  });

  it("says what is wrong with a bad request, field by field", async () => {
    const cases: [body: object, detail: RegExp][] = [
      [{ iccids }, /^status: /],
      [{ status: "asleep", iccids }, /^status: /],
      [{ status: "active" }, /exactly one way: iccid, iccids/],
      [{ status: "active", iccids, query: CITYBIKES }, /exactly one way/],
      [{ status: "active", iccids: ["12"] }, /^iccids, entry 1: /],
      [{ status: "active", query: { from: "sims", columns: ["sims.nope"] } }, /nope/],
      [{ status: "active", query: { from: "sims", columns: ["sims.label"] } }, /must carry iccid/],
    ];
    for (const [body, detail] of cases) {
      const response = await send("POST", "/api/v1/sims/status", body);
      expect(response.status, JSON.stringify(body)).toBe(400);
      expect((await response.json()).detail).toMatch(detail);
    }
  });

  it("needs the right to change the fleet", async () => {
    key = (await createApiKey(owner, { name: "reader", scopes: ["sims:read"] })).key;
    const response = await send("POST", "/api/v1/sims/status", { iccids, status: "suspended" });
    expect(response.status).toBe(403);
  });

  it("adds and removes a SIM by the usual methods", async () => {
    const added = await send("POST", "/api/v1/sims", {
      iccid: "8988280666000000999",
      label: "new",
    });
    expect(added.status).toBe(202);
    expect((await added.json()).preview.title).toBe("Add 1 SIM");
    const removed = await send("DELETE", `/api/v1/sims/${iccids[0]}`);
    expect(removed.status).toBe(202);
    expect((await removed.json()).preview).toMatchObject({ title: "Remove 1 SIM for good" });
    const gone = await send("DELETE", "/api/v1/sims/8988280666000000999");
    expect(gone.status).toBe(404);
    const patched = await send("PATCH", `/api/v1/sims/${iccids[0]}`, { label: "north" });
    expect((await patched.json()).preview.title).toBe("Rename 1 SIM to “north”");
  });

  it("checks a list of SIMs row by row, loads nothing, and says where a person does", async () => {
    const csv = `iccid,label,status\n${iccids[0]},gate-0,active\n8988280666000000997,gate-1,active\n12,bad,active`;
    const answer = await send("POST", "/api/v1/sims/import", { csv });
    expect(answer.status).toBe(202);
    const { approval, preview } = await answer.json();
    expect(approval.url).toContain(`/import?file=${approval.id}`);
    expect(preview).toMatchObject({ title: "Load 2 SIMs", target_count: 2 });
    expect(preview.skipped).toMatchObject([{ reason: "wrong", count: 1 }]);
    expect(preview.skipped[0].targets[0]).toMatch(/^line 4, iccid: /);
    expect(await statusesOf(owner)).toEqual({ active: 4 });
    expect((await send("POST", "/api/v1/sims/import", {})).status).toBe(400);
    const early = await send("POST", "/api/v1/sims/bulk-activate", { import_id: approval.id });
    expect(early.status).toBe(404); // checked, not loaded
  });

  it("takes the SIMs of a saved import as those that are meant", async () => {
    const csv = `iccid,status\n${iccids[1]},active\n${iccids[2]},active`;
    const { importId } = await importFile(owner, {
      kind: "sims",
      fileName: "two.csv",
      stream: Readable.from([Buffer.from(csv)]),
    });
    const body = { import_id: importId, status: "suspended" };
    const { preview } = await (await send("POST", "/api/v1/sims/status", body)).json();
    expect(preview.first_targets.map(({ target }: { target: string }) => target)).toEqual(
      iccids.slice(1, 3),
    );
  });
});
