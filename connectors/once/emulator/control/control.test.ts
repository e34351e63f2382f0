import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../emulator.ts";
import { plausibleSims } from "../sims/plausible.ts";
import { ask, clientFor } from "../testing/client.ts";

const ICCID = "8988228066000000001";
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ timeFactor: 1000 });
});
afterAll(() => emulator.close());

const control = (method: string, path: string, body?: unknown) =>
  ask(`${emulator.controlUrl}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe("the control over HTTP", () => {
  it("puts SIMs in, once", async () => {
    const sims = plausibleSims(3);
    expect((await control("POST", "/sims", sims)).json).toEqual({ added: 3, kept: 0 });
    expect((await control("POST", "/sims", sims)).json).toEqual({ added: 0, kept: 3 });
    expect((await control("GET", "/sims?offset=1&limit=1")).json).toHaveLength(1);
    expect((await control("GET", "/")).json).toMatchObject({ sims: 3 });
  });

  it("changes a SIM behind the client's back", async () => {
    await control("PATCH", `/sims/${ICCID}`, { status: "Enabled", attached_at: new Date() });
    const change = {
      label: "portal",
      data_remaining_mb: 12.5,
      operator: "Orange FR",
      country: "FR",
    };
    const { json } = await control("PATCH", `/sims/${ICCID}`, change);
    expect(json).toMatchObject({ ...change, data_level: 1 });
    const call = await clientFor(emulator);
    expect((await call("GET", `/v2/sims/${ICCID}`)).json.label).toBe("portal");
    expect((await call("GET", `/v1/sims/${ICCID}/status`)).json.location.operator.name).toBe(
      "Orange FR",
    );
    const { json: effects } = await control("GET", `/effects?iccid=${ICCID}`);
    expect(effects.map(({ kind }: { kind: string }) => kind)).toEqual([
      "changed_behind",
      "changed_behind",
    ]);
  });

  it("takes a SIM away", async () => {
    await control("DELETE", "/sims/8988228066000000003");
    const call = await clientFor(emulator);
    expect((await call("GET", "/v2/sims/8988228066000000003")).status).toBe(404);
    expect((await control("GET", "/sims/8988228066000000003")).status).toBe(404);
  });

  it("sets and clears faults", async () => {
    const { json } = await control("POST", "/faults", { kind: "empty_200", times: 2 });
    expect((await control("GET", "/faults")).json).toMatchObject([
      { kind: "empty_200", struck: 0 },
    ]);
    await control("DELETE", `/faults/${json.id}`);
    expect((await control("GET", "/faults")).json).toEqual([]);
  });

  it("moves time, does queued work and changes settings", async () => {
    const { json } = await control("POST", "/advance", { minutes: 60 });
    expect(json.sims).toBeGreaterThan(0);
    const { json: settings } = await control("PATCH", "/settings", { queueDelayMs: 1e9 });
    expect(settings.queueDelayMs).toBe(1e9);
    const call = await clientFor(emulator);
    await call("POST", "/v1/sims", [{ iccid: ICCID, status: "Disabled" }]);
    expect((await control("GET", "/")).json.queued).toBe(1);
    await control("POST", "/settle");
    expect((await control("GET", `/sims/${ICCID}`)).json.status).toBe("Disabled");
  });

  it("counts calls by operation", async () => {
    await control("DELETE", "/calls");
    const call = await clientFor(emulator);
    await call("GET", `/v2/sims/${ICCID}`);
    await call("GET", "/v2/sims/nobody");
    await call("GET", "/v9/sims");
    const { json } = await control("GET", "/calls");
    expect(json.operations["GET /v2/sims/{iccid}"]).toMatchObject({ calls: 2, ok: 1 });
    expect(json.total.calls).toBe(4);
    expect((await control("GET", "/calls/log")).json[1]).toMatchObject({
      method: "GET",
      path: `/v2/sims/${ICCID}`,
      client: "emulator",
    });
  });

  it("says what is wrong with a wrong request", async () => {
    expect((await control("POST", "/sims", [{ iccid: "12" }])).json.error).toContain("19 or 20");
    expect((await control("POST", "/sims", [{ nothing: 1 }])).status).toBe(400);
    expect((await control("POST", "/advance", { minutes: -1 })).status).toBe(400);
    expect((await control("GET", "/weather")).status).toBe(404);
    expect((await ask(`${emulator.controlUrl}/sims`, { method: "POST", body: "{" })).status).toBe(
      400,
    );
  });

  it("begins anew, with the same credentials", async () => {
    await control("POST", "/reset");
    expect((await control("GET", "/")).json).toMatchObject({ sims: 0, events: 0, orders: 0 });
    expect((await (await clientFor(emulator))("GET", "/v2/sims")).json).toEqual([]);
  });
});

describe("ten thousand SIMs", () => {
  it("are put in, listed and moved through an hour", async () => {
    const large = await startEmulator({ timeFactor: 1000, sims: plausibleSims(10_000) });
    const call = await clientFor(large);
    const seen = new Set<string>();
    for (let page = 1; page <= 100; page++) {
      const { json } = await call("GET", `/v2/sims?page=${page}&pageSize=100`);
      for (const { iccid } of json) seen.add(iccid);
    }
    expect(seen.size).toBe(10_000);
    const { records } = await large.advance({ minutes: 60 });
    expect(records).toBeGreaterThan(1_000);
    await large.close();
  });
});
