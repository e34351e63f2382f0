import { describe, expect, test } from "vitest";
import { meaningOf } from "./metamorphic/differences.ts";
import { ask, queryOf } from "./testing.ts";

const same = (a: string, b: string) => expect(meaningOf(queryOf(a))).toEqual(meaningOf(queryOf(b)));

describe("turns of phrase of everyday talk", () => {
  test.each([
    [
      "first week here. whose cards are we looking after? a number per client please",
      "number of SIMs per client",
    ],
    ["whose cards do we look after, how many each", "number of SIMs per customer"],
    [
      "cards which have never been activated, not even once, how many has each customer lying around",
      "cards which have never been activated, how many has each customer",
    ],
    ["SIMs put out of service in August", "SIMs deactivated in August"],
    [
      "For the decommissioning register: SIMs shut down for good since 1 August",
      "SIMs deactivated since 1 August",
    ],
    [
      "what was the very last thing vaccine-fridge-0012 texted us",
      "last message from vaccine-fridge-0012",
    ],
    [
      "SIMs that landed above the upper 95 bound of their forecast yesterday",
      "SIMs above the upper 95 bound of their forecast yesterday",
    ],
    [
      "customers whose usage came in under 1 GB last week",
      "customers whose usage was under 1 GB last week",
    ],
    [
      "what does a megabyte of the included volume cost on each plan",
      "price per included MB by plan",
    ],
    ["what would the September bill for overage be", "overage bill in September"],
    ["SIMs that touched less than 1% of their quota", "SIMs that used less than 1% of their quota"],
    ["usage for each of the last five days", "daily usage for the last five days"],
    ["usage in each of the last 3 months", "usage per month from 1 July to 30 September"],
    ["complaints still open, and from whom", "complaints still open and their customer"],
    ["what do I get with Plus 500", "what is included in Plus 500"],
    ["which devices crossed a border last week", "SIMs that moved between countries last week"],
    ["when will the first of our fridges run out", "when will the first fridge run out"],
    ["SIMs on a plan of more than 2 euro a month", "SIMs whose plan costs more than 2 euros"],
    ["which SIMs need a top-up", "SIMs recommended for a top-up"],
    ["fridges that we switched on in September", "fridges activated in September"],
    ["total GB over all SIMs last quarter", "total data in GB last quarter"],
    ["volume per country in GB last week", "GB per country last week"],
    ["which plan costs most?", "most expensive rate plan"],
    ["share of data falling in each hour of the day", "share of data by hour of the day"],
    ["how many SIMs in GB", "how many SIMs in the United Kingdom"],
    ["data used by the SIMs in GB", "data used by the SIMs in the United Kingdom"],
    ["first day with traffic of each fridge", "when did each fridge first use data"],
    [
      "usage since the start of the month against the same days of September",
      "usage this month against the same days last month",
    ],
  ])("%s is %s", same);

  test("what is read off a sticker is the SIM that is meant", () => {
    const question =
      "customer on the line only has the IMEI off the sticker: 352408710001362. which card is inside";
    expect(JSON.stringify(queryOf(question).where)).toContain("352408710001362");
  });

  test.each([
    "on how many of the past 30 days was vaccine-fridge-0012 mute, i.e. zero bytes",
    "on how many of the past 30 days did vaccine-fridge-0012 use nothing",
  ])("%s: a number of days", (question) => {
    expect(queryOf(question).measures).toMatchObject([
      { measure: { measure: { without: "day" } } },
    ]);
  });

  test("figures that nobody named are asked for", () => {
    expect(ask("need figures for my slide deck, the parking ones").kind).toBe("clarify");
    expect(ask("KPIs for MediFridge").kind).toBe("clarify");
    expect(ask("usage figures for MediFridge last week").kind).toBe("query");
  });

  test("how many days is no amount of data", () => {
    expect(ask("how many days does the first SIM on each plan have left").kind).toBe("clarify");
  });

  test("how long they took stands beside how many they were", () => {
    const question =
      "how many tickets did we close last week and how long did they take on average";
    expect(queryOf(question).measures).toMatchObject([
      { measure: { agg: "count" } },
      { measure: { agg: "avg", of: "support_tickets.hours_to_resolve" } },
    ]);
  });

  test("when it was is never left out", () => {
    expect(ask("when did vaccine-fridge-0012 last use data and how much").kind).toBe("clarify");
    expect(ask("total overage in MB per plan last month").kind).toBe("clarify");
  });

  test("a plan is asked about, and not the SIMs on it", () => {
    expect(queryOf("what does Plus 500 include").from).toBe("rate_plans");
    expect(queryOf("which SIMs are in Plus 500").from).toBe("sims");
  });

  test("rows in an order within groups are rows", () => {
    const query = queryOf("open tickets older than a week by team, oldest first");
    expect(query.measures).toBeUndefined();
    expect(query.orderBy?.map(({ by }) => by)).toEqual([
      "support_tickets.assigned_team",
      "support_tickets.created_at",
    ]);
  });

  test("what is told of one SIM chooses no rows", () => {
    const question =
      "customer says vaccine-fridge-0012 crossed the border last night, in what country do we see it now?";
    expect(JSON.stringify(queryOf(question))).not.toContain("connection_events");
  });

  test("what changed is named, or asked about", () => {
    const plans = queryOf("SIMs whose plan changed last week");
    expect(JSON.stringify(plans)).toContain("rate_plan.change");
    expect(ask("SIMs whose status changed last week").kind).toBe("clarify");
    expect(ask("which SIMs changed customer last week").kind).toBe("clarify");
  });
});

