import { describe, expect, it } from "vitest";
import type { Answer, Column } from "#query/answer.ts";
import { interpret } from "#query/interpret.ts";
import type { Query } from "#query/query.ts";
import { respond } from "./sentence.ts";

const bytes: Column = { name: "used", label: "Total data", kind: "bytes", isMeasure: true };
const text = (name: string): Column => ({ name, label: name, kind: "text", isMeasure: false });
const day: Column = { name: "day", label: "Day", kind: "day", unit: "day", isMeasure: false };
const used = [{ as: "used", measure: { agg: "sum" as const, of: "sim_usage_daily.total_volume" } }];
const MB = 1024 ** 2;

function answerTo(query: Query, columns: Column[], rows: Answer["rows"], rest = {}): Answer {
  return {
    columns,
    rows,
    row_count: rows.length,
    sql: "",
    ...interpret(query, { zone: "UTC" }),
    assumptions: [],
    chart: null,
    as_of: "2026-10-21T09:30:00Z",
    zone: "UTC",
    ...rest,
  };
}

const perCustomer: Query = {
  from: "sim_usage_daily",
  measures: used,
  groupBy: [{ member: "sims.customer" }],
};
const perDay: Query = {
  from: "sim_usage_daily",
  measures: used,
  groupBy: [{ member: "sim_usage_daily.day", grain: "day" }],
};

describe("the answer in words", () => {
  it("says that there is no SIM of that name, where one was asked for", () => {
    const query: Query = {
      from: "sims",
      where: { member: "sims.label", op: "eq", value: "gate-0007" },
    };
    const answer = answerTo(query, [], [], { missing_sim: "label gate-0007" });
    expect(respond(query, answer)).toBe("**No SIM** has the label gate-0007.");
  });

  it("counts in the rows' own noun", () => {
    const query: Query = { from: "sims", measures: [{ as: "sims", measure: { agg: "count" } }] };
    const count = (sims: number) =>
      respond(
        query,
        answerTo(
          query,
          [{ name: "sims", label: "Count", kind: "number", isMeasure: true }],
          [{ sims }],
        ),
      );
    expect(count(1234)).toBe("**1,234 SIMs**.");
    expect(count(1)).toBe("**1 SIM**.");
  });

  it("gives the largest group, its part of the whole, and the smallest", () => {
    const rows = [
      { customer: "Acme", used: 60 * MB },
      { customer: "Bolt", used: 30 * MB },
      { customer: "Corp", used: 10 * MB },
    ];
    expect(respond(perCustomer, answerTo(perCustomer, [text("customer"), bytes], rows))).toBe(
      "**Acme** is highest with 60 MB. Total data by customer. That is 60 % of 100 MB in all; Corp is lowest with 10 MB.",
    );
  });

  it("says nothing of a whole that the rows do not hold", () => {
    const query: Query = { ...perCustomer, limit: 3 };
    const rows = ["a", "b", "c"].map((customer, n) => ({ customer, used: (n + 1) * MB }));
    expect(respond(query, answerTo(query, [text("customer"), bytes], rows))).not.toContain("%");
    const cut = answerTo(perCustomer, [text("customer"), bytes], rows, { row_count: 2000 });
    expect(respond(perCustomer, cut)).not.toContain("%");
  });

  it("gives a series' change and the day that stands out", () => {
    const rows = [10, 11, 10, 12, 90, 11, 12].map((value, n) => ({
      day: `2026-10-1${n}`,
      used: value * MB,
    }));
    const said = respond(perDay, answerTo(perDay, [day, bytes], rows));
    expect(said).toContain("The highest is **90 MB**, 14 Oct.");
    expect(said).toContain("from 10 MB, 10 Oct, to 12 MB, 16 Oct (+20 %)");
    expect(said).toContain("14 Oct stands out with 90 MB against a median of 11 MB.");
  });

  it("names the condition that rules everything out", () => {
    const query: Query = {
      from: "sims",
      where: { member: "sims.country", op: "eq", value: "BR" },
    };
    const empty = answerTo(query, [text("iccid")], [], {
      loosened: [{ text: "radio is 3G", part: { of: "where", index: 1 }, row_count: 14 }],
    });
    expect(respond(query, empty)).toContain("Without “radio is 3G” there are 14.");
  });
});
