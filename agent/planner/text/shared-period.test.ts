import { describe, expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

describe("periods that share a word", () => {
  test.each([
    ["data quotas that expire this week or next, soonest first", "2026-10-19", "2026-11-02"],
    ["data quotas expiring this or next week", "2026-10-19", "2026-11-02"],
    ["tickets opened last month and this one", "2026-09-01", "2026-10-22"],
    ["alerts this week and last", "2026-10-12", "2026-10-22"],
    ["alerts from this week or the one before", "2026-10-12", "2026-10-22"],
    ["alerts raised yesterday or today", "2026-10-20", "2026-10-22"],
  ])("%s", (question, from, to) => {
    const text = JSON.stringify(queryOf(question).where);
    expect(text).toContain(`"from":"${from}`);
    expect(text).toContain(`"to":"${to}`);
  });

  test("stay two where they are held against each other", () => {
    expect(queryOf("usage this week vs last").measures).toHaveLength(2);
    expect(queryOf("traffic last week and the one before, by country").measures).toHaveLength(2);
  });

  test("are no one period where one of them is asked for", () => {
    expect(ask("did we use more data this week or last").kind).toBe("clarify");
    expect(ask("which week had more traffic, this week or last week?").kind).toBe("clarify");
  });

  test("share nothing with what is only the next word", () => {
    const { where } = queryOf("SIMs activated this week and last seen in Italy");
    expect(JSON.stringify(where)).toContain('"from":"2026-10-19T');
  });
});
