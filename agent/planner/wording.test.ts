import { describe, expect, test } from "vitest";
import { interpret } from "#query/interpret.ts";
import { ask, queryOf } from "./testing.ts";

const meaningOf = (question: string) =>
  interpret(queryOf(question), { zone: "UTC" }).interpretation;

describe("the same in plainer words", () => {
  test.each([
    ["which rate plan brings in the most money per month", "which plan earns us the most"],
    ["MB up and MB down per day since Friday", "upload and download in MB per day since Friday"],
    ["number of fridges that used any data yesterday", "how many fridges had traffic yesterday"],
    ["how many fridges did use data yesterday", "how many fridges had traffic yesterday"],
    ["how many fridges used data yesterday", "how many fridges had traffic yesterday"],
    [
      "until when is the data package of vaccine-fridge-0012 good?",
      "when does the data quota of vaccine-fridge-0012 expire",
    ],
    [
      "how long will the data of vaccine-fridge-0012 last",
      "when will vaccine-fridge-0012 run out of data",
    ],
    ["confirmed share of anomalies by kind", "what share of anomalies is confirmed by kind"],
    ["which fridge has been quiet for the longest", "which fridge was silent the longest"],
    [
      "our customers by size please: number of SIMs and % of the fleet",
      "number of SIMs and share of SIMs by customer",
    ],
    [
      "did we get any texts from fridges saying door open",
      'texts from fridges that say "door open"',
    ],
    [
      "does vaccine-fridge-0012 have an open ticket already? don't want to open a second one",
      "is there an open ticket for vaccine-fridge-0012",
    ],
    [
      "flapping devices: more than 3 attaches in the last 7 days",
      "devices: more than 3 attaches in the last 7 days",
    ],
    [
      "changes in the middle of the night, between midnight and 5 am",
      "changes between midnight and 5 am",
    ],
  ])("%s", (said, plain) => {
    expect(meaningOf(said)).toBe(meaningOf(plain));
  });
});

test("a number beside its share is shown, too", () => {
  const { measures } = queryOf("number of SIMs and share of SIMs by customer");
  expect(measures).toHaveLength(2);
});

test("two shares at once are asked about, as one would be left out", () => {
  expect(ask("share of SIMs and share of traffic by customer last month").kind).toBe("clarify");
  expect(ask("share of traffic by customer last month").kind).toBe("query");
});

test("levels of a risk are all meant, wherever the risk is said", () => {
  const both = /medium.*high|high.*medium/;
  expect(meaningOf("SIMs with medium or high churn risk")).toMatch(both);
  expect(meaningOf("SIMs with churn risk medium or high")).toMatch(both);
});

test("which of several has the most is one, which of them have may be more", () => {
  expect(queryOf("which of my fridges has the most alerts").limit).toBe(1);
  expect(queryOf("which of our customers have the most tickets").limit).toBeUndefined();
});

test.each([
  "restart all fridges that are offline",
  "reboot vaccine-fridge-0012",
  "what happens when a fridge runs out of data",
])("%s: not from here", (question) => {
  expect(ask(question).kind).toBe("refuse");
});

test("a connection is set up anew, where a device is not", () => {
  const made = ask("restart the connection of vaccine-fridge-0012");
  expect(made).toMatchObject({ kind: "action", tool: "reset_connectivity" });
});

test.each(["device restarts last week by customer", "restarts of vaccine-fridge-0012 yesterday"])(
  "%s: what did happen is told",
  (question) => {
    expect(ask(question).kind).toBe("query");
  },
);

test("a state is no country", () => {
  expect(JSON.stringify(ask("SIM state changes yesterday"))).not.toContain('"US"');
});

test("a ticket that is named is closed for whatever reason", () => {
  const made = ask("set ticket 152 to resolved, customer just confirmed on the phone");
  expect(made).toMatchObject({ kind: "action", tool: "set_ticket_status" });
});

describe("in a few words", () => {
  test.each([
    ["rejects 24h A1 AT", "rejects in the last 24 hours on A1 AT"],
    ["alerts 7d by customer", "alerts in the last 7 days by customer"],
    ["active at home", null],
    ["active es", "active SIMs in ES"],
    ["fridges in us", "fridges in the USA"],
    ["avg mb/day fridges sept", "average daily usage of fridges in September in MB"],
    ["changes at the weekend of 17/18 October", "changes from 17 to 18 October"],
    ["the quietest ten fridges last week", "ten fridges with the lowest usage last week"],
    [
      "fridges with traffic on fewer than 5 days in September",
      "fridges that used data on fewer than 5 days in September",
    ],
    ["every fridge whose IMEI changed yesterday", "every fridge with an IMEI change yesterday"],
  ])("%s", (said, plain) => {
    if (plain === null) expect(ask(said).kind).not.toBe("query");
    else expect(meaningOf(said)).toBe(meaningOf(plain));
  });

  test("how long a state has lasted is no period", () => {
    expect(meaningOf("offline 24h")).toContain("more than 24 hours ago");
  });

  test("an alert is named by its number, as a ticket is", () => {
    expect(ask("ack alert 17")).toMatchObject({ kind: "action", tool: "acknowledge_alerts" });
    expect(meaningOf("alerts 5 minutes ago")).not.toContain("id is");
  });
});
