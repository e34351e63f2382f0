import { describe, expect, it, test } from "vitest";
import { ask, queryOf } from "./testing.ts";

const ofCause = (value: string) => ({ member: "connection_events.cause", op: "eq", value });
const ofType = (value: string) => ({ member: "connection_events.type", op: "eq", value });

describe("what the network reported", () => {
  test.each([
    ["which fridges were turned away yesterday", "reject"],
    ["parking SIMs that fell off the network last week", "detach"],
    ["SIMs that turned up in another device this month", "imei_change"],
  ])("%s", (question, type) => {
    const { from, where } = queryOf(question);
    expect(from).toBe("sims");
    expect(JSON.stringify(where)).toContain(JSON.stringify(ofType(type)));
  });

  it("takes a cause for the rows that have it", () => {
    expect(queryOf("auth failures per network in August")).toMatchObject({
      from: "connection_events",
      groupBy: [{ member: "connection_events.operator" }],
      where: { and: expect.arrayContaining([ofCause("authentication failure")]) },
    });
  });

  it("bounds how often something happened", () => {
    expect(queryOf("SIMs that lost coverage at least twice last week")).toMatchObject({
      groupBy: [{ member: "connection_events.iccid" }, { member: "sims.label" }],
      having: [{ op: "gte", value: 2 }],
    });
  });

  it("counts the countries, or the days, that rows are spread over", () => {
    const measured = (question: string) => queryOf(question).measures?.[0]?.measure;
    expect(measured("SIMs that attached in two or more countries in May")).toEqual({
      agg: "count_distinct",
      of: "connection_events.country",
    });
    expect(measured("SIMs rejected on at least two different days last week")).toEqual({
      agg: "count_distinct",
      of: "connection_events.day",
    });
  });

  it("counts each kind that was named", () => {
    const { measures } = queryOf("attaches and rejects per network last week");
    expect(measures?.map(({ as }) => as)).toEqual(["attach", "reject"]);
  });

  it("knows what a reject rate is a part of", () => {
    expect(queryOf("reject rate per operator last week").measures).toMatchObject([
      { measure: { op: "percent", a: { where: ofType("reject") } } },
    ]);
  });

  it("counts SIMs where SIMs are asked for, events where events are", () => {
    const measure = (question: string) => queryOf(question).measures?.[0]?.measure;
    expect(measure("how many fridges were rejected per operator")).toMatchObject({
      agg: "count_distinct",
    });
    expect(measure("rejects of fridges per operator")).toEqual({ agg: "count" });
  });
});

describe("alerts and their rules", () => {
  const minutes = (op: string, value: number) => ({
    member: "alerts.minutes_to_acknowledge",
    op,
    value,
  });

  test.each([
    ["alerts acknowledged within an hour", minutes("lte", 60)],
    ["alerts not acknowledged within half an hour", undefined],
    ["alerts that were not acknowledged within 30 minutes", { not: minutes("lte", 30) }],
    ["alerts that took more than 2 hours to ack", minutes("gt", 120)],
  ])("%s", (question, filter) => {
    if (filter) expect(queryOf(question).where).toEqual(filter);
  });

  it("finds a rule by the words of its name", () => {
    expect(queryOf("alerts of the 80 % data quota rule").where).toEqual({
      member: "alert_rules.name",
      op: "eq",
      value: "Data quota above 80 %",
    });
  });

  it("lists rules that never fired", () => {
    expect(queryOf("which rules have never fired?")).toMatchObject({
      from: "alert_rules",
      where: { not: { related: "alerts" } },
    });
  });

  it("counts the alerts of each rule, zero for those that never fired", () => {
    expect(queryOf("which rules are switched off and how often did each fire?")).toMatchObject({
      from: "alert_rules",
      measures: [{ measure: { related: "alerts", measure: { agg: "count" } } }],
    });
  });

  it("does not give traffic where alerts are asked for", () => {
    expect(ask("traffic of the alerts").kind).toBe("clarify");
  });
});

describe("anomalies", () => {
  it("knows which ones nobody has", () => {
    expect(queryOf("open anomalies nobody is working on").where).toMatchObject({
      and: expect.arrayContaining([{ member: "anomalies.assigned_to", op: "is_null" }]),
    });
  });

  it("judges the detector by what was decided", () => {
    expect(queryOf("false positive rate per kind")).toMatchObject({
      from: "anomalies",
      groupBy: [{ member: "anomalies.kind" }],
    });
  });

  it("splits what was decided from how", () => {
    expect(
      queryOf("of the anomalies already ruled on, what percentage was dismissed?").measures,
    ).toMatchObject([
      { measure: { op: "percent", a: { where: { value: "dismissed" } }, b: { agg: "count" } } },
    ]);
  });
});
