import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { ask, NAMES, NOW, queryOf } from "../testing.ts";

const plain = (question: string, ...context: string[]) =>
  JSON.stringify(queryOf(question, ...context));

/** Whether what was asked is over no other SIMs than those that were listed. */
function expectOfListed(question: string, listed: string): void {
  const conditions = queryOf(listed).where;
  const all = conditions && "and" in conditions ? conditions.and : [conditions];
  const asked = plain(question, listed);
  for (const condition of all) expect(asked).toContain(JSON.stringify(condition));
}

describe("what leans on SIMs that were listed is about those SIMs", () => {
  it.each([
    ["how much data did they use last week?", "suspended fridges"],
    ["what is their total usage last month?", "suspended fridges of MediFridge"],
    ["how much did these use per day last week?", "fridges not seen for 2 days"],
    ["what did they use last week?", "which fridges will run out of data this week?"],
    ["how many open alerts do they have?", "suspended fridges"],
    ["how many open alerts do they have?", "how many fridges are suspended?"],
    ["which open alerts do they have?", "suspended fridges"],
    ["open tickets of these?", "fridges tagged beta"],
    ["how much data did they use last week", "fridges in Austria"],
    ["are any of them suspended?", "fridges in Austria"],
    ["what percentage of those is active?", "which fridges had rejects yesterday?"],
    ["how much did each use last week?", "fridges in Austria"],
    ["and how many open alerts do they have?", "fridges in Austria"],
    ["where are they?", "suspended fridges"],
    ["how many alerts does each have?", "suspended fridges"],
  ])("%s, after %s", expectOfListed);

  it.each([
    "which of them have not been seen for 3 days?",
    "what plan are they on?",
    "show their open alerts",
    "any tickets about them?",
    "how many of those are in Austria?",
    "and their customers?",
    "who owns them",
    "what are their tags?",
    "which of those SIMs used the most last month?",
    "only those in Italy",
  ])("%s, after those that will run out", (question) => {
    expectOfListed(question, "which SIMs will run out of quota this week?");
  });

  it("each of them is told by itself", () => {
    const asked = queryOf("how many alerts does each have?", "suspended fridges");
    expect(asked.groupBy?.[0]?.member).toBe("alerts.iccid");
  });

  it("a place that they were listed by stays theirs", () => {
    expect(plain("how much data did they use last week", "fridges in Austria")).toContain(
      '"sims.country"',
    );
  });

  it("SIMs that were counted by their rows stay those", () => {
    expect(
      plain("what plan are they on?", "which fridges had more than 3 rejects yesterday?"),
    ).toMatch(/"related":"connection_events".*"having":.*"gt","value":3/);
  });

  it("another value of theirs takes the place of the first", () => {
    const asked = plain("and in Spain?", "which fridges are in Italy?", "show their open alerts");
    expect(asked).toContain('"ES"');
    expect(asked).toContain('"fridge"');
    expect(asked).not.toContain('"IT"');
  });

  it("others of that kind are no part of them", () => {
    const asked = plain("and list those still on 2G", "how many fridges are on LTE?");
    expect(asked).toContain('"2G"');
    expect(asked).not.toContain('"LTE"');
  });

  it("those that were ranked are meant by name, where all of them were shown", () => {
    const made = plan({
      question: "show their open alerts",
      context: ["top 2 SIMs by usage last week"],
      gazetteer: NAMES,
      now: NOW,
      zone: "UTC",
      sims: { listed: ["8988303862410000984", "8988303862410000246"], one: undefined },
    });
    expect(JSON.stringify(made)).toContain(
      '"op":"in","values":["8988303862410000984","8988303862410000246"]',
    );
  });
});

describe("where it cannot be about them, it is asked back", () => {
  it.each<[string, string[]]>([
    ["how many open alerts do they have?", []],
    ["any tickets about them?", []],
    ["what plan are they on?", []],
    ["who owns them?", []],
    ["how many open alerts do they have?", ["top 5 SIMs by alerts last month"]],
    ["how many SIMs do they have?", ["which customers have open tickets?"]],
    ["and how many SIMs do they have?", ["open tickets per customer"]],
    ["what were the causes?", []],
    ["what were the causes?", ["fridges with rejects yesterday"]],
    ["those fridges, are they active?", ["which SIMs are in Italy?"]],
  ])("%s, after %j", (question, context) => {
    expect(ask(question, ...context).kind).toBe("clarify");
  });

  it.each([
    ["which of them are silent?", "the frobbed gruntles"],
    ["show their open alerts", "the frobbed gruntles"],
    ["what plan are they on?", "the home address of each SIM's owner"],
  ])("%s, after “%s”, which SIMs are meant", (question, before) => {
    expect(ask(question, before)).toMatchObject({
      kind: "clarify",
      question: expect.stringContaining("Which SIMs do you mean?"),
    });
  });

  it("the options are about them, and one that is picked is too", () => {
    const listed = "which fridges will run out of data this week?";
    const made = ask("which of them are silent?", listed);
    if (made.kind !== "clarify") throw new Error("was answered");
    expect(made.options.length).toBeGreaterThanOrEqual(2);
    for (const option of made.options) {
      expect(option).toContain("of them");
      const picked = plain(option, listed, "which of them are silent?");
      expect(picked).toContain("exhaustion_date");
      expect(picked).toContain("last_seen_at");
    }
    const [option = ""] = made.options;
    expect(plain("and their customers?", listed, "which of them are silent?", option)).toContain(
      "exhaustion_date",
    );
  });
});
