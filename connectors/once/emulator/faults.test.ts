import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { FAULT_KINDS, type FaultKind, faultsOf } from "./faults.ts";
import { randomOf } from "./random.ts";
import { type Ask, ask, clientFor } from "./testing/client.ts";

const ICCID = "8988228066000000001";
const PATH = `/v2/sims/${ICCID}`;
let emulator: Emulator;
let call: Ask;

beforeAll(async () => {
  emulator = await startEmulator({ timeFactor: 100, sims: [{ iccid: ICCID }] });
});
beforeEach(async () => {
  emulator.clearFaults();
  call = await clientFor(emulator);
  emulator.clearEffects();
});
afterAll(() => emulator.close());

const put = () => call("PUT", PATH, { label: "x" });
const effects = () => emulator.effects({ kind: "update" }).length;

describe("a fault", () => {
  const answers: readonly [FaultKind, number, string, number][] = [
    ["error_500_before", 500, "InternalServerError", 0],
    ["error_500_after", 500, "InternalServerError", 1],
    ["unavailable_503", 503, "", 0],
    ["rate_limited_429", 429, "Too Many", 0],
    ["html_page", 502, "<html>", 0],
    ["html_page_after", 502, "<html>", 1],
    ["empty_200", 200, "", 1],
    ["token_expired", 401, "", 0],
  ];
  it.each(answers)("%s answers %i and has its effect or not", async (kind, status, text, done) => {
    emulator.addFault({ kind, times: 1 });
    const reply = await put();
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(text);
    expect(effects()).toBe(done);
  });

  const breaks: readonly [FaultKind, number][] = [
    ["reset_before", 0],
    ["reset_after", 1],
    ["silence_before", 0],
    ["silence_after", 1],
  ];
  it.each(breaks)("%s ends without an answer", async (kind, done) => {
    emulator.addFault({ kind, times: 1, delayMs: 50 });
    await expect(put()).rejects.toThrow();
    expect(effects()).toBe(done);
    expect(emulator.callLog().at(-1)).toMatchObject({ status: 0, fault: kind });
  });

  it("half_body breaks off in the middle of the answer", async () => {
    emulator.addFault({ kind: "half_body", times: 1 });
    await expect(call("GET", PATH)).rejects.toThrow();
    expect((await call("GET", PATH)).json.iccid).toBe(ICCID);
  });

  it("slow takes its time, and is right", async () => {
    emulator.addFault({ kind: "slow", times: 1, delayMs: 120 });
    const startedAt = performance.now();
    expect((await call("GET", PATH)).json.iccid).toBe(ICCID);
    expect(performance.now() - startedAt).toBeGreaterThan(110);
  });

  it("token_expired also ends the token, until there is a new one", async () => {
    emulator.addFault({ kind: "token_expired", times: 1 });
    expect((await call("GET", PATH)).status).toBe(401);
    expect((await call("GET", PATH)).status).toBe(401);
    call = await clientFor(emulator);
    expect((await call("GET", PATH)).status).toBe(200);
  });

  it("strikes the paths, methods and numbers of calls that it names", async () => {
    emulator.addFault({ kind: "unavailable_503", path: "/v2/sims/*/quota/*", times: 2, after: 1 });
    emulator.addFault({ kind: "html_page", path: "/v2/sims/*", method: "PUT", times: 1 });
    const quota = async () => (await call("GET", `${PATH}/quota/data`)).status;
    expect((await call("GET", PATH)).status).toBe(200);
    expect([await quota(), await quota(), await quota(), await quota()]).toEqual([
      200, 503, 503, 200,
    ]);
    expect((await put()).status).toBe(502);
  });

  it("can strike at the token too", async () => {
    emulator.addFault({ kind: "error_500_before", path: "/oauth/token", times: 1 });
    await expect(clientFor(emulator)).rejects.toThrow();
  });

  it("is one of the kinds there are", async () => {
    expect(() => emulator.addFault({ kind: "fire" as FaultKind })).toThrow(/There is no fault/);
    const { status } = await ask(`${emulator.controlUrl}/faults`, {
      method: "POST",
      body: '{"kind":"fire"}',
    });
    expect(status).toBe(400);
  });
});

describe("by probability", () => {
  const struck = (seed: number) => {
    const faults = faultsOf(randomOf(seed));
    faults.add({ kind: "unavailable_503", probability: 0.3 });
    return Array.from({ length: 400 }, () => faults.draw("GET", "/v2/sims") !== null);
  };

  it("about as many strike, the same ones with the same seed", () => {
    const strikes = struck(7).filter(Boolean).length;
    expect(strikes).toBeGreaterThan(80);
    expect(strikes).toBeLessThan(160);
    expect(struck(7)).toEqual(struck(7));
    expect(struck(8)).not.toEqual(struck(7));
  });

  it("none of the kinds stops the emulator", async () => {
    for (const kind of FAULT_KINDS) emulator.addFault({ kind, probability: 0.1, delayMs: 10 });
    await Promise.allSettled(Array.from({ length: 200 }, () => call("GET", PATH)));
    emulator.clearFaults();
    call = await clientFor(emulator);
    expect((await call("GET", PATH)).status).toBe(200);
  });
});

describe("a skewed clock", () => {
  it("shows in the Date header and in timestamps", async () => {
    emulator.set({ skewMs: -3_600_000 });
    const { headers } = await call("GET", PATH);
    await call("PUT", PATH, { status: "Disabled" });
    const [event] = (await call("GET", `${PATH}/events`)).json;
    emulator.set({ skewMs: 0 });
    for (const text of [headers.get("date"), event.timestamp]) {
      const behindMs = Date.now() - Date.parse(text);
      expect(behindMs).toBeGreaterThan(3_590_000);
      expect(behindMs).toBeLessThan(3_660_000);
    }
  });
});
