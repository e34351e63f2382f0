import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const ICCID = "8988280666000010001";
const LABEL = "vaccine-fridge-0007";

const ask = (question: string, ...context: string[]) =>
  plan({ question, context, gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true });

describe("of one SIM, by its ICCID or its name", () => {
  it.each([
    [`forecast ${ICCID}`, "forecast_usage", {}],
    [`Forecast the usage of ${ICCID} for the next 14 days`, "forecast_usage", { days: 14 }],
    [`predict data usage for SIM ${ICCID} over the next two weeks`, "forecast_usage", { days: 14 }],
    [`show me a 60-day forecast for ${ICCID}`, "forecast_usage", { days: 60 }],
    [`usage forecast of ${ICCID}`, "forecast_usage", {}],
    [`what's the forecast for ${ICCID} next month?`, "forecast_usage", { days: 30 }],
    [`how much data will ${ICCID} use in the next 3 months?`, "forecast_usage", { days: 90 }],
    [`how much will ${ICCID} use next week?`, "forecast_usage", { days: 7 }],
    [`forecast ${ICCID} with prophet`, "forecast_usage", { method: "prophet" }],
    [`forecast ${ICCID} for 14 days using MSTL`, "forecast_usage", { days: 14, method: "mstl" }],
    [`when will ${ICCID} run out?`, "forecast_usage", { days: 90 }],
    [`when does ${ICCID} run out of data`, "forecast_usage", { days: 90 }],
    [`how long will the quota of ${ICCID} last?`, "forecast_usage", { days: 90 }],
    [`anything odd about ${ICCID}?`, "detect_anomalies", {}],
    [`is there anything unusual with ${ICCID}`, "detect_anomalies", {}],
    [`check ${ICCID} for anomalies`, "detect_anomalies", {}],
    [`why is ${ICCID} using so much?`, "detect_anomalies", {}],
    [`why did ${ICCID} use so much data yesterday?`, "detect_anomalies", {}],
    [`is ${ICCID} behaving normally?`, "detect_anomalies", {}],
    [`which plan would be cheapest for ${ICCID}?`, "recommend_quota", {}],
    [`what plan should ${ICCID} be on?`, "recommend_quota", {}],
    [`is ${ICCID} on the right plan?`, "recommend_quota", {}],
    [`recommend a quota for ${ICCID}`, "recommend_quota", {}],
    [`should ${ICCID} be upgraded?`, "recommend_quota", {}],
  ])("%s", (question, tool, input) => {
    expect(ask(question)).toMatchObject({
      kind: "analysis",
      tool,
      input: { iccid: ICCID, ...input },
    });
    const named = ask(question.replace(ICCID, LABEL));
    expect(named).toMatchObject({
      kind: "analysis",
      tool,
      input,
      query: { from: "sims", where: { member: "sims.label", op: "eq", value: LABEL } },
    });
  });
});

describe("of a group", () => {
  it.each([
    ["forecast the fleet", "forecast_usage", { group: "fleet" }],
    [
      "forecast the whole fleet for the next 60 days",
      "forecast_usage",
      { group: "fleet", days: 60 },
    ],
    ["forecast MediFridge", "forecast_usage", { group: "customer", name: "MediFridge" }],
    ["forecast the usage of all SIMs of MediFridge", "forecast_usage", { group: "customer" }],
    ["forecast Austria for the next 14 days", "forecast_usage", { group: "country", name: "AT" }],
    [
      "how much data will Spain use next month?",
      "forecast_usage",
      { group: "country", name: "ES" },
    ],
    ["forecast tag critical", "forecast_usage", { group: "tag", name: "critical" }],
    ["anything odd about MediFridge?", "list_anomalies", { customer: "MediFridge" }],
    ["anything strange in the fleet?", "list_anomalies", {}],
    [
      "what should MediFridge do about its quotas, pooled?",
      "pool_quotas",
      { customer: "MediFridge" },
    ],
    ["would pooling help Alpine Lifts?", "pool_quotas", { customer: "Alpine Lifts" }],
    ["pool the quotas of TankWatch", "pool_quotas", { customer: "TankWatch" }],
  ])("%s", (question, tool, input) => {
    expect(ask(question)).toMatchObject({ kind: "analysis", tool, input });
  });
});

describe("a turn later", () => {
  const first = `forecast ${ICCID} for the next 14 days`;
  it.each([
    ["compare with Prophet", [first], { iccid: ICCID, days: 14, method: "prophet" }],
    ["and with MSTL?", [first, "compare with Prophet"], { iccid: ICCID, days: 14, method: "mstl" }],
    ["and for 90 days?", [first], { iccid: ICCID, days: 90 }],
    ["for the next 60 days", [first, "how good is that forecast?"], { iccid: ICCID, days: 60 }],
    ["when will it run out?", [first], { iccid: ICCID, days: 90 }],
  ])("%s", (question, context, input) => {
    expect(ask(question, ...context)).toMatchObject({ tool: "forecast_usage", input });
  });

  it("tells how good it was, and looks at the same SIM otherwise", () => {
    expect(ask("how good is that forecast?", first)).toMatchObject({
      tool: "forecast_usage",
      input: { iccid: ICCID, days: 14 },
      about: "accuracy",
    });
    expect(ask("anything odd about it?", first)).toMatchObject({
      tool: "detect_anomalies",
      input: { iccid: ICCID },
    });
    expect(ask("forecast the fleet", "forecast MediFridge")).toMatchObject({
      input: { group: "fleet" },
    });
    expect(ask(`which plan would be cheapest for ${ICCID}?`, first)).toMatchObject({
      tool: "recommend_quota",
      input: { iccid: ICCID },
    });
    expect(
      ask("which plan would be cheapest for it?", `why is ${LABEL} using so much?`),
    ).toMatchObject({
      tool: "recommend_quota",
      query: { where: { value: LABEL } },
    });
  });
});

it.each([
  "forecast costs of MediFridge",
  "which SIMs run out next week?",
  "top 10 SIMs by predicted usage",
  "when will the SIMs of MediFridge run out?",
  "predict churn for MediFridge",
  "forecast the first one for the next 7 days",
  "compare with Prophet",
  "how good is that forecast?",
  "how much data did Spain use last month?",
])("%s is asked of the tables, or asked about", (question) => {
  expect(ask(question).kind).not.toBe("analysis");
});

it("where no analysis is shown, the tables answer", () => {
  const question = `forecast ${ICCID} for the next 14 days`;
  const made = plan({ question, context: [], gazetteer: NAMES, now: NOW, zone: "UTC" });
  expect(made.kind).not.toBe("analysis");
});
