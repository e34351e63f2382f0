import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { plausibleSims } from "./sims/plausible.ts";
import { type Ask, clientFor } from "./testing/client.ts";

const MEGABYTE = 1024 * 1024;
const [FIRST, SECOND, THIRD, LOCKED, FAR] = plausibleSims(5).map(({ iccid }) => iccid) as [
  string,
  string,
  string,
  string,
  string,
];
let emulator: Emulator;
let call: Ask;

beforeAll(async () => {
  emulator = await startEmulator({
    timeFactor: 100,
    sims: [FIRST, SECOND, THIRD, LOCKED].map((iccid) => ({ iccid })),
  });
  emulator.seed([{ iccid: FAR, attached_at: null, rat: "3G" }]);
  call = await clientFor(emulator);
});
afterAll(() => emulator.close());

interface UsageDay {
  data: { volume: string; volume_rx: string; volume_tx: string };
  sms: { volume: string; volume_rx: string; volume_tx: string };
}
const usage = async (iccid: string, query = ""): Promise<UsageDay[]> =>
  (await call("GET", `/v1/sims/${iccid}/usage${query}`)).json.stats;
const sum = (values: string[]) => values.reduce((total, value) => total + Number(value), 0);

describe("traffic", () => {
  it("agrees: what the days have is what the quota lost", async () => {
    const advanced = await emulator.advance({ minutes: 3 * 1440, iccids: [FIRST], smsPerDay: 10 });
    expect(advanced.records).toBeGreaterThan(10);
    const days = await usage(FIRST);
    const { json: data } = await call("GET", `/v2/sims/${FIRST}/quota/data`);
    expect(sum(days.map((day) => day.data.volume))).toBeCloseTo(500 - data.volume, 4);
    expect(sum(days.map((day) => day.data.volume_rx))).toBeLessThan(500 - data.volume);
    const { json: sms } = await call("GET", `/v2/sims/${FIRST}/quota/sms`);
    expect(sum(days.map((day) => day.sms.volume))).toBe(250 - sms.volume);
    expect(sum(days.map((day) => day.sms.volume_rx))).toBe(250 - sms.volume);
  });

  it("is in decimal text, by UTC day, for the days asked for", async () => {
    const days = await usage(FIRST);
    expect(days[0]).toMatchObject({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/),
      data: { volume: expect.stringMatching(/^\d+\.\d{6}$/), traffic_type: { unit: "MB" } },
    });
    const day = (days[1] as unknown as { date: string }).date.slice(0, 10);
    expect(await usage(FIRST, `?start_dt=${day}&end_dt=${day}`)).toEqual([days[1]]);
    const wrong = await call("GET", `/v1/sims/${FIRST}/usage?start_dt=yesterday`);
    expect(wrong.status).toBe(422);
  });

  it("shows in the status while a session is open", async () => {
    while (!emulator.sim(FIRST).has_session)
      await emulator.advance({ minutes: 15, iccids: [FIRST] });
    const v2 = (await call("GET", `/v2/sims/${FIRST}/status`)).json;
    expect(v2.status.description).toBe("ONLINE");
    expect(v2.pdp_contexts).toHaveLength(1);
    expect(v2.location.last_updated).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const v1 = (await call("GET", `/v1/sims/${FIRST}/status`)).json;
    expect([v1.status, v1.pdp_context.rat_type.description]).toEqual(["ONLINE", "LTE-M"]);
    await call("PUT", `/v2/sims/${FIRST}`, { status: "Disabled" });
    expect((await call("GET", `/v2/sims/${FIRST}/status`)).json.status.description).toBe("OFFLINE");
  });

  it("says in events when a quota gets low and ends, and the next session is refused", async () => {
    emulator.change(SECOND, { data_remaining_mb: 101 });
    await emulator.advance({ minutes: 1440, iccids: [SECOND], megabytesPerDay: 20 });
    emulator.change(SECOND, { data_remaining_mb: 1 });
    await emulator.advance({ minutes: 1440, iccids: [SECOND], megabytesPerDay: 200 });
    const { json: sim } = await call("GET", `/v2/sims/${SECOND}`);
    expect(sim.quota_status.id).toBe(2);
    const { json: quota } = await call("GET", `/v1/sims/${SECOND}/quota/data`);
    expect(quota.volume).toBeLessThan(0);
    expect(quota.expiry_date).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const { json: events } = await call("GET", `/v2/sims/${SECOND}/events?pageSize=1000`);
    const types = events.map((event: { event_type: { description: string } }) => event.event_type);
    const words = JSON.stringify(types);
    expect(words).toContain("Quota threshold reached");
    expect(words).toContain("Quota used up");
    const refused = events.find(
      (event: { detail?: { data_service_failure_cause?: string } }) =>
        event.detail?.data_service_failure_cause === "QUOTA_EXHAUSTED",
    );
    expect(refused).toMatchObject({ alert: true, event_severity: { id: 1 } });
  });

  it("is refused to another device where the lock is set", async () => {
    await call("PUT", `/v2/sims/${LOCKED}`, { imei_lock: true });
    emulator.change(LOCKED, { imei: "3520091199999999" });
    await emulator.advance({ minutes: 300, iccids: [LOCKED] });
    const { text } = await call("GET", `/v2/sims/${LOCKED}/events?pageSize=100`);
    expect(text).toContain("IMEI_LOCK_BREACHED");
    expect(emulator.sim(LOCKED).data_remaining_mb).toBe(500);
  });

  it("is the same with the same seed", async () => {
    const lives = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const other = await startEmulator({ seed, sims: [{ iccid: FIRST }] });
        const { records, events } = await other.advance({ minutes: 2880 });
        const left = other.sim(FIRST).data_remaining_bytes;
        await other.close();
        return [records, events, left];
      }),
    );
    expect(lives[0]).toEqual(lives[1]);
    expect(lives[0]).not.toEqual(lives[2]);
  });

  it("can be a history that ends at the present", async () => {
    const other = await startEmulator({ sims: [{ iccid: FIRST }] });
    const presentMs = Date.now();
    other.setNow(new Date(presentMs - 2 * 86_400_000));
    const { now } = await other.advance({ minutes: 2 * 1440 });
    const SECOND_MS = 1_000;
    expect(Date.parse(now)).toBeGreaterThan(presentMs - SECOND_MS);
    expect(Date.parse(now)).toBeLessThan(Date.now() + SECOND_MS);
    await other.close();
  });

  it("can lie in the past instead of moving the clock", async () => {
    const before = emulator.info().now;
    await emulator.advance({ minutes: 1440, iccids: [THIRD], movesClock: false });
    expect(Date.parse(emulator.info().now) - Date.parse(before)).toBeLessThan(60_000);
    expect(emulator.sim(THIRD).data_remaining_mb).toBeLessThan(500);
  });
});

