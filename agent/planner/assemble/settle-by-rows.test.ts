import { expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const bySims = {
  from: "sims",
  groupBy: [{ member: "sims.customer" }],
  orderBy: [{ direction: "desc" }],
};

it.each([
  "top 5 customers by SIMs",
  "top 5 customers by devices",
  "rank customers by SIM count",
  "rank customers by number of SIMs",
])("%s: by how many they have", (question) => {
  expect(queryOf(question)).toMatchObject(bySims);
});

it("counts other rows likewise", () => {
  expect(queryOf("customers sorted by number of open tickets")).toMatchObject({
    ...bySims,
    from: "support_tickets",
    groupBy: [{ member: "support_tickets.customer" }],
  });
});

it("is of all customers where several are asked about, and of one where it is one", () => {
  expect(queryOf("biggest customers by open tickets").limit).toBeUndefined();
  expect(queryOf("which of our customers has the most open tickets").limit).toBe(1);
});

it("reads a number between “top” and a superlative", () => {
  expect(queryOf("top 5 heaviest fridges last week").limit).toBe(5);
});

it("an average for each day is of a period, which is asked for", () => {
  expect(ask("daily average of rejects")).toMatchObject({
    kind: "clarify",
    options: expect.arrayContaining(["daily average of rejects last month"]),
  });
  expect(queryOf("daily average of rejects last month")).toEqual(
    queryOf("average rejects per day last month"),
  );
});
