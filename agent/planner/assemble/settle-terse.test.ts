import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

describe("notes in a few words", () => {
  it.each(["sims AT rejects 24h top 5", "rejects by SIM in Austria in the last 24 hours, top 5"])(
    "mean the last ones by a bare length of time: %s",
    (question) => {
      const query = queryOf(question);
      expect(query).toMatchObject({ from: "connection_events", limit: 5 });
      expect(JSON.stringify(query.where)).toContain('"from":"2026-10-20T09:30:00.000Z"');
    },
  );

  it("mean so many rows, where an order says which", () => {
    expect(queryOf("25 audit entries of last week, newest first")).toMatchObject({
      from: "audit_logs",
      limit: 25,
      orderBy: [{ direction: "desc" }],
    });
  });

  it("leave bounds alone", () => {
    expect(JSON.stringify(queryOf("SIMs offline >12h"))).not.toContain("limit");
    expect(queryOf("tickets pending for more than 3 days").where).toMatchObject({
      and: expect.arrayContaining([
        { member: "support_tickets.status", op: "eq", value: "pending" },
      ]),
    });
  });
});

describe("whether any used data", () => {
  it.each([
    "are there suspended SIMs that used data last week",
    "do any suspended cards still send data",
    "do we have SIMs which use data although they are suspended",
  ])("is a list of them: %s", (question) => {
    const query = queryOf(question);
    expect(query.measures).toBeUndefined();
    expect(JSON.stringify(query.where)).toContain('"related":"sim_usage_daily"');
  });
});
