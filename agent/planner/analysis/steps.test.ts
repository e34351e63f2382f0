import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { expect, it } from "vitest";
import { analysisFollowUps } from "../answer/analysis-follow-ups.ts";
import { plannerModel } from "../model.ts";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const ICCID = "8988280666000010001";
const LABEL = "vaccine-fridge-0007";
const model = plannerModel({ gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true });

const said = (text: string): LanguageModelV4Message => ({
  role: "user",
  content: [{ type: "text", text }],
});

function result(toolName: string, input: object, value: object): LanguageModelV4Message[] {
  const toolCallId = `call-${toolName}`;
  const output = { type: "json", value: JSON.parse(JSON.stringify(value)) } as const;
  return [
    { role: "assistant", content: [{ type: "tool-call", toolCallId, toolName, input }] },
    { role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] },
  ];
}

async function next(...prompt: LanguageModelV4Message[]) {
  const [part] = (await model.doGenerate({ prompt })).content;
  if (part?.type === "tool-call") return { tool: part.toolName, input: JSON.parse(part.input) };
  return part?.type === "text" ? part.text : null;
}

const rows = (...iccids: string[]) => ({
  columns: [{ name: "iccid", label: "ICCID", kind: "iccid", isMeasure: false }],
  rows: iccids.map((iccid) => ({ iccid })),
  row_count: iccids.length,
  sql: "select",
  interpretation: `SIMs whose label is ${LABEL}.`,
  chips: [],
  assumptions: [],
  chart: null,
  as_of: "2026-10-21T09:30:00Z",
  zone: "UTC",
});

const FORECAST = {
  subject: { kind: "sim", name: LABEL, iccid: ICCID, customer: null, sims: 1 },
  class: "regular",
  method: "blend",
  as_of: "2026-10-20",
  horizon_days: 14,
  history: [],
  days: [],
  total: { mean: 10, median: 10, lower_80: 8, upper_80: 12, lower_95: 7, upper_95: 13 },
  quota: null,
  run_out: null,
  accuracy: {
    origins: 5,
    horizon_days: 14,
    mase: 0.8,
    wape_percent: 12.2,
    mape_percent: null,
    coverage_80: 0.79,
    coverage_95: 0.95,
    total_error_percent: 4.4,
  },
  notes: [],
  summary: "It is expected to use 10 B.",
};

it("a SIM that is named is found first, then forecast; the answer is what the forecast says", async () => {
  const asked = said(`forecast ${LABEL} for the next 14 days`);
  const query = await next(asked);
  expect(query).toMatchObject({ tool: "query_fleet", input: { query: { from: "sims" } } });
  const found = result("query_fleet", (query as { input: object }).input, rows(ICCID));
  const call = await next(asked, ...found);
  expect(call).toEqual({ tool: "forecast_usage", input: { iccid: ICCID, days: 14 } });
  const made = result("forecast_usage", {}, FORECAST);
  expect(await next(asked, ...found, ...made)).toBe("It is expected to use 10 B.");
  const several = result(
    "query_fleet",
    (query as { input: object }).input,
    rows(ICCID, "8988280666000010002"),
  );
  expect(await next(asked, ...several)).toMatch(/Name one of them/);
});

it("says how good forecasts were, and when a quota that nobody knows runs out", async () => {
  const asked = said(`forecast ${ICCID} for the next 14 days`);
  expect(await next(asked)).toEqual({ tool: "forecast_usage", input: { iccid: ICCID, days: 14 } });
  const made = result("forecast_usage", {}, FORECAST);
  const later = said("how good is that forecast?");
  expect(await next(asked, ...made, later, ...made)).toBe(
    "Made on 5 past days and compared with the 14 days after each: the total was off by 4 % in the mean, single days by 12 % of the volume (WAPE). That is 20 % better than repeating last week (MASE 0.80). 79 % of the days fell inside the 80 % range.",
  );
  expect(await next(said(`when will ${ICCID} run out?`), ...made)).toBe(
    `No data quota of ${LABEL} is on record.`,
  );
});

it("the biggest user is forecast as a second step", async () => {
  const asked = said("the ten biggest users last week, and forecast the first for the next 7 days");
  const query = await next(asked);
  const found = result(
    "query_fleet",
    (query as { input: object }).input,
    rows(ICCID, "8988280666000010002"),
  );
  expect(await next(asked, ...found)).toEqual({
    tool: "forecast_usage",
    input: { iccid: ICCID, days: 7 },
  });
});

