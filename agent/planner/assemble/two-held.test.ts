import { describe, expect, it } from "vitest";
import { ask, queryOf } from "../testing.ts";

const inTwo = (question: string) => queryOf(question).measures?.map(({ as }) => as);
const last = (question: string) => queryOf(question).measures?.at(-1)?.measure;

describe("two that are held against each other", () => {
  it.each([
    "difference in usage between MediFridge and TankWatch last month",
    "what is the difference between MediFridge and TankWatch in usage last month",
  ])("%s: how far they are apart", (question) => {
    expect(inTwo(question)).toEqual(["medifridge", "tankwatch", "difference"]);
    expect(last(question)).toMatchObject({ op: "distance" });
  });

  it("how much more is the first less the second, and how many fewer the other way round", () => {
    const more = last("how much more data did MediFridge use than TankWatch last month");
    expect(more).toMatchObject({ op: "difference", a: { where: { value: "MediFridge" } } });
    const fewer = last("how many fewer SIMs does MediFridge have than TankWatch");
    expect(fewer).toMatchObject({ op: "difference", a: { where: { value: "TankWatch" } } });
  });

  it.each([
    "price difference between Basic 50 and Plus 500",
    "how much more expensive is Plus 500 than Basic 50",
    "how much cheaper is Basic 50 than Plus 500",
  ])("%s: of the plans, not of the SIMs on them", (question) => {
    expect(queryOf(question).from).toBe("rate_plans");
    expect(JSON.stringify(last(question))).toContain("rate_plans.monthly_price");
  });

  it("one against all others is two figures", () => {
    const { measures, groupBy } = queryOf("usage of MediFridge versus all others last month");
    expect(measures?.map(({ as }) => as)).toEqual(["medifridge", "others"]);
    expect(measures?.[1]?.measure).toMatchObject({ where: { not: { value: "MediFridge" } } });
    expect(groupBy).toBeUndefined();
  });

  it("the other customers may be told together or each: asked back", () => {
    expect(ask("usage of MediFridge compared with the other customers last month").kind).toBe(
      "clarify",
    );
  });

  it.each(["MediFridge vs TankWatch", "difference between MediFridge and TankWatch"])(
    "%s: asks by which figure, with choices about these two",
    (question) => {
      const made = ask(question);
      if (made.kind !== "clarify") throw new Error("was answered");
      expect(made.options[0]).toContain("MediFridge");
      expect(made.options[0]).toContain("TankWatch");
    },
  );
});

describe("two that are compared have a row each", () => {
  it.each([
    "compare the usage of MediFridge and TankWatch last month",
    "compare usage of MediFridge with TankWatch last month",
    "compare tickets of MediFridge and TankWatch",
  ])("%s", (question) => {
    expect(JSON.stringify(queryOf(question).groupBy)).toContain("customer");
  });

  it("so have plans that are asked for their prices", () => {
    expect(queryOf("price of Basic 50 and Plus 500").groupBy).toEqual([
      { member: "rate_plans.name" },
    ]);
    expect(queryOf("compare Basic 50 and Plus 500").from).toBe("rate_plans");
  });
});
