import { expect, it } from "vitest";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const ICCID = "8988280666000010001";

const ask = (question: string) =>
  plan({ question, context: [], gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true });

it.each([
  [`what will ${ICCID} use over the next 30 days`, "forecast_usage", { days: 30 }],
  [`will ${ICCID} make it to Friday?`, "forecast_usage", { days: 90 }],
  [`does the data of ${ICCID} last until the end of the month`, "forecast_usage", { days: 90 }],
  [`is the allowance of ${ICCID} enough for the rest of the month?`, "forecast_usage", {}],
  [`what's behind the high usage of ${ICCID}?`, "detect_anomalies", {}],
  [`how come ${ICCID} sends so little data`, "detect_anomalies", {}],
  [`is ${ICCID} acting up?`, "detect_anomalies", {}],
  [`is the plan of ${ICCID} too big?`, "recommend_quota", {}],
  [`should I upgrade the quota of ${ICCID}`, "recommend_quota", {}],
  [`would ${ICCID} be cheaper on another tariff`, "recommend_quota", {}],
])("%s: in any order of words, of the SIM that they leave", (question, tool, input) => {
  expect(ask(question)).toMatchObject({
    kind: "analysis",
    tool,
    input: { iccid: ICCID, ...input },
  });
});

it.each([
  ["predict MediFridge's usage for the next 60 days", "forecast_usage", { name: "MediFridge" }],
  ["expected traffic in Italy over the next 30 days", "forecast_usage", { name: "IT", days: 30 }],
  ["ballpark for fleet traffic over the coming 60 days", "forecast_usage", { days: 60 }],
  ["data outlook for TankWatch", "forecast_usage", { group: "customer", name: "TankWatch" }],
  ["roughly how much data should we expect to use next month?", "forecast_usage", { days: 30 }],
  ["any odd behaviour at TankWatch lately?", "list_anomalies", { customer: "TankWatch" }],
  ["tell me which devices behave unlike they usually do", "list_anomalies", {}],
  ["would it pay off for TankWatch to share one pool?", "pool_quotas", { customer: "TankWatch" }],
])("%s: of the group that they leave, or of the fleet", (question, tool, input) => {
  expect(ask(question)).toMatchObject({ kind: "analysis", tool, input });
});

it.each([
  "anomalies of this week",
  "which anomalies are critical",
  "forecast usage by customer next month",
  "how many SIMs will run out of data next week",
  "how much data was used last month in Italy",
])("%s: figures and conditions are answered by the tables", (question) => {
  expect(ask(question)).toMatchObject({ kind: "query" });
});

it.each([
  [`change the plan of ${ICCID} to Plus 500`, "change_rate_plan"],
  [`top up ${ICCID} by 1 GB, it will run out`, "top_up"],
])("%s: is a change", (question, tool) => {
  expect(ask(question)).toMatchObject({ kind: "action", tool });
});
