import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { plausibleSims } from "./sims/plausible.ts";
import { type Ask, clientFor } from "./testing/client.ts";

const ICCID = "8988228066000000001";
let emulator: Emulator;
let ask: Ask;

beforeAll(async () => {
  emulator = await startEmulator({ timeFactor: 100, sims: plausibleSims(250) });
  ask = await clientFor(emulator);
});
afterAll(() => emulator.close());

describe("the list", () => {
  it("comes in pages of at most 100, with their headers", async () => {
    const { json, headers } = await ask("GET", "/v2/sims?page=3&pageSize=500");
    expect(json).toHaveLength(50);
    expect(headers.get("x-count-per-page")).toBe("100");
    expect(headers.get("x-current-page")).toBe("3");
    expect(headers.get("x-total-count")).toBe("250");
    expect(headers.get("x-total-pages")).toBe("3");
  });

  it("has ten a page unless asked, and nothing beyond the end", async () => {
    expect((await ask("GET", "/v1/sims")).json).toHaveLength(10);
    expect((await ask("GET", "/v1/sims?page=99")).json).toEqual([]);
  });

  it("is filtered by address and device only", async () => {
    const { ip_address } = emulator.sim(ICCID);
    const found = await ask("GET", `/v2/sims?q=ip_address:${ip_address}`);
    expect(found.json.map((sim: { iccid: string }) => sim.iccid)).toEqual([ICCID]);
    expect((await ask("GET", "/v2/sims?q=label:meter")).status).toBe(400);
    expect((await ask("GET", "/v1/sims?q=label:meter")).status).toBe(422);
  });

  it("is sorted by address, downwards with a minus", async () => {
    const { json } = await ask("GET", "/v2/sims?sort=-ip_address&pageSize=100");
    const addresses = json.map((sim: { ip_address: string }) => sim.ip_address);
    expect(addresses).toEqual([...addresses].sort().reverse());
  });

  it("refuses a page that is no number, each version in its way", async () => {
    const v2 = await ask("GET", "/v2/sims?page=abc");
    expect([v2.status, v2.json.error_token]).toEqual([400, "BadRequest"]);
    expect((await ask("GET", "/v1/sims?page=abc")).status).toBe(422);
  });
});

describe("one SIM", () => {
  it("has 19 digits and, beside them, 20 with the check digit", async () => {
    emulator.seed([{ iccid: "8988228066680005433" }]);
    const { json } = await ask("GET", "/v2/sims/8988228066680005433");
    expect(json.iccid_with_luhn).toBe("89882280666800054334");
    expect(json.activation_date).toMatch(/\.\d{3}\+0000$/);
  });

  it("is missing with v2's envelope, or with nothing in v1", async () => {
    const v2 = await ask("GET", "/v2/sims/1");
    expect([v2.status, v2.json]).toEqual([
      404,
      { error_code: 1000, error_token: "NotFound", message: "Element not found" },
    ]);
    const v1 = await ask("GET", "/v1/sims/1");
    expect([v1.status, v1.text]).toEqual([404, ""]);
  });

  it("has a level in the list that is not the code of its quota", async () => {
    emulator.change(ICCID, { data_remaining_mb: 0, status: "Enabled" });
    const { json } = await ask("GET", `/v2/sims/${ICCID}`);
    expect(json.quota_status.id).toBe(2);
    expect(json.quota_status.quota_exceeded_date).toMatch(/Z$/);
    const quota = await ask("GET", `/v2/sims/${ICCID}/quota/data`);
    expect(quota.json.status).toEqual({ id: 0, description: "EXHAUSTED" });
  });
});

