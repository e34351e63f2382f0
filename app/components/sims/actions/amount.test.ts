import { expect, test } from "vitest";
import { packagesIn, topUpIn, type Unit } from "./amount.ts";

test.each<[string, Unit, object]>([
  ["2,5", "GB", { type: "data", bytes: 2.5 * 1024 ** 3 }],
  ["500", "MB", { type: "data", bytes: 500 * 1024 ** 2 }],
  ["32768", "GB", { type: "data", bytes: 2 ** 45 }],
  ["100000", "SMS", { type: "sms", messages: 100_000 }],
])("%s %s are added to each SIM", (text, unit, fields) => {
  expect(topUpIn(text, unit)).toEqual({ fields });
});

test.each<[string, Unit, string]>([
  [" ", "MB", "how much"],
  ["a lot", "MB", "a number"],
  ["0", "MB", "more than 0"],
  ["-1", "GB", "more than 0"],
  ["32769", "GB", "At most 32 TB"],
  ["2.5", "SMS", "whole number of messages, from 1 to 100,000"],
  ["100001", "SMS", "from 1 to 100,000"],
])("%j %s are refused by a sentence", (text, unit, problem) => {
  expect(topUpIn(text, unit)).toEqual({ problem: expect.stringContaining(problem) });
});

test.each(["", "0", "-1", "2.5", "999999999", "two"])(
  "%j packages are refused with the limit",
  (text) => {
    expect(packagesIn(text)).toEqual({ problem: expect.stringContaining("from 1 to 10") });
  },
);

test("packages are bought whole", () => {
  expect(packagesIn("10")).toEqual({ fields: { type: "data", packages: 10 } });
});
