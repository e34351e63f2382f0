import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passesLuhn } from "#core/luhn.ts";
import { countryOf } from "./country.ts";
import { eventTypeOf, severityOf } from "./event-type.ts";
import { imeiOf } from "./imei.ts";
import { instantOf } from "./instant.ts";
import { countryOfMcc } from "./mcc.ts";
import { bytesOfMegabytes } from "./megabytes.ts";
import { ratOf } from "./radio.ts";

describe("megabytes", () => {
  it.each([
    ["0.002803", 2939],
    [435.787951, 456956787],
    ["-0.5", -524288],
    [-1, -1048576],
    ["1e-7", 0],
    ["1E3", 1048576000],
    [".5", 524288],
    ["0", 0],
    ["", null],
    ["n/a", null],
    ["1,5", null],
    [null, null],
    [Number.NaN, null],
  ])("%s are %s bytes", (megabytes, bytes) => {
    expect(bytesOfMegabytes(megabytes)).toBe(bytes);
  });

  it("of any whole number of bytes give that number back, also where a double would not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 46 }), (bytes) => {
        const digits = ((BigInt(bytes) * 10n ** 20n) / 1024n ** 2n).toString().padStart(21, "0");
        expect(bytesOfMegabytes(`${digits.slice(0, -20)}.${digits.slice(-20)}`)).toBe(bytes);
      }),
    );
  });
});

describe("a moment", () => {
  it.each([
    ["2018-03-09T07:59:09.000+0000", "2018-03-09T07:59:09.000Z"],
    ["2018-03-09T07:59:09+02:00", "2018-03-09T05:59:09.000Z"],
    ["2018-03-09T07:59:09.123456Z", "2018-03-09T07:59:09.123Z"],
    ["2023-08-06 09:59:05", "2023-08-06T09:59:05.000Z"],
    ["2023-08-06T09:59:05", "2023-08-06T09:59:05.000Z"],
    ["2023-08-06", "2023-08-06T00:00:00.000Z"],
    ["yesterday", undefined],
    ["2023-13-45 00:00:00", undefined],
    [null, undefined],
  ])("%s is %s, in UTC where no zone is said", (text, iso) => {
    expect(instantOf(text)?.toISOString()).toBe(iso);
  });
});

describe("a device", () => {
  it.each([
    ["4901542032375101", "490154203237518"],
    ["4901542032375199", "490154203237518"],
    ["49015420323751", "490154203237518"],
    ["490154203237518", "490154203237518"],
    ["0000000000000018", null],
    ["", null],
    [undefined, null],
    ["not a number 0000", null],
  ])("%s is %s, whatever firmware it has", (text, imei) => {
    expect(imeiOf(text)).toBe(imei);
    if (imei) expect(passesLuhn(imei)).toBe(true);
  });
});

it("countries are known by code, name and network; those of no country are none", () => {
  expect(["de", "DE", "Germany", "Czech Republic", null].map(countryOf)).toEqual([
    "DE",
    "DE",
    "DE",
    "CZ",
    null,
  ]);
  expect(["262", "26201", "310", "901", "", null].map(countryOfMcc)).toEqual([
    "DE",
    "DE",
    "US",
    null,
    null,
    null,
  ]);
});

it("radio technologies are ours, and an unknown one is none", () => {
  expect(["4G", "NB-IoT", "LTE-M", "2G", "5G", "6G", null].map(ratOf)).toEqual([
    "LTE",
    "NB-IoT",
    "LTE-M",
    "2G",
    "5G",
    null,
    null,
  ]);
});

it.each([
  ["Create PDP Context", null, "session_start"],
  ["Create PDP Context", "IMEI_LOCK_BREACHED", "imei_change"],
  ["Create PDP Context", "APN_NOT_AUTHORIZED", "reject"],
  ["Delete PDP Context", "INACTIVITY_TIMER_EXPIRED", "session_end"],
  ["PDP Context deleted.", null, "session_end"],
  ["Update location", null, "attach"],
  ["Update GPRS location", "RAT_NOT_ALLOWED", "reject"],
  ["Purge GPRS location", null, "detach"],
  ["Quota threshold reached", null, "quota_threshold"],
  ["Quota used up", null, "quota_exhausted"],
  ["SMS quota used up", null, "quota_exhausted"],
  ["Status of SIM changed from 'Issued' to 'Activated'", null, null],
])("“%s” with the cause %s is %s", (description, cause, type) => {
  expect(eventTypeOf(description, cause)).toBe(type);
});

it("severity is told by its word, and by the alert where there is none", () => {
  expect(severityOf("INFO", true)).toBe("info");
  expect(severityOf("Warn", false)).toBe("warning");
  expect(severityOf("Critical", false)).toBe("critical");
  expect(severityOf(null, true)).toBe("warning");
});
