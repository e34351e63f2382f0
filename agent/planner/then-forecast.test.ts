import { describe, expect, it } from "vitest";
import { plannerModel } from "./model.ts";
import { ask, NAMES, NOW } from "./testing.ts";

const QUESTION = "the ten biggest users last week, and forecast the first for the next 7 days";
const ICCID = "8988280666000010001";

describe("the biggest users, and a forecast of the first", () => {
  it.each([
    [QUESTION, []],
    ["forecast the first one for the next 7 days", ["the ten biggest users last week"]],
  ])("%s", (question, context) => {
    expect(ask(question, ...context)).toMatchObject({
      kind: "query",
      query: { from: "sim_usage_daily", limit: 10 },
      next: "predicted data of {sim} per day for the next 7 days",
    });
  });

  it("needs rows that are SIMs", () => {
    expect(ask("data usage per customer last month, and forecast the first").kind).toBe("clarify");
  });

  it("is asked about where no row came before", () => {
    expect(ask("forecast the first one").kind).toBe("clarify");
  });
});

describe("the second step", () => {
  const model = plannerModel({ gazetteer: NAMES, now: NOW, zone: "UTC" });
  const asked = { role: "user" as const, content: [{ type: "text" as const, text: QUESTION }] };

  async function onResult(rows: { iccid: string }[]) {
    const [call] = (await model.doGenerate({ prompt: [asked] })).content;
    if (call?.type !== "tool-call") throw new Error("No first step");
    const answer = {
      columns: [{ name: "iccid", label: "ICCID", kind: "iccid", isMeasure: false }],
      rows,
      row_count: rows.length,
      sql: "select",
      interpretation: "Total data",
      chips: [],
      assumptions: [],
      chart: null,
      as_of: "2026-10-21T09:30:00Z",
      zone: "UTC",
    };
    const { content } = await model.doGenerate({
      prompt: [
        asked,
        { role: "assistant", content: [{ ...call, input: JSON.parse(call.input) }] },
        {
          role: "tool",
          content: [
            {
              type: "tool-result",
              toolCallId: call.toolCallId,
              toolName: "query_fleet",
              output: { type: "json", value: answer },
            },
          ],
        },
      ],
    });
    return content[0];
  }

  it("asks for the forecast of the SIM that came first", async () => {
    const next = await onResult([{ iccid: ICCID }, { iccid: "8988280666000010002" }]);
    if (next?.type !== "tool-call") throw new Error("No second step");
    expect(JSON.parse(next.input).query).toMatchObject({ from: "forecasts" });
    expect(next.input).toContain(ICCID);
    expect(next.input).not.toContain("8988280666000010002");
  });

  it("is said to be left out where nothing came", async () => {
    expect(await onResult([])).toMatchObject({
      type: "text",
      text: expect.stringContaining("No forecast was made"),
    });
  });
});
