import { expect, test } from "vitest";
import type { Checked } from "./checked.ts";
import { hasIccid, kindOf, mapSims, mapUsage } from "./columns.ts";
import { checkIccid, checkImei, checkImsi, checkMsisdn } from "./identifiers.ts";
import { checkInstant, dayOrderOf } from "./instant.ts";
import { checkVolume, commaStyleOf } from "./volume.ts";
import {
  checkCountry,
  checkDirection,
  checkIp,
  checkRat,
  checkStatus,
  checkTags,
} from "./words.ts";

/** The value, or the reason as `!reason`. */
function outcome<T>(checked: Checked<T>): T | string {
  return checked.ok ? checked.value : `!${checked.reason}`;
}

test.each([
  ["8988228066680005433", "8988228066680005433"], // 19 digits: no check, whatever Luhn says
  ["89882280666800054334", "8988228066680005433"],
  ["8988 2280 6668 0005 433", "8988228066680005433"],
  ["8988-2280-6668-0005-4334", "8988228066680005433"],
  ['="8988228066680005433"', "8988228066680005433"],
  ["'8988228066680005433", "8988228066680005433"],
  ["8988228066680005433F", "8988228066680005433"],
])("ICCID %s is %s", (text, iccid) => {
  expect(outcome(checkIccid(text))).toBe(iccid);
});

test.each([
  ["89882280666800054335", /check digit/],
  ["898822806668000543", /has 18 digits/],
  ["8.98823E+18", /spreadsheet/],
  ["8,98823E+18", /spreadsheet/],
  ["89882280666800O5433", /other characters/],
])("ICCID %s is refused: %s", (text, reason) => {
  expect(outcome(checkIccid(text))).toMatch(reason);
});

test.each([
  ["+49 151 1234567", "+491511234567"],
  ["0049 (151) 123-4567", "+491511234567"],
  ["882285100000018", "+882285100000018"],
  ["01511234567", /country code/],
  ["+123456", /7 to 15/],
  ["+4915112345678901", /7 to 15/],
  ["call me", /no.*phone/],
  ["4.91511E+12", /spreadsheet/],
])("MSISDN %s", (text, expected) => {
  const result = outcome(checkMsisdn(text));
  if (typeof expected === "string") expect(result).toBe(expected);
  else expect(result).toMatch(expected);
});

test("IMSI has 14 or 15 digits, IMEI 14 to 16", () => {
  expect(outcome(checkImsi("901405100000001"))).toBe("901405100000001");
  expect(outcome(checkImsi("9014051000"))).toMatch(/has 10 digits/);
  expect(outcome(checkImei("3520091118915105"))).toBe("3520091118915105");
  expect(outcome(checkImei("35-200911-189151-0"))).toBe("352009111891510");
  expect(outcome(checkImei("35200911189151055"))).toMatch(/has 17 digits/);
});

test.each([
  ["Enabled", "active"],
  ["ACTIVATED", "active"],
  ["Disabled", "inactive"],
  ["Pre-activated", "inactive"],
  ["on hold", "suspended"],
  ["Terminated", "deactivated"],
  ["deactivated", "deactivated"],
])("status %s is %s", (text, status) => {
  expect(outcome(checkStatus(text))).toBe(status);
});

test.each([
  ["de", "DE"],
  ["Germany", "DE"],
  ["Deutschland", "DE"],
  ["DEU", "DE"],
  ["UK", "GB"],
  ["United States", "US"],
  ["USA", "US"],
  ["Österreich", "AT"],
  ["Côte d’Ivoire", "CI"],
  ["EU", null],
  ["Atlantis", null],
])("country %s is %s", (text, code) => {
  const result = outcome(checkCountry(text));
  if (code) expect(result).toBe(code);
  else expect(result).toMatch(/no country/);
});

test("technologies, directions, addresses and tags in their usual spellings", () => {
  expect(
    ["4G", "LTE Cat-M1", "NB_IoT", "gsm", "5G NR"].map((text) => outcome(checkRat(text))),
  ).toEqual(["LTE", "LTE-M", "NB-IoT", "2G", "5G"]);
  expect(["tx", "Uplink", "MO", "rx", "Down"].map((text) => outcome(checkDirection(text)))).toEqual(
    ["upload", "upload", "upload", "download", "download"],
  );
  expect(outcome(checkIp("10.0.0.1/32"))).toBe("10.0.0.1");
  expect(outcome(checkIp("fe80::1%eth0"))).toMatch(/no IP/);
  expect(outcome(checkTags("pilot; meter,pilot |x"))).toEqual(["pilot", "meter", "x"]);
  expect(outcome(checkTags('["a","b"]'))).toEqual(["a", "b"]);
});

const MB = 1024 ** 2;
test.each<[string, string | null, number | RegExp]>([
  ["1048576", null, MB],
  ["1,048,576", null, MB],
  ["1 048 576", null, MB],
  ["1'048'576", null, MB],
  ["1.048.576", null, MB],
  ["1.5 MB", null, 1.5 * MB],
  ["1,5MB", null, 1.5 * MB],
  ["1.024,5 KB", null, 1024.5 * 1024],
  ["2 GiB", null, 2048 * MB],
  ["0.002803", "MB", 2939],
  ["10 kB", "MB", 10 * 1024],
  ["1e3", "KB", 1000 * 1024],
  ["0", null, 0],
  ["-5", null, /negative/],
  ["1.5", null, /no unit/],
  ["1,500", "MB", /without the comma/],
  ["12 parsecs", null, /unknown unit "parsecs"/],
  ["much", null, /not a volume/],
  ["", null, /not a volume/],
  ["9999999 TB", null, /more than one record/],
])("volume %s in a column of %s", (text, unit, expected) => {
  const result = outcome(checkVolume(text, unit, null));
  if (typeof expected === "number") expect(result).toBe(expected);
  else expect(result).toMatch(expected);
});

