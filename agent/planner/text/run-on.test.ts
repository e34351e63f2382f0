import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";
import { withStops } from "./run-on.ts";

describe("an order within a sentence", () => {
  it.each([
    ["pump-7 keeps flapping gimme its last events", "pump-7 keeps flapping. gimme its last events"],
    ["sms still pending which sims since when", "sms still pending. which sims since when"],
  ])("begins a sentence of its own: %s", (typed, meant) => {
    expect(withStops(typed)).toBe(meant);
  });

  it.each([
    "please show me all SIMs",
    "can you list the SIMs",
    "tell me how many SIMs are active",
    "SIMs which are active",
  ])("that only goes on is left alone: %s", (typed) => {
    expect(withStops(typed)).toBeNull();
  });

  it("is read with what was told before it", () => {
    const query = queryOf(
      "vaccine-fridge-0001 keeps flapping gimme its last 10 events newest first",
    );
    expect(query).toMatchObject({ from: "connection_events", limit: 10 });
    expect(JSON.stringify(query.where)).toContain("vaccine-fridge-0001");
  });
});
