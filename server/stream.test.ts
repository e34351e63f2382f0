// What a provider pushes, over a real socket.
import { describe, expect, it } from "vitest";
import { startEmulator } from "#connectors/once/emulator/emulator.ts";
import { event, flat, ICCID, usage } from "#connectors/once/stream/testing.ts";
import { asActor, asReader } from "#db/guard.ts";
import { applyHeldRecords } from "#domain/connections/stream/apply-held-records.ts";
import {
  addSims,
  connected,
  daily,
  eventsOf,
  putAside,
  simOf,
  streamDoor,
} from "./testing/streams.ts";

const OTHER = "8988280666000000027";
const MB = 1024 ** 2;
const { addressOf, post, pushed } = streamDoor();

describe("usage", () => {
  it("is stored in exact bytes, in the totals of its day, and says where the SIM was seen", async () => {
    const { actor, stream } = await connected();
    const records = [
      usage({ id: 1, volume: { total: "0.002803", tx: "0.002803", rx: 0 } }),
      usage({ id: 2, end_timestamp: "2026-10-20 12:30:00" }),
    ];
    expect(await pushed(stream, records)).toEqual({
      received: 2,
      repeated: 0,
      held: 0,
      refused: 0,
    });
    expect(await daily(actor)).toEqual([
      {
        iccid: ICCID,
        day: "2026-10-20",
        upload_volume: 2939 + MB / 2,
        download_volume: MB,
        event_count: 3,
      },
    ]);
    expect(await simOf(actor)).toEqual({
      last_seen_at: new Date("2026-10-20T12:30:00Z"),
      operator: "T-Mobile",
      country: "DE",
      rat: null,
      imei: "352009111891516",
    });
  });

  it("counts once, whether it is repeated in one delivery, in the next, or in both forms", async () => {
    const { actor, stream } = await connected();
    await pushed(stream, [usage({ id: 1 }), usage({ id: 1 }), usage({ id: 2 })]);
    const again = await pushed(stream, [usage({ id: 2 }), flat({ id: 2 }), flat({ id: 3 })]);
    expect(again).toMatchObject({ received: 3, repeated: 2 });
    expect(await daily(actor)).toMatchObject([
      { upload_volume: 1.5 * MB, download_volume: 3 * MB },
    ]);
    expect(await simOf(actor)).toMatchObject({ last_seen_at: new Date("2026-10-20T12:15:00Z") });
  });

  it("in the wrong order changes totals only, and not what is newer", async () => {
    const { actor, stream } = await connected();
    const operator = { name: "Orange", country: { name: "France" } };
    await pushed(stream, [usage({ id: 2, end_timestamp: "2026-10-20T18:00:00Z", operator })]);
    await pushed(stream, [usage({ id: 1, end_timestamp: "2026-10-20T09:00:00Z" })]);
    expect(await simOf(actor)).toMatchObject({
      last_seen_at: new Date("2026-10-20T18:00:00Z"),
      operator: "Orange",
      country: "FR",
    });
    expect(await daily(actor)).toMatchObject([{ upload_volume: MB, download_volume: 2 * MB }]);
    const told = { imei: "490154203237518", imei_seen_at: new Date("2026-10-20T19:00:00Z") };
    await asActor(actor, (sql) => sql`update store.sims set ${sql(told)}`);
    await pushed(stream, [usage({ id: 3, end_timestamp: "2026-10-20T18:30:00Z" })]);
    expect(await simOf(actor)).toMatchObject({ imei: told.imei });
  });

  it("that comes in two deliveries at once, each with the same records, counts once", async () => {
    const iccids = Array.from(
      { length: 40 },
      (_, n) => `89882806660000${String(n).padStart(5, "0")}`,
    );
    const { actor, stream } = await connected(iccids);
    const records = Array.from({ length: 400 }, (_, n) =>
      usage({ id: `r-${n}`, sim: { id: n % 40, iccid: iccids[n % 40] } }),
    );
    const answers = await Promise.all(
      [records, records.toReversed(), records.slice(100), records.slice(0, 300)].map((batch) =>
        pushed(stream, batch),
      ),
    );
    const repeated = answers.reduce((sum, answer) => sum + answer.repeated, 0);
    expect(repeated).toBe(400 + 300 + 300);
    const days = await daily(actor);
    expect(days).toHaveLength(40);
    for (const day of days) expect(day).toMatchObject({ upload_volume: 5 * MB, event_count: 20 });
  });

  it("of an SMS settles the message that was sent from here, or is a message of its own", async () => {
    const { actor, stream } = await connected();
    await asActor(
      actor,
      (sql) => sql`
        insert into store.sms_messages (iccid, direction, status, body, sent_at)
        values (${ICCID}, 'mt', 'pending', 'REBOOT', '2026-10-20T12:00:00Z')`,
    );
    const sms = (id: number, volume: object) =>
      usage({ id, traffic_type: { id: 6, description: "SMS" }, volume });
    await pushed(stream, [sms(1, { tx: 1 }), sms(2, { rx: 1 }), sms(3, { tx: 1 })]);
    await pushed(stream, [sms(1, { tx: 1 }), sms(2, { rx: 1 })]);
    const rows = await asActor(
      actor,
      (sql) => sql`select direction, status, body from fleet.sms_messages order by id`,
    );
    expect(rows).toEqual([
      { direction: "mt", status: "delivered", body: "REBOOT" },
      { direction: "mo", status: "delivered", body: null },
      { direction: "mt", status: "delivered", body: null },
    ]);
    expect(await daily(actor)).toEqual([]);
  });
});

