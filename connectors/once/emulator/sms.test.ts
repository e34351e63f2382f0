import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { type Ask, clientFor } from "./testing/client.ts";

const NEAR = "8988228066000000001";
const FAR = "8988228066000000002";
let emulator: Emulator;
let call: Ask;

beforeAll(async () => {
  emulator = await startEmulator({
    timeFactor: 100,
    sims: [{ iccid: NEAR }, { iccid: FAR, attached_at: null }],
  });
  call = await clientFor(emulator);
});
afterAll(() => emulator.close());

const send = (iccid: string, body: object = { payload: "hello" }) =>
  call("POST", `/v2/sims/${iccid}/sms`, body);
const statusOf = async (iccid: string, id: string) =>
  (await call("GET", `/v2/sims/${iccid}/sms/${id}`)).json?.status;

describe("a message", () => {
  it("waits, is delivered later, and only then costs one", async () => {
    const { smsDelayMs } = emulator.info().settings;
    emulator.set({ smsDelayMs: 1e7 });
    const { status, json } = await send(NEAR);
    expect([status, typeof json.id]).toEqual([201, "string"]);
    expect(await statusOf(NEAR, json.id)).toEqual({ id: 2, description: "PENDING" });
    expect(emulator.sim(NEAR).sms_remaining).toBe(250);
    emulator.settle();
    expect(await statusOf(NEAR, json.id)).toEqual({ id: 4, description: "DELIVERED" });
    expect(emulator.sim(NEAR).sms_remaining).toBe(249);
    const { json: usage } = await call("GET", `/v1/sims/${NEAR}/usage`);
    expect(usage.stats[0].sms).toMatchObject({ volume: "1", volume_rx: "0", volume_tx: "1" });

    emulator.set({ smsDelayMs });
    const { json: next } = await send(NEAR);
    await expect.poll(() => statusOf(NEAR, next.id)).toMatchObject({ description: "DELIVERED" });
  });

  it("of v1 comes without an id", async () => {
    const { status, text } = await call("POST", `/v1/sims/${NEAR}/sms`, { payload: "v1" });
    expect([status, text]).toEqual([201, ""]);
    const { json } = await call("GET", `/v1/sims/${NEAR}/sms`);
    expect(json[0]).toMatchObject({ payload: "v1", retry_count: "0" });
  });

  it("waits for a device that is away, until it comes", async () => {
    const { json } = await send(FAR);
    emulator.settle();
    expect((await statusOf(FAR, json.id)).description).toBe("PENDING");
    while (emulator.sim(FAR).connectivity === "OFFLINE") {
      await emulator.advance({ minutes: 15, iccids: [FAR] });
    }
    expect((await statusOf(FAR, json.id)).description).toBe("DELIVERED");
  });

  it("can be cancelled while it waits, and not after", async () => {
    emulator.set({ smsDelayMs: 1e7 });
    const { json } = await send(NEAR);
    const cancelled = await call("DELETE", `/v2/sims/${NEAR}/sms/${json.id}`);
    expect([cancelled.status, cancelled.json]).toEqual([200, { id: json.id }]);
    expect((await call("GET", `/v2/sims/${NEAR}/sms/${json.id}`)).status).toBe(404);
    const { json: later } = await send(NEAR);
    emulator.settle();
    expect((await call("DELETE", `/v2/sims/${NEAR}/sms/${later.id}`)).status).toBe(400);
    expect((await call("DELETE", `/v1/sims/${NEAR}/sms/${later.id}`)).status).toBe(422);
    expect(emulator.effects({ kind: "cancel_sms" })).toHaveLength(1);
  });

  it("expires, and costs nothing", async () => {
    const before = emulator.sim(NEAR).sms_remaining;
    const { json } = await send(NEAR, { payload: "x", expiry_date: "2020-01-01T00:00:00Z" });
    emulator.settle();
    expect((await statusOf(NEAR, json.id)).description).toBe("EXPIRED");
    expect(emulator.sim(NEAR).sms_remaining).toBe(before);
  });

  it("to a disabled SIM fails", async () => {
    emulator.change(NEAR, { status: "Disabled" });
    const { json } = await send(NEAR);
    emulator.settle();
    expect((await statusOf(NEAR, json.id)).description).toBe("FAILED");
    emulator.change(NEAR, { status: "Enabled" });
  });

  it("is refused when the quota is used up, or the month's limit is reached", async () => {
    emulator.change(NEAR, { sms_remaining: 0 });
    expect((await send(NEAR)).status).toBe(409);
    expect((await call("POST", `/v1/sims/${NEAR}/sms`, { payload: "x" })).status).toBe(422);
    emulator.change(NEAR, { sms_remaining: 100 });
    await call("POST", "/v1/sims/limits", { smsMtLimitId: 41 });
    for (let i = 0; i < 10; i++) await send(NEAR);
    emulator.settle();
    const refused = await send(NEAR);
    expect([refused.status, refused.json.message]).toEqual([
      409,
      "Traffic limit of 10 SMS per month exceeded",
    ]);
  });

  it("is listed with `per_page` in v2 and `pageSize` in v1", async () => {
    expect((await call("GET", `/v2/sims/${NEAR}/sms?per_page=2&pageSize=5`)).json).toHaveLength(2);
    expect((await call("GET", `/v1/sims/${NEAR}/sms?per_page=2&pageSize=5`)).json).toHaveLength(5);
  });

  it("needs a text, and a body of hexadecimal digits for its header", async () => {
    expect((await send(NEAR, {})).status).toBe(400);
    expect((await send(NEAR, { payload: "x", udh: "xyz" })).status).toBe(400);
  });
});
