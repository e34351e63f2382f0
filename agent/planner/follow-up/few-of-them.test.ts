import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const LIST = "list the SIMs in Austria";

describe("so many of a list", () => {
  it.each([
    ["the first 5", 5],
    ["show me 20", 20],
    ["only the first 10", 10],
    ["give me 3 of them", 3],
    ["limit it to 50", 50],
    ["just 7 please", 7],
  ])("%s", (turn, limit) => {
    const query = queryOf(turn, LIST);
    expect(query.limit).toBe(limit);
    expect(query.where).toEqual(queryOf(LIST).where);
    expect(query.orderBy).toBeUndefined();
  });

  it("keeps the order that the list has, and the end of a ranking", () => {
    const listed = queryOf("the first 5", "open tickets, newest first");
    expect(listed).toMatchObject({ limit: 5, orderBy: [{ direction: "desc" }] });
    expect(queryOf("show me 20", "top 10 SIMs by usage last month").limit).toBe(20);
  });

  it("the top ones of a list are so by some figure: asked back", () => {
    expect(ask("top 5", LIST).kind).toBe("clarify");
  });

  it("may be asked for at once", () => {
    expect(queryOf("show 5 SIMs in Austria").limit).toBe(5);
    expect(queryOf("10 open tickets").limit).toBe(10);
  });

  it("of what, is not known at the beginning", () => {
    expect(ask("the first 5").kind).toBe("clarify");
    expect(ask("show me 20").kind).toBe("clarify");
  });
});

describe("a period beside the one before", () => {
  it.each([
    ["usage on 12 October", "and the day after that", "2026-10-13", "2026-10-14"],
    ["usage on 12 October", "the next day", "2026-10-13", "2026-10-14"],
    ["usage on 12 October", "and a day later?", "2026-10-13", "2026-10-14"],
    ["usage on 12 October", "and the day before", "2026-10-11", "2026-10-12"],
    ["usage in August", "the following month", "2026-09-01", "2026-10-01"],
    ["alerts in week 40", "the next week", "2026-10-05", "2026-10-12"],
  ])("%s, %s", (first, turn, from, to) => {
    const where = JSON.stringify(queryOf(turn, first).where);
    expect(where).toContain(`"from":"${from}`);
    expect(where).toContain(`"to":"${to}`);
  });

  it("is that day alone also at the beginning", () => {
    const where = JSON.stringify(queryOf("alerts the day after 12 October").where);
    expect(where).toContain('"to":"2026-10-14');
  });
});
