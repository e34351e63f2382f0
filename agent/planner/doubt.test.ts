import { expect, it } from "vitest";
import { ask, queryOf } from "./testing.ts";

it.each([
  "how does MediFridge look",
  "can you check the device for me please, customer is on the phone",
])("a list of all there is is no answer to: %s", (question) => {
  expect(ask(question).kind).toBe("clarify");
});

it.each(["list all SIMs", "show me all rate plans"])("but it is to: %s", (question) => {
  expect(ask(question).kind).toBe("query");
});

it("two figures are not compared as if they were one", () => {
  expect(ask("predicted data tomorrow versus upload yesterday").kind).toBe("clarify");
});

it("no ticket at all is not only none in the time of the alerts", () => {
  const { where } = queryOf("gateways that raised an alert last week but have no ticket at all");
  const [tickets] = ("and" in (where ?? {}) ? (where as { and: object[] }).and : []).filter((one) =>
    JSON.stringify(one).includes("support_tickets"),
  );
  expect(tickets).toEqual({ not: { related: "support_tickets" } });
});