describe("averages, parts and states in everyday words", () => {
  test.each([
    [
      "how many SIMs had traffic on an average day in September",
      "average daily active SIMs in September",
    ],
    ["monthly fees of MediFridge including inactive SIMs", "monthly fees of MediFridge"],
    ["how many fridges are there, whatever their status", "how many fridges are there"],
    [
      "fridges that are inactive or suspended, and which of the two",
      "fridges that are inactive or suspended",
    ],
    [
      "share of September traffic carried by the ten heaviest SIMs, in %",
      "what share of September's traffic comes from the top 10 SIMs",
    ],
    [
      "top 20 SIMs' share of total data last week",
      "what share of last week's data comes from the top 20 SIMs",
    ],
    [
      "how much data did the fridges use in May, and how much in June?",
      "data usage of the fridges in June versus May",
    ],
    [
      "MediFridge review at two o'clock: how many open tickets do they have",
      "how many open tickets does MediFridge have",
    ],
    ["tag changes made in September per actor", "number of tag changes in September per actor"],
  ])("%s", (said, plain) => same(said, plain));

  test("the average of a day is one of the days of the period", () => {
    const { measures, groupBy } = queryOf("average number of active SIMs per day last week");
    expect(groupBy).toBeUndefined();
    expect(measures?.[0]?.measure).toMatchObject({ agg: "avg", over: { by: [{ grain: "day" }] } });
  });

  test("whether a SIM is suspended is its state, also where it is asked when it was last seen", () => {
    const asked = "is vaccine-fridge-0012 suspended, and when was it last online?";
    expect(queryOf(asked).from).toBe("sims");
    expect(queryOf("is vaccine-fridge-0012 suspended and since when?").from).toBe("audit_logs");
  });

  test.each(["how much is left?", "how many are used?", "what about the critical ones?"])(
    "%s says nothing of what is meant",
    (question) => expect(ask(question).kind).toBe("clarify"),
  );
});

describe("more ways to say what is plain", () => {
  test.each([
    ["rejects, top 5 operators last week", "top 5 operators by rejects last week"],
    ["top reject causes last week", "rejects by cause last week, highest first"],
    ["open alerts, just the number", "how many open alerts"],
    [
      "what percentage of SIMs had 0 traffic in September",
      "what percentage of SIMs had no traffic in September",
    ],
    ["fridges with 0 bytes yesterday", "fridges with no traffic yesterday"],
    ["how many 2G devices left per operator", "how many 2G devices per operator"],
    ["data quotas used by 90 % or more", "data quota used 90 % or more"],
    ["what do we charge MediFridge per month", "total monthly fee of MediFridge"],
    ["monthly fees in € per customer", "monthly fees per customer"],
    ["traffic in 09/2026", "traffic in September 2026"],
    ["rejects on Friday the 16th", "rejects on 16 October"],
    ["SMS pending for more than an hour", "pending SMS older than an hour"],
    ["how many rejects this month, and for what cause", "rejects this month by cause"],
    ["new activations of MediFridge in Q3", "SIMs of MediFridge activated in Q3"],
    [
      "MediFridge is asking why its usage doubled in October. did it?",
      "did MediFridge's usage double in October?",
    ],
    [
      "customer says vaccine-fridge-0012 keeps dropping - show detaches of the last 48h",
      "detaches of vaccine-fridge-0012 in the last 48h",
    ],
    ["percentage of failed SMS by operator", "what percentage of SMS failed by operator"],
    ["SIMs that have used up their quota", "SIMs with no data left"],
    ["show me the data hogs of last week", "top SIMs by data usage last week"],
    ["newly activated SIMs this week", "SIMs activated this week"],
    ["SIMs with less than 5 days of data left", "SIMs running out within 5 days"],
    ["is usage trending up or down this quarter", "trend of usage this quarter"],
    [
      "at what hour do the fridges use the most data",
      "which hour of the day do the fridges use the most data",
    ],
    ["split between upload and download last week", "upload and download last week"],
    [
      "matrix of customers and countries with number of SIMs",
      "number of SIMs by customer and country",
    ],
    ["usage between 8 and 18 o'clock yesterday", "usage between 8:00 and 18:00 yesterday"],
    [
      "number of SIMs whose label starts with va",
      'number of SIMs with a label that starts with "va"',
    ],
    ["rejects since 22:00 last night", "rejects since 22:00 yesterday"],
    [
      "alerts between 10 pm last night and 6 this morning",
      "alerts between 22:00 yesterday and 6:00 today",
    ],
    ["which plan includes the most data", "which rate plan has the most included data"],
    [
      "SIMs that went over their included data in September",
      "SIMs that used more than their plan includes in September",
    ],
    ["SIMs that have not used half of their quota", "SIMs that used less than half of their quota"],
    ["alerts in July vs August vs September", "alerts by month from July to September"],
    ["which customer causes most overage this month", "which customer has most overage this month"],
  ])("%s", (said, plain) => same(said, plain));

  test.each([
    "everything ok?",
    "tell me something about MediFridge",
    "rejects tonight",
    "SIMs with a full data quota",
    "customers that grew in number of SIMs this year",
    "silence alerts still open in Italy",
    "SIMs that were online yesterday",
    "how many SIMs connected from Italy last week",
  ])("%s is asked about", (question) => expect(ask(question).kind).toBe("clarify"));
});

test("an average number of rows per customer is one figure over the customers", () => {
  const { measures, groupBy } = queryOf("average number of tickets per customer last month");
  expect(groupBy).toBeUndefined();
  expect(measures?.[0]?.measure).toMatchObject({
    agg: "avg",
    over: { measure: { agg: "count" }, by: [{ member: "support_tickets.customer" }] },
  });
});
