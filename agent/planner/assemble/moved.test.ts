import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

const SIMS = [{ member: "sim_usage_daily.iccid" }, { member: "sims.label" }];
const CUSTOMERS = [{ member: "sims.customer" }];
const [LATER, EARLIER] = ["september_2026", "august_2026"];

test.each([
  ["SIMs that used more than twice as much in September as in August", "gt", 2],
  ["SIMs whose September usage is over 3x their August usage", "gt", 3],
  ["SIMs whose usage in September was less than half that of August", "lt", 0.5],
  ["SIMs whose traffic halved from August to September", "lte", 0.5],
  ["SIMs whose traffic more than tripled from August to September", "gt", 3],
  ["SIMs that used more than twice as much in August as in September", "lt", 0.5],
  ["SIMs whose usage in September was more than 20% above that of August", "gt", 1.2],
  ["SIMs whose September usage was at least 25% below August", "lte", 0.75],
  ["SIMs that used over 50% more in September than in August", "gt", 1.5],
])("%s", (question, op, factor) => {
  const { groupBy, having } = queryOf(question);
  expect(groupBy).toEqual(SIMS);
  expect(having?.[0]).toEqual({ measure: LATER, op, other: EARLIER, factor });
});

test("nothing has no multiple", () => {
  expect(
    queryOf("SIMs that used more than twice as much in September as in August").having,
  ).toContainEqual({ measure: EARLIER, op: "gt", value: 0 });
});

test.each([
  ["customers whose traffic grew by more than 50% from August to September", "gt", 50],
  ["customers whose usage fell by at least 30 percent from August to September", "lte", -30],
])("%s", (question, op, value) => {
  const { groupBy, having } = queryOf(question);
  expect(groupBy).toEqual(CUSTOMERS);
  expect(having).toEqual([{ measure: "change_percent", op, value }]);
});

test.each([
  ["which customers' traffic fell from August to September", "lt"],
  ["customers whose usage increased from August to September", "gt"],
])("%s: those only", (question, op) => {
  expect(queryOf(question).having).toEqual([{ measure: LATER, op, other: EARLIER }]);
});

test.each([
  "did the usage grow or shrink from August to September",
  "growth per customer from August to September",
  "did MediFridge use more than twice as much in September as in August",
])("%s: a figure, and no condition", (question) => {
  const { groupBy, having, measures } = queryOf(question);
  expect(having).toBeUndefined();
  expect(measures?.length).toBeGreaterThan(1);
  expect(groupBy ?? []).not.toContainEqual({ member: "sim_usage_daily.iccid" });
});

test("one of the two may be bound besides", () => {
  const { having } = queryOf(
    "SIMs whose traffic last week was more than three times that of the week before, skip those that had under 1 MB in the earlier week",
  );
  expect(having).toEqual([
    { measure: "last_week", op: "gt", other: "the_week_before", factor: 3 },
    { measure: "the_week_before", op: "gt", value: 0 },
    { measure: "the_week_before", op: "gte", value: 1_048_576 },
  ]);
});

test("rows are held against those of another time", () => {
  expect(queryOf("which operators had more rejects last week than the week before")).toMatchObject({
    groupBy: [{ member: "connection_events.operator" }],
    having: [{ op: "gt" }],
  });
});

test("how many there are is one number", () => {
  const query = queryOf("how many SIMs used more than twice as much yesterday as the day before");
  expect(query.countGroups).toBe("sims");
  expect(query.groupBy).toHaveLength(1);
});

test("two bounds on how often something happened are no ratio", () => {
  expect(ask("SIMs rejected more than three times last week and twice the week before").kind).toBe(
    "clarify",
  );
});

test("since July says from when on, and not against what", () => {
  expect(ask("which customers have doubled their usage since July").kind).toBe("clarify");
});
