import { expect, test } from "vitest";
import { smsSize } from "./sms.ts";

test.each([
  ["", 0, 1],
  ["a".repeat(160), 160, 1],
  ["a".repeat(161), 161, 2],
  ["a".repeat(306), 306, 2],
  ["a".repeat(307), 307, 3],
  ["€".repeat(80), 160, 1],
  ["€".repeat(81), 162, 2],
  // the 153rd place is left empty, as a character of two does not fit into it
  [`${"a".repeat(152)}€${"a".repeat(152)}`, 306, 3],
])("of the basic alphabet, %j takes %i units and %i SMS", (text, units, parts) => {
  expect(smsSize(text)).toEqual({ isBasic: true, units, mostUnits: 160, parts });
});

test.each([
  ["я".repeat(70), 70, 1],
  ["я".repeat(71), 71, 2],
  ["я".repeat(135), 135, 3],
  ["😀".repeat(35), 70, 1],
  ["😀".repeat(36), 72, 2],
  // 33 of them in each of two, since the 67th unit is half of one
  ["😀".repeat(67), 134, 3],
])("beyond it, %j takes %i units and %i SMS", (text, units, parts) => {
  expect(smsSize(text)).toEqual({ isBasic: false, units, mostUnits: 70, parts });
});
