import { expect, test } from "vitest";
import { ask, queryOf } from "./testing.ts";

test("a bound on days to come is one on the forecast", () => {
  for (const question of [
    "which fridges are forecast to exceed 10 MB tomorrow",
    "which fridges will go over 10 MB tomorrow",
  ])
    expect(JSON.stringify(queryOf(question))).toContain('"of":"forecasts.predicted"');
});

test("the end of a month is the coming one where dates lie ahead", () => {
  const query = queryOf("SIMs expected to churn by the end of November");
  expect(JSON.stringify(query.where)).toContain("2026-12-01");
});

test("a figure named after another one is shown beside it", () => {
  const query = queryOf("top 10 fridges by upload last month, with download too");
  expect(query.measures).toHaveLength(2);
  expect(query.orderBy?.[0]?.by).toBe("upload");
});

test("a share of theirs is of what each of them has", () => {
  const query = queryOf(
    "how many SIMs are on 2G per customer and the share of their fleet that is",
  );
  expect(query.where).toBeUndefined();
  expect(query.measures?.[1]?.measure).toMatchObject({ op: "percent", b: { agg: "count" } });
});

test("a quotation after mention is a text, also where it is a name", () => {
  expect(queryOf('tickets that mention "billing" in the subject').where).toMatchObject({
    member: "support_tickets.subject",
    op: "contains",
  });
});

test("what a customer earns with its devices is out of reach", () => {
  expect(ask("how much revenue does MediFridge make with its fridges").kind).toBe("refuse");
});

test("the top one of each is found within each", () => {
  const members = (question: string) => queryOf(question).firstPer?.members;
  expect(members("top rule by alerts for each customer")).toEqual(["sims.customer"]);
  expect(members("which operator has the most rejects per customer")).toEqual(["sims.customer"]);
  expect(members("longest open ticket per customer")).toEqual(["support_tickets.customer"]);
});

test("a total of all is one figure, also where more is asked of it", () => {
  const query = queryOf("what is the total data quota of all fridges and how much of it is used");
  expect(query.measures).toHaveLength(2);
  expect(query.columns).toBeUndefined();
});

test("what of a SIM was changed is that kind of entry, and others are asked about", () => {
  expect(JSON.stringify(queryOf("SIMs whose plan was changed since July"))).toContain(
    "rate_plan.change",
  );
  expect(ask("SIMs whose status was changed since July").kind).toBe("clarify");
});
