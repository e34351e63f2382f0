import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const plain = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context));

describe("a figure or rows of the SIMs that were listed", () => {
  it.each([
    ["how much data did they use last week?", "suspended fridges"],
    ["what is their total usage last month?", "suspended fridges of MediFridge"],
    ["how much did these use per day last week?", "fridges not seen for 2 days"],
    ["what did they use last week?", "which fridges will run out of data this week?"],
    ["how many open alerts do they have?", "suspended fridges"],
    ["how many open alerts do they have?", "how many fridges are suspended?"],
    ["which open alerts do they have?", "suspended fridges"],
    ["open tickets of these?", "fridges tagged beta"],
  ])("%s, after %s, keeps every condition of theirs", (question, listed) => {
    const conditions = queryOf(listed).where;
    const all = conditions && "and" in conditions ? conditions.and : [conditions];
    const asked = plain(question, listed);
    for (const condition of all) expect(asked).toContain(JSON.stringify(condition));
  });

  it.each([
    ["how many open alerts do they have?", []],
    ["how many open alerts do they have?", ["top 5 SIMs by alerts last month"]],
    ["show their open alerts", ["fridges of MediFridge"]],
    ["how much data did they use last week", ["fridges in Austria"]],
  ])("%s, after %j, is asked about where it cannot", (question, context) => {
    expect(ask(question, ...context).kind).toBe("clarify");
  });
});