describe("events", () => {
  it("become ours by their words, once, and move what the SIM was last seen with", async () => {
    const { actor, stream } = await connected();
    const refused = event({
      id: 2,
      event_type: { id: 3, description: "Create PDP Context" },
      event_severity: { id: 1, description: "Warn" },
      detail: { country: { name: "France" }, data_service_failure_cause: "QUOTA_EXHAUSTED" },
    });
    const unknown = event({ id: 3, event_type: { id: 8, description: "SIM activation" } });
    await pushed(stream, [event({ id: 1 }), refused, unknown]);
    expect(await pushed(stream, [event({ id: 1 }), refused, unknown])).toMatchObject({
      repeated: 3,
    });
    expect(await eventsOf(actor)).toEqual([
      { type: "session_start", severity: "info", cause: null, country: null },
      { type: "reject", severity: "warning", cause: "QUOTA_EXHAUSTED", country: "FR" },
    ]);
    expect(await simOf(actor)).toMatchObject({ rat: "2G", country: null });
  });

  it("that come after newer usage still say with which radio; an older one does not", async () => {
    const { actor, stream } = await connected();
    const session = (id: number, timestamp: string, rat_type: number) =>
      event({ id, timestamp, detail: { pdp_context: { rat_type } } });
    await pushed(stream, [usage({ id: 1, end_timestamp: "2026-10-20T18:00:00Z" })]);
    await pushed(stream, [session(2, "2026-10-20T17:00:00Z", 9)]);
    await pushed(stream, [session(1, "2026-10-20T16:00:00Z", 2)]);
    expect(await simOf(actor)).toMatchObject({
      rat: "LTE-M",
      last_seen_at: new Date("2026-10-20T18:00:00Z"),
    });
  });

  it("and usage of the same number are two records", async () => {
    const { actor, stream } = await connected();
    expect(await pushed(stream, [usage({ id: 1 }), event({ id: 1 })])).toMatchObject({
      repeated: 0,
    });
    expect(await eventsOf(actor)).toHaveLength(1);
    expect(await daily(actor)).toHaveLength(1);
  });
});

