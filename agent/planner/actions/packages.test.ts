import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const QUOTA = "Volume comes in packages here. Top the SIMs up instead.";
const PLAN = "Tariffs are changed in the portal.";
const ask = (question: string, ...context: string[]) =>
  plan({
    question,
    context,
    gazetteer: NAMES,
    now: NOW,
    zone: "UTC",
    abilities: { sellsPackages: true, whyNot: { set_quota: QUOTA, change_rate_plan: PLAN } },
  });

describe("where top-ups are sold in packages", () => {
  it.each([
    ["top up the ten that run out first", { type: "data", packages: 1 }],
    ["top up vaccine-fridge-0001 by two packages", { type: "data", packages: 2 }],
    ["recharge all fridges in Spain with 3 packs each", { type: "data", packages: 3 }],
    ["top up vaccine-fridge-0001 by 600 MB", { type: "data", bytes: 600 * 1024 ** 2 }],
  ])("%s", (question, input) => {
    expect(ask(question)).toMatchObject({ kind: "action", tool: "top_up", input });
  });

  it("an amount may come afterwards", () => {
    expect(ask("by 1 GB", "top up vaccine-fridge-0001")).toMatchObject({
      kind: "action",
      input: { bytes: 1024 ** 3 },
    });
    expect(ask("two packages please", "top up vaccine-fridge-0001")).toMatchObject({
      kind: "action",
      input: { packages: 2 },
    });
  });

  it.each([
    ["set the quota of all fridges", QUOTA],
    ["change the quota of vaccine-fridge-0001", QUOTA],
    ["change the rate plan of all fridges", PLAN],
  ])("nobody is led on: %s", (question, why) => {
    expect(ask(question)).toMatchObject({ kind: "clarify", question: why });
  });
});
