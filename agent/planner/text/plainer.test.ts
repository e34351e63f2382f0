import { expect, it } from "vitest";
import { plainer } from "./plainer.ts";

it.each([
  ["SIMs never seen, not even once?", "SIMs never seen?"],
  ["Good morning team, how many SIMs are live?", "how many SIMs are live?"],
  ["was never seen on any network, not one single time", "was never seen on any network"],
  ["what has Jonas been up to this month", "what has Jonas been doing this month"],
  ["what was the key up to yesterday", "what was the key doing yesterday"],
  [
    "cards that attached in Spain last week but are elsewhere now",
    "cards that attached in Spain last week but are not in Spain now",
  ],
  ["order the SIMs by last seen", "the SIMs sorted by last seen"],
  ["which country has the worst rejection rate", "which country has the highest rejection rate"],
  ["top 5 anomalies last month", "top 5 anomalies by score last month"],
  ["top 5 anomalies by excess", "top 5 anomalies by excess"],
  ["data used by SIMs in Germany", "data used of SIMs in Germany"],
  ["SIMs of X with their usage this month", "SIMs of X and their usage this month"],
  ["SIMs with their quota exhausted", "SIMs with their quota exhausted"],
  ["which tickets are not done", "which tickets are not resolved"],
  ["how many alerts were taken care of yesterday", "how many alerts were resolved yesterday"],
  ["tickets sorted by priority", "tickets sorted by priority"],
  ["SIMs roaming outside germany", "SIMs outside germany"],
  ["SIMs roaming in September", "SIMs roaming in September"],
  ["SIMs that do not have any open alerts", "SIMs that have no open alerts"],
  ["customers with neither tickets nor alerts", "customers with no tickets and no alerts"],
  ["texts that arrived inside one minute", "texts that were delivered within one minute"],
  [
    "SIMs that used less than 5 MB last month, zero included",
    "SIMs that used less than 5 MB last month",
  ],
  ["median usage per SIM in May. Count silent cards as 0.", "median usage per SIM in May."],
  ["how many are spare AND active? those shouldnt be", "how many are spare AND active"],
  [
    "entries per day. Days without any should show as 0",
    "entries per day. including days with zero",
  ],
  ["was it quiet, 0 bytes?", "was it quiet?"],
  ["not seen since 1 May, or never were?", "not seen since 1 May?"],
  [
    "on how many of the last 14 full days was it quiet",
    "how many days in the last 14 days was it quiet",
  ],
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