describe("what cannot be used", () => {
  it("stops nothing else, and is kept once with its reason", async () => {
    const { actor, stream } = await connected();
    const deep = `${"[".repeat(3_000)}${"]".repeat(3_000)}`;
    const bad = [7, null, {}, "x\u0000", "DEEP", usage({ id: "b\u0000ad", volume: { tx: -1 } })];
    const hostile = usage({
      id: "h\u0000\ud800",
      operator: { name: "T\u0000-Mobile\ud800", country: "Nowhere" },
      sim: { id: "1\u0000", iccid: ICCID },
    });
    const all = JSON.stringify([...bad, usage({ id: 1 }), hostile]).replace('"DEEP"', deep);
    const first = await post(stream, all);
    expect(await first.json()).toEqual({ received: 8, repeated: 0, held: 0, refused: 6 });
    expect(await (await post(stream, all)).json()).toMatchObject({ repeated: 8, refused: 0 });
    expect(await daily(actor)).toMatchObject([{ upload_volume: MB }]);
    const reasons = (await putAside(actor)).map(({ state, reason }) => `${state}: ${reason}`);
    expect(reasons).toHaveLength(6);
    expect(reasons).toContain("refused: Its volume is negative.");
  });

  it("waits for its SIM, and is applied once when that is known", async () => {
    const { actor, stream } = await connected();
    const theirs = { id: 2002, iccid: OTHER };
    const endpoint = { name: "pump" };
    expect(
      await pushed(stream, [
        usage({ id: 1, sim: theirs, endpoint }),
        event({ id: 2, sim: theirs, endpoint }),
        flat({ id: 3, sim_id: 2002 }),
        flat({ id: 4, sim_id: 9999 }),
      ]),
    ).toMatchObject({ held: 4, refused: 0 });
    expect(await applyHeldRecords(actor)).toBe(0);
    await addSims(actor, [OTHER]);
    expect(await applyHeldRecords(actor)).toBe(3);
    expect(await applyHeldRecords(actor)).toBe(0);
    expect(await daily(actor)).toMatchObject([{ iccid: OTHER, upload_volume: MB }]);
    expect(await eventsOf(actor)).toHaveLength(1);
    expect(await putAside(actor)).toMatchObject([{ record_id: "4", state: "held" }]);
    expect(await pushed(stream, [usage({ id: 1, sim: theirs, endpoint })])).toMatchObject({
      repeated: 1,
    });
    expect(await daily(actor)).toMatchObject([{ upload_volume: MB }]);
  });
});

it("what the emulator pushes, repeated and in no order, adds up to what it has used", async () => {
  const { actor, stream } = await connected([ICCID, OTHER]);
  const emulator = await startEmulator({
    sims: [ICCID, OTHER].map((iccid) => ({ iccid, data_remaining_mb: 500 })),
    timeFactor: 100,
  });
  const target = {
    url: addressOf(stream),
    username: stream.user,
    password: stream.password,
    duplicates: 0.5,
    shuffled: true,
    batchSize: 7,
  };
  for (const kind of ["usage", "events"] as const) emulator.addStream({ kind, ...target });
  await emulator.advance({
    minutes: 2 * 24 * 60,
    megabytesPerDay: 3,
    smsPerDay: 5,
    movesClock: false,
  });
  expect(await emulator.flushStreams()).toBe(true);
  const totals = await asReader(
    actor,
    (sql) => sql<{ iccid: string; total: number }[]>`
      select iccid, sum(total_volume) as total from fleet.sim_usage_daily group by iccid order by iccid`,
  );
  expect(totals).toEqual(
    [ICCID, OTHER].map((iccid) => ({
      iccid,
      total: 500 * MB - emulator.sim(iccid).data_remaining_bytes,
    })),
  );
  const seen = await simOf(actor);
  expect(seen).toMatchObject(
    (({ operator, country, rat }) => ({ operator, country, rat }))(emulator.sim(ICCID)),
  );
  const types = new Set((await eventsOf(actor)).map(({ type }) => type));
  expect([...types]).toEqual(expect.arrayContaining(["session_start", "session_end"]));
  const [messages] = await asActor(
    actor,
    (sql) => sql`
      select count(*) as from_device from fleet.sms_messages where direction = 'mo' and status = 'delivered'`,
  );
  expect(messages?.from_device).toBe(
    [ICCID, OTHER].reduce((sum, iccid) => sum + 250 - emulator.sim(iccid).sms_remaining, 0),
  );
  expect(await putAside(actor)).toEqual([]);
  await emulator.close();
});