test("other cells of the column settle what a comma means", () => {
  expect(commaStyleOf(["1,500", "0,25"])).toBe("decimal");
  expect(commaStyleOf(["1,500", "1,048,576"])).toBe("thousands");
  expect(commaStyleOf(["1,500", "2,250"])).toBe(null);
  expect(commaStyleOf(["0,25", "1,048,576"])).toBe(null);
  expect(outcome(checkVolume("1,500", "MB", "decimal"))).toBe(1.5 * MB);
  expect(outcome(checkVolume("1,500", "MB", "thousands"))).toBe(1500 * MB);
});

test.each([
  ["2026-10-31", "2026-10-31T00:00:00.000Z"],
  ["20261031", "2026-10-31T00:00:00.000Z"],
  ["2026/10/31 14:05", "2026-10-31T14:05:00.000Z"],
  ["2026-10-31T14:05:06.789Z", "2026-10-31T14:05:06.789Z"],
  ["2018-03-09T07:59:09.000+0000", "2018-03-09T07:59:09.000Z"],
  ["2026-10-31 14:05:06 +02:00", "2026-10-31T12:05:06.000Z"],
  ["31.10.2026 14:05", "2026-10-31T14:05:00.000Z"],
  ["1.2.2026", "2026-02-01T00:00:00.000Z"],
  ["31/10/2026", "2026-10-31T00:00:00.000Z"],
  ["10/31/2026 2:05 PM", "2026-10-31T14:05:00.000Z"],
  ["5/5/2026", "2026-05-05T00:00:00.000Z"],
  ["31 Oct 2026", "2026-10-31T00:00:00.000Z"],
  ["October 31, 2026", "2026-10-31T00:00:00.000Z"],
  ["1793455506", "2026-10-31T14:05:06.000Z"],
  ["1793455506000", "2026-10-31T14:05:06.000Z"],
])("date %s is %s", (text, iso) => {
  const checked = checkInstant(text, null);
  expect(checked.ok && checked.value.at.toISOString()).toBe(iso);
});

test.each([
  ["10/11/2026", /day first or month first/],
  ["2026-02-30", /not a day/],
  ["2026-13-01", /not a day/],
  ["2026-10-31 25:00", /not a day or time/],
  ["45961", /Excel/],
  ["yesterday", /not a date/],
  ["1026-10-31", /between the years/],
])("date %s is refused: %s", (text, reason) => {
  const checked = checkInstant(text, null);
  expect(checked.ok ? "" : checked.reason).toMatch(reason);
});

test("other dates of the column settle which number is the day", () => {
  expect(dayOrderOf(["10/11/2026", "13/11/2026"])).toBe("day-first");
  expect(dayOrderOf(["10/11/2026", "10/13/2026"])).toBe("month-first");
  expect(dayOrderOf(["13/11/2026", "10/13/2026"])).toBe(null);
  const checked = checkInstant("10/11/2026", "day-first");
  expect(checked.ok && checked.value.at.toISOString()).toBe("2026-11-10T00:00:00.000Z");
});

test.each<[string, Record<string, string>]>([
  ["ICCID,MSISDN,IMSI,IMEI,Status,Label", { iccid: "ICCID", msisdn: "MSISDN", status: "Status" }],
  [
    "Sim ICCID,Phone number,State,Device",
    { iccid: "Sim ICCID", msisdn: "Phone number", label: "Device" },
  ],
  ["iccid_with_luhn,iccid,ip_address,imei_lock", { iccid: "iccid", ip_address: "ip_address" }],
  [
    "SIM-ICCID,Network,Country,RAT,Tariff",
    { iccid: "SIM-ICCID", operator: "Network", rate_plan: "Tariff" },
  ],
  ["Name,Label,ICC ID", { label: "Label", iccid: "ICC ID" }],
])("the columns %s are understood", (header, expected) => {
  const { columns } = mapSims(header.split(","));
  const named = Object.fromEntries([...columns].map(([field, { name }]) => [field, name]));
  expect(named).toMatchObject(expected);
});

test.each<[string, string, string | null]>([
  ["ICCID,Date,Data volume (MB)", "volume", "MB"],
  ["ICCID,Timestamp,Volume in bytes", "volume", "bytes"],
  ["ICCID,Day,usage_mb", "volume", "mb"],
  ["ICCID,Date,Data volume", "volume", null],
  ["ICCID,Date,Bytes", "volume", "Bytes"],
  ["ICCID,date,volume_rx,volume_tx", "download", null],
  ["ICCID,Start time,Upload [KB],Download [KB]", "upload", "KB"],
])("the volume of %s", (header, field, unit) => {
  const { columns } = mapUsage(header.split(","));
  expect(columns.get(field as "volume")?.unit).toBe(unit);
});

test("a file is usage when it has a time and a volume beside the ICCID", () => {
  expect(kindOf(["ICCID", "Date", "Volume"])).toBe("usage");
  expect(kindOf(["ICCID", "Status", "Activation date", "Data volume"])).toBe("sims");
  expect(kindOf(["ICCID", "MSISDN"])).toBe("sims");
  expect(hasIccid(["IMSI", "MSISDN"])).toBe(false);
});

test("what no field takes is named, in the file's words", () => {
  expect(mapSims(["ICCID", "Shoe size", "iccid_with_luhn"]).unknown).toEqual([
    "Shoe size",
    "iccid_with_luhn",
  ]);
});
