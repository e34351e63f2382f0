import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const text = (question: string) => JSON.stringify(queryOf(question));

describe("figures that are easily taken for others", () => {
  it("upload as part of all traffic is each group's own", () => {
    const [first] =
      queryOf("upload as % of all bytes last month, one line per customer").measures ?? [];
    expect(first?.measure).toMatchObject({ op: "percent" });
  });

  it("a price per included MB is not the price", () => {
    expect(text("which plan is the cheapest per included MB?")).toContain("price_per_included_mb");
  });

  it("an average Sunday is divided by the Sundays", () => {
    const query = queryOf("how many GB on an average Sunday in September?");
    expect(query.groupBy).toBeUndefined();
    expect(JSON.stringify(query)).toMatch(/"per":\["day"\].*"recurring"/);
  });

  it("a bound on one day is a bound on each day of each SIM", () => {
    const query = queryOf("SIMs that were rejected 3 times or more on one day this month");
    expect(query.groupBy?.map(({ grain }) => grain)).toContain("day");
    expect(query.having).toMatchObject([{ op: "gte", value: 3 }]);
  });
});
