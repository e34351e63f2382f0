import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it.each([
  ["usage of MediFridge 16 Oct - 20 Oct", "usage of MediFridge from 16 October to 20 October"],
  ["usage of MediFridge 16.10-20.10", "usage of MediFridge from 16 October to 20 October"],
  ["alerts since 18/10", "alerts since 18 October"],
  ["status counts per customer", "number of SIMs by status and customer"],
  ["usage per country last month, GB", "usage per country last month in GB"],
  [
    "SIMs never activated, older than 60 days",
    "SIMs never activated and created more than 60 days ago",
  ],
  ["did usage drop last week", "did usage decrease last week"],
  [
    "how much did MediFridge use since I was there on Friday",
    "how much did MediFridge use since Friday",
  ],
  ["SIMs that were sent a text but never replied", "SIMs that received a text but did not answer"],
  ["alerts last month by type of rule", "alerts last month by rule"],
  ["usage of vaccine fridge 0007 last week", "usage of vaccine-fridge-0007 last week"],
])("%s", (question, plain) => {
  expect(queryOf(question)).toEqual(queryOf(plain));
});

it.each([
  ["which plans cost less than 1 euro", "plans with a monthly price of less than 1 euro"],
  ["which team is slowest", "which team has the longest average time to resolve"],
  ["customers that opened no ticket this month", "customers that had no ticket this month"],
  ["who handles billing tickets", "number of billing tickets per team"],
])("%s: in plainer words", (question, plain) => {
  expect(queryOf(question)).toEqual(queryOf(plain));
});