describe("an update", () => {
  const seeded = { status: "Disabled", imei_lock: true, label: "old" } as const;

  it("of v1 falls back to its defaults where it says nothing", async () => {
    emulator.change(ICCID, seeded);
    expect((await ask("PUT", `/v1/sims/${ICCID}`, { iccid: ICCID, label: "new" })).status).toBe(
      200,
    );
    const { status, imei_lock, label } = emulator.sim(ICCID);
    expect({ status, imei_lock, label }).toEqual({
      status: "Enabled",
      imei_lock: false,
      label: "new",
    });
  });

  it("of v2 leaves what it says nothing of", async () => {
    emulator.change(ICCID, seeded);
    const reply = await ask("PUT", `/v2/sims/${ICCID}`, { label: "new" });
    expect([reply.status, reply.text]).toEqual([200, ""]);
    const { status, imei_lock, label } = emulator.sim(ICCID);
    expect({ status, imei_lock, label }).toEqual({ ...seeded, label: "new" });
  });

  it("is logged once, with the client and what was before", async () => {
    emulator.change(ICCID, seeded);
    emulator.clearEffects();
    await ask("PUT", `/v2/sims/${ICCID}`, { label: "newer" });
    expect(emulator.effects()).toMatchObject([
      {
        kind: "update",
        client: "emulator",
        iccid: ICCID,
        before: { label: "old" },
        after: { label: "newer", status: "Disabled" },
      },
    ]);
  });

  it.each([
    ["another status", { status: "Suspended" }],
    ["another SIM's ICCID", { iccid: "8988228066000000002", status: "Enabled" }],
    ["a lock that is no yes or no", { imei_lock: "yes" }],
  ])("with %s changes nothing", async (_, body) => {
    const before = emulator.sim(ICCID);
    expect((await ask("PUT", `/v2/sims/${ICCID}`, body)).status).toBe(400);
    expect((await ask("PUT", `/v1/sims/${ICCID}`, { iccid: ICCID, ...body })).status).toBe(422);
    expect(emulator.sim(ICCID)).toEqual(before);
  });

  it("of an expired SIM is refused: 422 in v1, a conflict in v2", async () => {
    const iccid = "8988228066000000003";
    emulator.change(iccid, { expiry_date: new Date("2020-01-01") });
    const v1 = await ask("PUT", `/v1/sims/${iccid}`, { iccid, status: "Enabled" });
    expect([v1.status, v1.text]).toEqual([422, expect.stringContaining(iccid)]);
    const v2 = await ask("PUT", `/v2/sims/${iccid}`, { status: "Enabled" });
    expect([v2.status, v2.json.error_token]).toEqual([409, "Conflict"]);
    const bulk = await ask("POST", "/v1/sims", [{ iccid, status: "Enabled" }]);
    expect(bulk.status).toBe(422);
    const quota = await ask("GET", `/v2/sims/${iccid}/quota/data`);
    expect(quota.json.status).toEqual({ id: 2, description: "EXPIRED" });
  });
});

describe("a bulk update", () => {
  const iccids = ["8988228066000000011", "8988228066000000012"];

  it("is accepted without a result, and done some time later", async () => {
    for (const iccid of iccids) emulator.change(iccid, { status: "Enabled", label: "before" });
    const body = [...iccids, "8988228066999999999"].map((iccid) => ({ iccid, status: "Disabled" }));
    const reply = await ask("POST", "/v1/sims", body);
    expect([reply.status, reply.text]).toEqual([201, ""]);
    expect(emulator.sim(iccids[0] ?? "").status).toBe("Enabled");
    await expect
      .poll(() => iccids.map((iccid) => emulator.sim(iccid).status))
      .toEqual(["Disabled", "Disabled"]);
    expect(emulator.sim(iccids[0] ?? "").label).toBe("before");
  });

  it("can be accepted and lost", async () => {
    for (const iccid of iccids) emulator.change(iccid, { status: "Enabled" });
    emulator.addFault({ kind: "lost_in_queue", path: "/v1/sims", times: 1 });
    const body = iccids.map((iccid) => ({ iccid, status: "Disabled" }));
    expect((await ask("POST", "/v1/sims", body)).status).toBe(201);
    emulator.settle();
    expect(emulator.sim(iccids[0] ?? "").status).toBe("Enabled");
  });
});

describe("version 1", () => {
  it("can be retired, as 1NCE will; orders stay", async () => {
    emulator.set({ v1Retired: true });
    expect((await ask("GET", `/v1/sims/${ICCID}`)).status).toBe(404);
    expect((await ask("GET", `/v2/sims/${ICCID}`)).status).toBe(200);
    expect((await ask("GET", "/v1/orders")).status).toBe(200);
    emulator.set({ v1Retired: false });
  });
});