describe("events", () => {
  it("have an envelope in v1 and are a bare list in v2, the newest first", async () => {
    const v1 = await call("GET", `/v1/sims/${FIRST}/events?pageSize=3&page=2`);
    expect(v1.json.events).toHaveLength(3);
    expect(v1.headers.get("x-total-count")).toBe(String(v1.json.totalEvents));
    const v2 = await call("GET", `/v2/sims/${FIRST}/events?pageSize=3&page=2`);
    expect(v2.headers.get("x-total-count")).toBeNull();
    expect(v2.json.map((event: { timestamp: string }) => event.timestamp.slice(0, 19))).toEqual(
      v1.json.events.map((event: { timestamp: string }) => event.timestamp.slice(0, 19)),
    );
    const upwards = await call("GET", `/v1/sims/${FIRST}/events?sort=timestamp,id&pageSize=100`);
    const times = upwards.json.events.map((event: { timestamp: string }) => event.timestamp);
    expect(times).toEqual([...times].sort());
  });
});

describe("a reset", () => {
  it("is accepted at once and ends the session some time later", async () => {
    while (!emulator.sim(THIRD).has_session)
      await emulator.advance({ minutes: 15, iccids: [THIRD] });
    expect((await call("POST", `/v2/sims/${THIRD}/reset`)).status).toBe(201);
    expect(emulator.sim(THIRD).has_session).toBe(true);
    await expect.poll(() => emulator.sim(THIRD).has_session).toBe(false);
    expect(emulator.effects({ kind: "reset", iccid: THIRD })).toHaveLength(1);
  });
});

describe("connectivity", () => {
  it("never attached is OFFLINE, and only 2G and 3G tell the cell", async () => {
    expect((await call("GET", `/v2/sims/${FAR}/status`)).json.status.description).toBe("OFFLINE");
    const blind = await call("GET", `/v1/sims/${FIRST}/connectivity_info`);
    expect(blind.json.subscriber_info.success).toBe(false);
    while (!emulator.sim(FAR).has_session) await emulator.advance({ minutes: 15, iccids: [FAR] });
    const { json } = await call("GET", `/v1/sims/${FAR}/connectivity_info?ussd=true`);
    expect(json.subscriber_info.location.cell_global_id.mcc).toBe("262");
    expect(json.ussd_info.success).toBe(false);
  });

  it("counts whole kilobytes a session", async () => {
    await call("PUT", `/v2/sims/${FAR}`, { status: "Disabled" });
    const left = emulator.sim(FAR).data_remaining_bytes;
    expect((500 * MEGABYTE - left) % 1024).toBe(0);
  });
});
