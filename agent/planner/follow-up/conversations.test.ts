import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import type { Plan, ShownSims } from "../plan.types.ts";
import { NAMES, NOW } from "../testing.ts";

const FIRST = "8988303862410000984";
const SECOND = "8988303862410000246";

/** What the last of some turns comes to, where analyses are shown. `sims`: what was shown before it. */
function hold(turns: readonly string[], sims?: ShownSims): Plan {
  return plan({
    question: turns.at(-1) ?? "",
    context: turns.slice(0, -1),
    gazetteer: NAMES,
    now: NOW,
    zone: "UTC",
    showsAnalyses: true,
    sims,
  });
}

/** The rows that are asked for, or changed. */
function rowsOf(made: Plan): string {
  if (made.kind === "query") return JSON.stringify(made.query);
  if (made.kind === "action") return JSON.stringify(made.targets);
  if (made.kind === "analysis") return JSON.stringify({ ...made.input, ...made.query });
  return `${made.kind}: ${JSON.stringify(made)}`;
}

const bound = (member: string, value: string) =>
  `{"member":"${member}","op":"eq","value":"${value}"}`;
const named = (label: string) => bound("sims.label", label);
const of = (customer: string) => bound("sims.customer", customer);

describe("what a turn is bound to, after any kind of answer", () => {
  it.each<[string, string[], string[]]>([
    [
      "a look for what is odd",
      ["anything odd about vaccine-fridge-0041?", "open alerts on it?"],
      [named("vaccine-fridge-0041"), '"alerts"'],
    ],
    [
      "two of them",
      ["what's strange about vaccine-fridge-0041?", "scan it for anomalies", "list its tickets"],
      [named("vaccine-fridge-0041"), '"support_tickets"'],
    ],
    [
      "a change to what was looked at",
      ["anything odd about vaccine-fridge-0041?", "its alerts please", "top it up by 500 MB"],
      [named("vaccine-fridge-0041"), '"sims"'],
    ],
    [
      "a forecast",
      ["forecast of vaccine-fridge-0041 for 30 days", "which plan is it on?"],
      [named("vaccine-fridge-0041")],
    ],
    [
      "a forecast of a customer",
      ["forecast of TankWatch", "how much did they use last week?"],
      [of("TankWatch"), "2026-10-12"],
    ],
    [
      "all of one SIM",
      ["tell me everything about vaccine-fridge-0041", "how much data did it use yesterday?"],
      [named("vaccine-fridge-0041"), "2026-10-20"],
    ],
    [
      "how it stands right now",
      ["is vaccine-fridge-0041 connected right now?", "suspend it"],
      [named("vaccine-fridge-0041")],
    ],
    [
      "a clause that leads up to it",
      ["vaccine-fridge-0041 went quiet. what's wrong with it?", "when was it last seen?"],
      [named("vaccine-fridge-0041")],
    ],
    [
      "a proposal",
      ["show vaccine-fridge-0041", "suspend vaccine-fridge-0042", "show its alerts"],
      [named("vaccine-fridge-0042")],
    ],
    [
      "a proposal, of a change",
      ["show vaccine-fridge-0041", "suspend vaccine-fridge-0042", "top it up by 1 GB"],
      [named("vaccine-fridge-0042")],
    ],
    [
      "a proposal, of an analysis",
      ["show vaccine-fridge-0041", "suspend vaccine-fridge-0042", "check it for anomalies"],
      [named("vaccine-fridge-0042")],
    ],
    [
      "rows of a customer",
      ["TankWatch tickets of last week", "and alerts?"],
      [of("TankWatch"), '"from":"alerts"'],
    ],
    [
      "rows of a customer, twice",
      ["MediFridge alerts yesterday", "and SMS?", "and connection events?"],
      [of("MediFridge"), "connection_events"],
    ],
    ["a country of theirs", ["alerts in Austria this month", "and rejects?"], ['"AT"', '"reject"']],
    [
      "a word that was asked about",
      ["suspended fridges", "what does suspended mean?", "only those in Italy"],
      ['"suspended"', '"IT"'],
    ],
  ])("%s: %j", (_, turns, parts) => {
    const made = rowsOf(hold(turns, { listed: [], one: FIRST }));
    for (const part of parts) expect(made).toContain(part);
  });

  it.each<[string[], string]>([
    [["which SIM used the most last month?", "any open alerts on it?"], FIRST],
    [["fridges in Austria", "check the second one for anomalies", "show its tickets"], FIRST],
    [["fridges in Austria", "check the second one for anomalies", "top it up by 1 GB"], FIRST],
  ])("the one SIM that was shown: %j", (turns, iccid) => {
    expect(rowsOf(hold(turns, { listed: [], one: iccid }))).toContain(iccid);
  });
});

