import { expect, it } from "vitest";
import { bytesOfMegabytes } from "../values/megabytes.ts";
import { parseBatch } from "./parse-batch.ts";
import { readRecord } from "./read-record.ts";
import { event, flat, usage } from "./testing.ts";

const LATEST = new Date("2026-11-01T00:00:00Z");
const read = (value: unknown) => readRecord(value, LATEST);

it.each([
  ["0.002803", 2939],
  [0.002803, 2939],
  [1, 1_048_576],
  ["1.5", 1_572_864],
  ["0.000000953674316", 1],
  [9.5367431640625e-7, 1],
  ["1e-7", 0],
  ["2E3", 2_097_152_000],
  ["4294967296.000001", 4_503_599_627_370_497],
  ["-0.5", -524_288],
  [".5", 524_288],
  ["", null],
  [".", null],
  ["1,5", null],
  ["many", null],
  [null, null],
  [Number.NaN, null],
])("%j MB are %j bytes", (value, bytes) => {
  expect(bytesOfMegabytes(value)).toBe(bytes);
});

it("keeps every digit of long numbers, and what looks like them inside text", () => {
  const text = String.raw`[{"id": 9007199254740993, "sim":{"iccid":8988280666000000019},"description":"x\"id\":9007199254740993,"}]`;
  expect(parseBatch(text)).toEqual([
    {
      id: "9007199254740993",
      sim: { iccid: "8988280666000000019" },
      description: 'x"id":9007199254740993,',
    },
  ]);
  for (const wrong of ["", "{}", "[", "null", "7", '"[]"']) expect(parseBatch(wrong)).toBeNull();
  expect(parseBatch("[".repeat(1_000_000))).toBeNull();
});

it("reads nested usage: upload is tx, download is rx, and the place by its name", () => {
  expect(read(usage({ id: 17 }))).toEqual({
    kind: "data",
    id: "17",
    sim: { iccid: "8988280666000000019", providerId: "1001", ipAddress: "100.64.0.19" },
    at: new Date("2026-10-20T12:15:00Z"),
    uploadBytes: 524_288,
    downloadBytes: 1_048_576,
    operator: "T-Mobile",
    country: "DE",
    rat: null,
    imei: "352009111891516",
  });
});

it("reads the flat form of Platform 2.0, which has no ICCID", () => {
  expect(read(flat({ id: "a-1" }))).toMatchObject({
    kind: "data",
    id: "a-1",
    sim: { iccid: null, providerId: "1001" },
    uploadBytes: 524_288,
    downloadBytes: 1_048_576,
    rat: "LTE-M",
  });
});

it("takes the name of an endpoint for the ICCID where it is one", () => {
  const { endpoint: _, ...rest } = usage({ id: 1 });
  const named = { ...rest, sim: { id: 5 }, endpoint: { name: "8988228066680005433" } };
  expect(read(named)).toMatchObject({ sim: { iccid: "8988228066680005433" } });
  const renamed = { ...rest, sim: { id: 5 }, endpoint: { name: "Pump 7" } };
  expect(read(renamed)).toMatchObject({ sim: { iccid: null, providerId: "5" } });
});

it.each([
  ["tx", "mt"],
  ["rx", "mo"],
] as const)("reads an SMS: %s is %s", (side, direction) => {
  const sms = usage({
    id: 1,
    traffic_type: { id: 6, description: "SMS" },
    volume: { total: 1, tx: 0, rx: 0, [side]: 1 },
  });
  expect(read(sms)).toMatchObject({ kind: "sms", direction });
});

it.each([
  ["Create PDP Context", null, "session_start"],
  ["Delete PDP Context", null, "session_end"],
  ["Create PDP Context", "QUOTA_EXHAUSTED", "reject"],
  ["Create PDP Context", "IMEI_LOCK_BREACHED", "imei_change"],
  ["Update location", null, "attach"],
  ["Update GPRS location", "RAT_NOT_ALLOWED", "reject"],
  ["Purge location", null, "detach"],
  ["Quota threshold reached", null, "quota_threshold"],
  ["Data quota used up", null, "quota_exhausted"],
  ["IMEI changed", null, "imei_change"],
  ["SIM activation", null, null],
])("knows the event “%s” (%s) by its words, whatever its number", (description, cause, type) => {
  const detail = cause === null ? {} : { data_service_failure_cause: cause };
  for (const id of [1, 99]) {
    expect(read(event({ id: 5, event_type: { id, description }, detail }))).toMatchObject({
      kind: "event",
      type,
      cause,
    });
  }
});

it("reads the operator, the country and the radio of an event", () => {
  const detail = {
    id: 3,
    name: "Orange",
    country: { id: 1, name: "France", mcc: "208", iso_code: "FR" },
    pdp_context: { rat_type: 8, imeisv: "3520091118915105" },
  };
  expect(read(event({ id: 1, detail }))).toMatchObject({
    operator: "Orange",
    country: "FR",
    rat: "NB-IoT",
  });
});

it.each([
  ["2018-03-09T07:59:09.000+0200", "2018-03-09T05:59:09.000Z"],
  ["2023-08-06 09:59:05", "2023-08-06T09:59:05.000Z"],
  ["2023-08-06T09:59:05Z", "2023-08-06T09:59:05.000Z"],
  ["2023-08-06T09:59:05.123456Z", "2023-08-06T09:59:05.123Z"],
  [1_691_315_945_000, "2023-08-06T09:59:05.000Z"],
])("reads the time %s", (text, at) => {
  expect(read(event({ id: 1, timestamp: text }))).toMatchObject({ at: new Date(at) });
});

it.each([
  ["no object", 7, /no JSON object/],
  ["no id", usage({ id: null }), /no id/],
  ["no time", usage({ id: 1, end_timestamp: "soon", start_timestamp: null }), /when/],
  [
    "the day that is none",
    usage({ id: 1, end_timestamp: "2026-13-45", start_timestamp: 0 / 0 }),
    /when/,
  ],
  ["a time before 2000", usage({ id: 1, end_timestamp: "1970-01-01" }), /2000/],
  ["a time in the future", usage({ id: 1, end_timestamp: "2027-01-01" }), /future/],
  ["no SIM", { ...usage({ id: 1 }), sim: {}, endpoint: { ip_address: "999.1.1.1" } }, /which SIM/],
  ["a negative volume", usage({ id: 1, volume: { tx: -1, rx: 0, total: -1 } }), /negative/],
  ["a volume beyond all", usage({ id: 1, volume: { tx: 1e30, rx: 0 } }), /more than/],
  ["no volume", usage({ id: 1, volume: { tx: "a lot" } }), /no volume/],
  ["voice", usage({ id: 1, traffic_type: { id: 7, description: "Voice" } }), /neither/],
])("says why it cannot read %s", (_, value, reason) => {
  expect(read(value)).toMatchObject({ kind: "unreadable", reason: expect.stringMatching(reason) });
});
