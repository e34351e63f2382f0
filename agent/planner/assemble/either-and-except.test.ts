import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const text = (question: string) => JSON.stringify(queryOf(question));

function asksBack(question: string): void {
  expect.soft(ask(question).kind, question).toBe("clarify");
}

describe("what is left out", () => {
  it("goes on behind “and”", () => {
    const query = text("all SIMs but the fridges and the ones in Spain");
    expect(query).toContain('{"not":{"member":"sims.tags","op":"has","value":"fridge"}}');
    expect(query).toContain('{"member":"sims.country","op":"ne","value":"ES"}');
    expect(text("everything in Italy except fridges and gateways")).toContain(
      '{"not":{"member":"sims.tags","op":"has","value":"gateway"}}',
    );
  });

  it("stands between the verb and its particle", () => {
    const rest = '{"member":"sims.customer","op":"ne","value":"TankWatch"}';
    expect(text("Leave TankWatch out. Volume by customer in September?")).toContain(rest);
    expect(text("volume by customer in September, leave TankWatch out")).toContain(rest);
  });
});

describe("one of two", () => {
  it("is each of them with its figure, where the question is which has more", () => {
    expect(queryOf("who moved more, TankWatch or MediFridge, yesterday")).toMatchObject({
      groupBy: [{ member: "sims.customer" }],
    });
    expect(queryOf("do more SIMs sit on Magenta or on A1?")).toMatchObject({
      measures: [{ measure: { agg: "count" } }],
      groupBy: [{ member: "sims.operator" }],
    });
  });

  it("is asked about where one condition of another kind is enough, or both cannot hold", () => {
    asksBack("SIMs that are suspended or have moved data since Sunday");
    asksBack("SIMs with a ticket but no alert, or an alert but no ticket");
  });
});

describe("a part of the rows", () => {
  it("is counted beside all of them", () => {
    expect(queryOf("How many alerts are open, of which how many critical?").measures).toMatchObject(
      [
        { measure: { where: { member: "alerts.resolved_at" } } },
        { measure: { where: { and: [{ value: "critical" }, { member: "alerts.resolved_at" }] } } },
      ],
    );
    asksBack("How many SIMs does TankWatch have, and of which are suspended?");
  });

  it("of a SIM is its average, split by what it belongs to", () => {
    expect(queryOf("detaches per SIM by customer").measures).toMatchObject([
      { measure: { agg: "count", per: ["sim"] } },
    ]);
    expect(queryOf("volume per SIM and customer yesterday").groupBy).toHaveLength(3);
  });
});

describe("two periods", () => {
  it("of the same days have the same length", () => {
    const query = text("usage this month so far against the same days of last month");
    expect(query).toContain('"from":"2026-09-01","to":"2026-09-22"');
  });

  it("of which one is in the other are asked about", () => {
    asksBack("SIMs whose volume yesterday was above their average of the last 20 days");
  });

  it("are ranked by their change, and all of them shown", () => {
    const { limit, orderBy } = queryOf(
      "difference in volume between July and August per customer, biggest increase first",
    );
    expect(limit).toBeUndefined();
    expect(orderBy).toMatchObject([{ by: "change", direction: "desc" }]);
  });
});

describe("what no single row tells is asked about", () => {
  it.each([
    "SIMs with at least one alert on each of the last 4 days",
    "tickets resolved on the day they were created",
    "highest daily volume of any fridge in August",
    "How often does a fridge detach per day",
    "growth rate of the fleet",
    "fridges that went from suspended to active in August",
    "how many gateways did we have on 1 August",
    "when did TankWatch last open a ticket",
    "days until quota expiry for each fridge",
    "volume in August by customer, plus the total",
    "how precise were the forecasts yesterday",
    "created minus resolved per week this year",
    "fridges on the cheapest plan that moved more than 20 MB",
    "fridges over their included data by more than 50 MB in August",
    "SIMs that used less than 20 percent of their included data in August",
  ])("%s", asksBack);
});

describe("sentences before the question", () => {
  it("that choose nothing are background, also with words that nothing knows", () => {
    const made = ask(
      "Bigger accounts always whine louder in the statistics. How many tickets are open?",
    );
    expect(made).toMatchObject({ kind: "query", query: { from: "support_tickets" } });
  });

  it("that say what a word means are not", () => {
    asksBack("By heavy I mean the crimson ones. How many SIMs are suspended?");
  });

  it("need not know what a quoted text says", () => {
    expect(
      text("the zorgon again: how many 'BOOT reason=zorgon' texts came in yesterday"),
    ).toContain('"value":"BOOT reason=zorgon"');
  });
});

describe("messages", () => {
  it("end where the command ends, and may be told from the other end", () => {
    expect(ask("send SET interval=hourly to the fridges in Italy")).toMatchObject({
      tool: "send_sms",
      input: { body: "SET interval=hourly" },
    });
    expect(ask('please let all active fridges in Italy receive the text "PING"')).toMatchObject({
      tool: "send_sms",
      input: { body: "PING" },
    });
    expect(ask("suspend all active fridges in Italy that are on LTE").kind).toBe("action");
  });
});
