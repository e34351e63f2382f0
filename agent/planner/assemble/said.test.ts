import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

/** What the planner asks back, where it would otherwise answer another question. */
function asksBack(question: string): void {
  expect.soft(ask(question).kind, question).toBe("clarify");
}

describe("what was said of the rows is in the query, or is asked about", () => {
  it("a bound that a condition beside it has no room for", () => {
    asksBack("which SIMs were rejected every day last week");
  });

  it("every text that is quoted", () => {
    const both = JSON.stringify(queryOf('tickets that contain "roaming" and "slow"'));
    expect(both).toContain('"value":"roaming"');
    expect(both).toContain('"value":"slow"');
    const without = JSON.stringify(queryOf('tickets that mention "invoice" but not "Italy"'));
    expect(without).toContain('{"not":{"or":[{"member":"support_tickets.subject"');
    expect(without).not.toContain('"country"');
  });

  it("that nothing else happened, and in which order", () => {
    asksBack("fridges that only had detaches last week");
    asksBack("SIMs that sent nothing but uploads");
    asksBack("gateways activated and then deactivated");
    asksBack("fridges whose latest event was a detach");
  });

  it("who did it, and what there is none of", () => {
    asksBack("tickets resolved by the customer");
    asksBack("SIMs suspended by whom");
    asksBack("hours without detaches yesterday");
    asksBack("which months without any alert");
  });

  it("how long something lasted that happens in a moment", () => {
    asksBack("sessions shorter than 5 minutes");
    expect(JSON.stringify(queryOf("sessions more than 5 hours ago"))).toContain(
      '"to":"2026-10-21T04',
    );
  });

  it("what would be, and what was held against what", () => {
    asksBack("what would we pay if all fridges were on Plus 500");
    asksBack("new vs resolved tickets per month this year");
    asksBack("which operator do most of our fridges use");
    asksBack("failed messages by reason");
    asksBack("tickets without an answer");
    asksBack("alert rules per customer that are shrinking");
  });

  it("words that only look like others", () => {
    asksBack("net volume yesterday");
    asksBack("top decile of SIMs by volume");
    asksBack("largest movers yesterday");
  });
});

describe("a time that an earlier sentence names", () => {
  it("is what “since” and “since then” go back to", () => {
    const told =
      "The gateways got a new antenna on 5 October. How much did they upload per day since";
    for (const end of ["?", " then?"])
      expect.soft(JSON.stringify(queryOf(`${told}${end}`)), end).toContain('"from":"2026-10-05"');
  });

  it("is asked for where none or several are named", () => {
    asksBack("How many MB did the gateways upload since?");
    asksBack(
      "We tested on 5 October and on 9 October. How many MB did the fridges use since then?",
    );
  });
});
