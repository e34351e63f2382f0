import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

describe("rows that go without saying", () => {
  it("are tickets, where teams have something unresolved", () => {
    const query = queryOf("what is every team still sitting on (anything not resolved)");
    expect(query).toMatchObject({
      from: "support_tickets",
      groupBy: [{ member: "support_tickets.assigned_team" }],
    });
  });

  it("are messages, where SIMs sent MO and got no MT", () => {
    const text = JSON.stringify(
      queryOf("how many SIMs sent MO but got zero MT since 1 Oct?").where,
    );
    expect(text).toContain('{"not":{"related":"sms_messages"');
    expect(text).toMatch(/"value":"mo".*"value":"mt"/);
  });

  it("are the first of each, where one is wanted", () => {
    const query = queryOf("longest waiting open ticket, one per customer");
    expect(query.firstPer).toEqual({ members: ["support_tickets.customer"], limit: 1 });
  });

  it("are all messages, where a rate says delivered against all", () => {
    const query = queryOf("MT success % by operator, sent in September, delivered vs all");
    expect(JSON.stringify(query.where)).not.toContain("delivered");
  });
});
