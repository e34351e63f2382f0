import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const columnsOf = (question: string) => queryOf(question).columns ?? [];

describe("columns that a question asks for", () => {
  it.each([
    [
      "gateways with an IMEI change this week, along with the cause and the time",
      "connection_events",
    ],
    ["which fridges sent an SMS today? ICCID, text and time", "sms_messages"],
    ["SIMs with open anomalies and whom they are assigned to", "anomalies"],
    ["suspended SIMs and their customers", "sims"],
  ])("%s: rows of %s", (question, from) => expect(queryOf(question).from).toBe(from));

  it("neither groups nor adds up", () => {
    const tickets = "tickets resolved yesterday, how long each took and by which team";
    expect(queryOf(tickets).groupBy).toBeUndefined();
    expect(columnsOf(tickets)).toContain("support_tickets.hours_to_resolve");
    const outlook =
      "SIMs that run out of data this month, with the date and how many days are left";
    expect(columnsOf(outlook)).toContain("outlook_data.days_until_exhaustion");
  });

  it("adds up figures of other rows for each row", () => {
    expect(
      queryOf("suspended SIMs with their customer, plan and data used last month"),
    ).toMatchObject({
      from: "sims",
      where: { member: "sims.status", value: "suspended" },
      measures: [{ measure: { related: "sim_usage_daily", measure: { agg: "sum" } } }],
    });
  });

  it("leaves conditions and groups alone", () => {
    expect(queryOf("SIMs with a ticket").where).toMatchObject({ related: "support_tickets" });
    expect(queryOf("open tickets per team and priority").groupBy).toHaveLength(2);
  });
});

describe("questions that go on", () => {
  it("shows who did it", () => {
    expect(queryOf("which SIMs were suspended this week, and by whom")).toMatchObject({
      from: "audit_logs",
    });
    expect(columnsOf("which alerts were acknowledged yesterday and by whom")).toContain(
      "alerts.acknowledged_by",
    );
  });

  it("counts for each person, owner or plan", () => {
    const groups = (question: string) => queryOf(question).groupBy;
    expect(groups("how many alerts were acknowledged yesterday and by whom")).toEqual([
      { member: "alerts.acknowledged_by" },
    ]);
    expect(
      groups("how many SIMs had no traffic last week? which customers do they belong to"),
    ).toEqual([{ member: "sims.customer" }]);
  });

  it("takes whether something holds as a column and not as a condition", () => {
    const query = queryOf("alert rules with severity and whether they are enabled");
    expect(query.where).toBeUndefined();
  });
});
