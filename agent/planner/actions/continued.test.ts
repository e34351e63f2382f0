import { describe, expect, it } from "vitest";
import { conjuncts } from "#query/conjuncts.ts";
import type { Query } from "#query/query.ts";
import { ask } from "../testing.ts";

const SUSPEND = "suspend vaccine-fridge-0001";

describe("a turn after a proposal", () => {
  it.each([
    "also vaccine-fridge-0002",
    "and vaccine-fridge-0002 too",
    "same for vaccine-fridge-0002 please",
    "not that one, vaccine-fridge-0002",
    "sorry, I meant vaccine-fridge-0002",
  ])("proposes the same for others: %s", (turn) => {
    expect(ask(turn, SUSPEND)).toEqual(ask("suspend vaccine-fridge-0002"));
  });

  it("proposes it again, for fewer, or in another amount", () => {
    expect(ask("again please", SUSPEND)).toEqual(ask(SUSPEND));
    expect(ask("only the ones in Spain", "suspend all SIMs of MediFridge")).toEqual(
      ask("suspend all SIMs of MediFridge in Spain"),
    );
    expect(ask("make it 200 MB", "top up vaccine-fridge-0001 by 100 MB")).toEqual(
      ask("top up vaccine-fridge-0001 by 200 MB"),
    );
  });

  it.each([
    ["leave out vaccine-fridge-0007", "suspend all SIMs in Spain except vaccine-fridge-0007"],
    ["no, not MediFridge", "suspend all SIMs in Spain except MediFridge"],
    ["without the ones of MediFridge please", "suspend all SIMs in Spain except MediFridge"],
    ["actually make that Italy", "suspend all SIMs in Italy"],
    ["Italy instead", "suspend all SIMs in Italy"],
    ["I meant Italy", "suspend all SIMs in Italy"],
  ])("puts it right: %s", (turn, whole) => {
    expect(ask(turn, "suspend all SIMs in Spain")).toEqual(ask(whole));
  });

  it.each([
    ["only the gateways", "suspend all SIMs in Spain except those of MediFridge"],
    ["just MediFridge", "suspend all fridges in Spain"],
    ["only the active ones", "top up all gateways by 500 MB"],
    ["leave out Italy", "suspend all SIMs of MediFridge"],
  ])("narrows it, and keeps every condition that there was: %s", (turn, before) => {
    const [wide, narrow] = [ask(before), ask(turn, before)];
    if (wide.kind !== "action" || narrow.kind !== "action") throw new Error(JSON.stringify(narrow));
    const held = conjuncts((narrow.meant as Query).where);
    expect(held).toEqual(expect.arrayContaining([...conjuncts((wide.meant as Query).where)]));
    expect(held.length).toBe(conjuncts((wide.meant as Query).where).length + 1);
    expect(narrow.input).toEqual(wide.input);
  });

  it.each([
    "suspend the gateways among them",
    "suspend only the gateways of those",
    "suspend those that are gateways",
  ])("aims at no more than the rows before: %s", (turn) => {
    expect(ask(turn, "SIMs of MediFridge in Spain")).toMatchObject({
      kind: "action",
      meant: {
        where: {
          and: expect.arrayContaining([
            { member: "sims.customer", op: "eq", value: "MediFridge" },
            { member: "sims.country", op: "eq", value: "ES" },
          ]),
        },
      },
    });
  });

  it("is spelt out for the turns that follow", () => {
    expect(ask("also vaccine-fridge-0003", SUSPEND, "also vaccine-fridge-0002")).toEqual(
      ask("suspend vaccine-fridge-0003"),
    );
  });

  it("asks where it is open what stays of the request", () => {
    expect(ask("also the gateways", "suspend all fridges in Spain").kind).toBe("clarify");
    expect(ask("only the first 5", "suspend all fridges in Spain").kind).toBe("clarify");
    expect(ask("make it the gateways", "suspend all SIMs in Spain").kind).toBe("clarify");
    expect(ask("I meant Basic 50", "move vaccine-fridge-0001 to Plus 500").kind).toBe("clarify");
  });

  it("may ask about the rows instead", () => {
    expect(ask("also by country", "suspend all SIMs of MediFridge").kind).toBe("query");
  });
});
