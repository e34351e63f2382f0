import { expect, it } from "vitest";
import { plainer } from "./plainer.ts";

it.each([
  ["SIMs never seen, not even once?", "SIMs never seen?"],
  ["was never seen on any network, not one single time", "was never seen on any network"],
  ["what has Jonas been up to this month", "what has Jonas been doing this month"],
  ["what was the key up to yesterday", "what was the key doing yesterday"],
  [
    "cards that attached in Spain last week but are elsewhere now",
    "cards that attached in Spain last week but are not in Spain now",
  ],
  ["texts that arrived inside one minute", "texts that were delivered within one minute"],
  [
    "SIMs that used less than 5 MB last month, zero included",
    "SIMs that used less than 5 MB last month",
  ],
  ["median usage per SIM in May. Count silent cards as 0.", "median usage per SIM in May."],
  ["deactivated in the month of September 2026", "deactivated in September 2026"],
  ["cards that name falling usage as a reason", "cards that have falling usage as a reason"],
])("%s", (said, plain) => {
  expect(plainer(said)).toBe(plain);
});

it.each(["SIMs seen not even once", "what has used up to 5 MB", "SIMs that name themselves"])(
  "%s stays as it is",
  (said) => {
    expect(plainer(said)).toBe(said);
  },
);
