import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const plain = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context)).replace(/"label":"[^"]*"/g, "");

describe("a turn keeps what it does not change", () => {
  const day = "which day had the most traffic last month";
  it.each([
    ["and which one was the quietest", day, "which day had the least traffic last month"],
    ["make it 20", "top 10 SIMs by data last week", "top 20 SIMs by data last week"],
    ["and in total?", "data usage per customer last month", "data usage last month"],
    ["for the whole fleet", "open tickets of MediFridge", "open tickets"],
    ["ever", "rejects of MediFridge last week", "rejects of MediFridge"],
    ["also the pending ones", "open tickets", "open or pending tickets"],
    ["only those without a customer", "suspended SIMs", "suspended SIMs without a customer"],
    ["and how many tickets?", "how many alerts last week", "how many tickets last week"],
  ])("%s", (question, context, whole) => {
    expect(plain(question, context)).toBe(plain(whole));
  });

  it("has the same number of other rows", () => {
    const query = queryOf("its SMS the same way", "last 10 events of vaccine-fridge-0001");
    expect(query).toMatchObject({ from: "sms_messages", limit: 10 });
  });

  it("compares two customers side by side", () => {
    expect(queryOf("versus TankWatch", "data usage of MediFridge last month")).toMatchObject({
      groupBy: [{ member: "sims.customer" }],
    });
  });
});

it("a whole question begins anew, also where two words of it say a figure and an order", () => {
  const question = "top consumer in each country last week";
  for (const before of [
    "are there SIMs with the same IMEI?",
    "which customers have neither open tickets nor open alerts?",
  ])
    expect(queryOf(question, before)).toEqual(queryOf(question));
});

describe("a turn that would answer another question is asked about", () => {
  it.each([
    ["which of them are in Italy", "top 10 SIMs by data last week"],
    ["show its alerts", "top 3 SIMs by data last week"],
    ["and the last 3", "top 10 SIMs by data last week"],
    ["and the number of SIMs?", "data usage per customer last week"],
    ["and for all customers?", "open tickets of MediFridge"],
    ["who did that", "which SIMs were suspended last week"],
    ["why so many", "rejects last week"],
    ["suspend their SIMs", "open tickets of MediFridge"],
    ["suspend its SIM", "ticket 12"],
  ])("%s after “%s”", (question, context) => {
    expect(ask(question, context).kind).toBe("clarify");
  });

  it("leaves out of the rows before, not of the whole fleet", () => {
    const made = ask(
      "suspend all of them except vaccine-fridge-0001",
      "SIMs with more than 20 rejects yesterday",
    );
    expect(JSON.stringify(made)).toContain("connection_events");
  });
});