it("a row of the list that was shown, and what is said of “it” afterwards", async () => {
  const [first, second, third] = [ICCID, "8988280666000010002", "8988280666000010003"];
  const list = said("which SIMs will run out of quota this week?");
  const shown = [list, ...result("query_fleet", {}, rows(first, second, third))];
  expect(await next(...shown, said("forecast the usage of the first one for 14 days"))).toEqual({
    tool: "forecast_usage",
    input: { iccid: first, days: 14 },
  });
  const ofSecond = said("forecast the second");
  expect(await next(...shown, ofSecond)).toMatchObject({ input: { iccid: second } });
  expect(await next(...shown, said("anything odd about number 3?"))).toEqual({
    tool: "detect_anomalies",
    input: { iccid: third },
  });
  const subject = { ...FORECAST.subject, iccid: second };
  const forecast = [...shown, ofSecond, ...result("forecast_usage", {}, { ...FORECAST, subject })];
  for (const [question, call] of [
    ["anything odd about it?", { tool: "detect_anomalies", input: { iccid: second } }],
    ["and for 90 days?", { tool: "forecast_usage", input: { iccid: second, days: 90 } }],
    ["which plan would be cheapest for it?", { tool: "recommend_quota" }],
    ["put it on the cheaper plan", { tool: "recommend_quota", input: { iccid: second } }],
    ["forecast the last one", { tool: "forecast_usage", input: { iccid: third } }],
  ] as const)
    expect(await next(...forecast, said(question)), question).toMatchObject(call);
  for (const [question, iccid] of [
    ["suspend it", second],
    ["ok, suspend that one then", second],
    ["suspend the first one", first],
    ["suspend the third", third],
  ] as const)
    expect(await next(...forecast, said(question)), question).toMatchObject({
      tool: "propose_change",
      input: { meant: { where: { member: "sims.iccid", op: "eq", value: iccid } } },
    });
  const ofAll = await next(...forecast, said("suspend them"));
  expect(ofAll).toMatchObject({ tool: "propose_change", input: { meant: { from: "sims" } } });
  expect(JSON.stringify(ofAll)).not.toContain(second);
  for (const question of ["forecast the ninth", "put it on the cheaper plan"])
    expect(await next(...shown, said(question)), question).toMatchObject({ tool: "ask_back" });
});

it("“that is not an anomaly” is of the one that was shown", async () => {
  const anomaly = {
    ...{ id: null, ref: `${ICCID} spike 2026-10-08`, kind: "spike", day: "2026-10-08" },
    status: "open",
  };
  const gone = { ...anomaly, id: 3, ref: "3", status: "dismissed" };
  const shown = result("detect_anomalies", { iccid: ICCID }, { anomalies: [anomaly, gone] });
  const prompt = [said(`anything odd about ${ICCID}?`), ...shown, said("that is not an anomaly")];
  expect(await next(...prompt)).toMatchObject({
    tool: "propose_change",
    input: { tool: "review_anomalies", input: { review: "dismiss" }, targets: [anomaly.ref] },
  });
});

it("every question that is offered after an analysis is one that the planner can read", () => {
  const shown = { ref: "7", kind: "spike", day: "2026-10-08" };
  const detected = {
    ...{ subject: FORECAST.subject, is_judged: true, reason: null, class: "regular" },
    ...{ as_of: "2026-10-20", days: [], notes: [], summary: "" },
    anomalies: [
      {
        ...{ ...shown, id: 7, last_day: "2026-10-08", days: 1, is_ongoing: false, observed: 9 },
        ...{ expected: 1, score: 0.9, severity: "high", reason: "", next_step: null, seen: null },
        ...{ status: "open", assigned_to: null },
      },
    ],
  };
  const offered = [
    ...(analysisFollowUps("forecast_usage", FORECAST) ?? []),
    ...(analysisFollowUps("detect_anomalies", detected) ?? []),
    ...(analysisFollowUps("recommend_quota", {}) ?? []),
  ];
  expect(offered).toHaveLength(7);
  for (const question of offered) {
    const made = plan({
      ...{ question, context: [`forecast ${ICCID} for 14 days`], gazetteer: NAMES, now: NOW },
      ...{ zone: "UTC", showsAnalyses: true, anomalies: [shown] },
    });
    expect({ question, kind: made.kind }).toEqual({
      question,
      kind: question === "That is not an anomaly" ? "action" : "analysis",
    });
  }
  expect(analysisFollowUps("query_fleet", {})).toBeNull();
});

it("what is wrong with a SIM is followed by how it stands: status, quota, alerts and tickets", async () => {
  const asked = said(`what's wrong with ${ICCID}?`);
  expect(await next(asked)).toMatchObject({ tool: "detect_anomalies", input: { iccid: ICCID } });
  const looked = result("detect_anomalies", { iccid: ICCID }, { subject: { iccid: ICCID } });
  expect(await next(asked, ...looked)).toEqual({ tool: "get_sim", input: { iccid: ICCID } });
  const sim = {
    iccid: ICCID,
    label: LABEL,
    status: "active",
    customer: null,
    rate_plan: null,
    operator: null,
    last_seen_at: "2026-10-20T11:30:00Z",
    usage_30d_bytes: 1024,
    quotas: [{ type: "data", total: 1000, used: 1019 }],
    open_alerts: [{}],
    open_ticket_count: 2,
  };
  const told = await next(asked, ...looked, ...result("get_sim", { iccid: ICCID }, sim));
  expect(told).toContain("active");
  expect(told).toContain("Its data quota is 102 % used");
  expect(told).toContain("1 open alert and 2 open tickets");
});
