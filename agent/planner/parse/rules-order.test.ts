import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const orderOf = (question: string) => queryOf(question).orderBy;

describe("the order of the answer", () => {
  it.each([
    ["open alerts, highest severity first", "open alerts, most severe on top"],
    ["rate plans from cheapest to most expensive", "rate plans, cheapest at the top"],
    ["customers ranked by traffic last month", "rank the customers by traffic last month"],
    ["fridges, heaviest first, last month", "fridges by data last month, biggest one at the top"],
    ["gateways sorted by last contact, longest silent first", "gateways, longest silent on top"],
  ])("%s is %s", (a, b) => {
    expect(orderOf(a)).toBeDefined();
    expect(orderOf(a)).toEqual(orderOf(b));
    expect(queryOf(a).limit).toBeUndefined();
  });

  it("breaks ties by what is named second", () => {
    expect(orderOf("open tickets sorted by priority, then category")).toEqual([
      { by: "support_tickets.priority", direction: "desc" },
      { by: "support_tickets.category", direction: "asc" },
    ]);
  });

  it("keeps the end that was chosen when it is said again", () => {
    expect(queryOf("the 5 gateways that are silent the longest, worst first")).toMatchObject({
      orderBy: [{ by: "sims.last_seen_at", direction: "asc" }],
      limit: 5,
    });
  });
});
