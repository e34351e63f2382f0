import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const values = (question: string) => {
  const { where } = queryOf(question);
  return where && "values" in where ? where.values : where;
};

describe("steps that are bounded", () => {
  it.each([
    ["anomalies with severity high or above", ["high", "critical"]],
    ["alerts of medium severity or higher", ["medium", "high", "critical"]],
    ["at least high severity anomalies", ["high", "critical"]],
    ["alerts below high", ["low", "medium"]],
    ["events with severity above info", ["warning", "critical"]],
    ["tickets of medium priority or higher", ["medium", "high"]],
  ])("%s", (question, steps) => {
    expect(values(question)).toEqual(steps);
  });

  it("a level alone is that level", () => {
    expect(queryOf("high severity anomalies").where).toMatchObject({ op: "eq", value: "high" });
  });
});