describe("a turn that failed", () => {
  it.each<[string, string[], string[]]>([
    [
      "leaves the last one that was understood",
      ["usage per SIM last month", "why is the first one so high?", "only MediFridge"],
      ["2026-09-01", of("MediFridge")],
    ],
    [
      "several of them do",
      ["open alerts of gateways", "why are there so many?", "without the gruntles", "in Italy"],
      ['"gateway"', '"IT"'],
    ],
    [
      "is completed by what it lacked: the rows",
      ["What happened at TankWatch on Monday?", "alerts"],
      [of("TankWatch"), "2026-10-19"],
    ],
    [
      "and goes on from there",
      ["What happened at TankWatch on Monday?", "tickets", "and alerts"],
      [of("TankWatch"), "2026-10-19", '"from":"alerts"'],
    ],
    [
      "by whose they are",
      ["how much data did they use this month?", "TankWatch"],
      [of("TankWatch"), "2026-10-01"],
    ],
    ["by the day", ["rejects that day", "last Sunday"], ["2026-10-18", '"reject"']],
  ])("%s: %j", (_, turns, parts) => {
    const made = hold(turns);
    expect(made.kind).toBe("query");
    for (const part of parts) expect(rowsOf(made)).toContain(part);
  });

  it.each<[string[]]>([
    [["fridges in Austria", "and how many of them gruntle?", "suspend them"]],
    [["fridges in Austria", "usage of Frobnicate Ltd", "suspend them"]],
    [["fridges in Austria", "the frobbed gruntles", "which of them are silent?"]],
    [["show vaccine-fridge-0001", "what about the zzyx-7 thing", "top it up by 500 MB"]],
  ])("aims no change and no question at what was named before it: %j", (turns) => {
    expect(hold(turns, { listed: [], one: FIRST }).kind).toBe("clarify");
  });

  it("is offered whole questions, which say all by themselves", () => {
    const made = hold(["what happened last night?"]);
    if (made.kind !== "clarify") throw new Error("was answered");
    expect(made.options).toContain("Alerts last night");
    const picked = hold(["what happened last night?", "Alerts last night"]);
    expect(rowsOf(picked)).toBe(rowsOf(hold(["Alerts last night"])));
  });
});

describe("a question that is whole by itself", () => {
  it.each<[string[]]>([
    [["how many SIMs went offline since midnight?", "is vaccine-fridge-0041 online?"]],
    [["suspended fridges in Austria", "can we reach vaccine-fridge-0041?"]],
    [
      [
        "how many SIMs went offline since midnight?",
        "is vaccine-fridge-0041 online?",
        "monthly cost per customer",
      ],
    ],
    [["show vaccine-fridge-0041", "monthly cost per customer"]],
  ])("needs nothing of the turns before: %j", (turns) => {
    expect(rowsOf(hold(turns))).toBe(rowsOf(hold(turns.slice(-1))));
  });
});

describe("“it” is never the rows of a list", () => {
  it.each<[string[]]>([
    [["alerts of fridges", "top it up by 1 GB"]],
    [["fridges in Austria", "suspend it"]],
    [["which customers have open tickets?", "show its alerts"]],
    [["TankWatch alerts yesterday", "and their SIMs?"]],
    [["SIMs of MediFridge", "deactivate this one"]],
  ])("%j", (turns) => {
    expect(hold(turns, { listed: [FIRST, SECOND], one: undefined }).kind).toBe("clarify");
  });

  it("asks which, with how many there are", () => {
    const listed = [FIRST, SECOND];
    const made = hold(["fridges in Austria", "suspend it"], { listed, one: undefined });
    expect(made).toMatchObject({
      question: expect.stringContaining("2 were shown"),
      options: ["suspend the first one", "suspend all of them"],
    });
    const all = hold(["fridges in Austria", "suspend all of them"], { listed, one: undefined });
    expect(rowsOf(all)).toContain('"AT"');
  });
});

it("why something is so is no list", () => {
  for (const turns of [
    ["suspended SIMs of MediFridge", "why are there so many?"],
    ["when was vaccine-fridge-0041 last seen?", "why did its alerts open?"],
  ])
    expect(hold(turns).kind).toBe("clarify");
});

describe("a turn that goes on from a figure or a ranking", () => {
  it.each<[string, string[], string[], string[]]>([
    [
      "whose usage it was",
      ["suspended fridges", "how much did they use last week?", "which of them run out this week?"],
      ['"from":"sims"', '"suspended"', "exhaustion_date"],
      ["sim_usage_daily.day"],
    ],
    [
      "one of those that were ranked",
      ["top 4 customers by usage last month", "only TankWatch, by country"],
      [of("TankWatch"), "sim_usage.country"],
      ['"limit"', '"firstPer"'],
    ],
    [
      "so many of them",
      ["usage per day last week", "which two SIMs used the most?"],
      ["2026-10-12", '"limit":2'],
      [],
    ],
    [
      "the SIM that is called alike",
      ["status of vaccine-fridge-0041", "and 0042?"],
      [named("vaccine-fridge-0042")],
      ["0041"],
    ],
  ])("%s: %j", (_, turns, parts, others) => {
    const made = rowsOf(hold(turns));
    for (const part of parts) expect(made).toContain(part);
    for (const other of others) expect(made).not.toContain(other);
  });

  it("a file is made of SIMs only", () => {
    expect(hold(["open tickets of MediFridge", "export it"]).kind).toBe("clarify");
    expect(hold(["usage of fridges per day", "as excel please"]).kind).not.toBe("action");
    expect(rowsOf(hold(["fridges in Austria", "export it"]))).toContain('"AT"');
  });

  it("“all 9” are no more than nine, and no fewer than were shown", () => {
    const listed = [FIRST, SECOND];
    const sims = { listed, one: undefined };
    expect(rowsOf(hold(["fridges in Austria", "suspend all 2"], sims))).toContain('"limit":2');
    expect(hold(["fridges in Austria", "suspend all 1"], sims).kind).toBe("clarify");
  });
});

describe("how one SIM is", () => {
  it.each([
    "diagnose vaccine-fridge-0041",
    "health of vaccine-fridge-0041",
    "is vaccine-fridge-0041 ok?",
    "how is vaccine-fridge-0041 doing?",
    "why is vaccine-fridge-0041 offline?",
  ])("is looked at as a whole: %s", (question) => {
    expect(hold([question])).toMatchObject({ kind: "analysis", tool: "detect_anomalies" });
  });

  it("customers are asked about", () => {
    expect(hold(["is MediFridge ok?"]).kind).toBe("clarify");
  });
});

it("what answers no question back is asked again", () => {
  const again = hold(["what happened last night?", "everything: alerts, events, tickets"]);
  expect(again).toEqual(hold(["what happened last night?"]));
});
