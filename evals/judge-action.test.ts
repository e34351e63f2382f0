import { expect, it } from "vitest";
import { faultsOfAction } from "./judge-action.ts";

const GOLD = [{ iccid: "1" }, { iccid: "2" }];
const ASKED = {
  tool: "top up the data quota of SIMs",
  arguments: { type: "data", bytes: 524_288_000 },
};
const ACTION = {
  tool: "top_up_quota",
  input: { type: "data", bytes: 524_288_000 },
  target_count: 2,
  targets: ["2", "1"],
};

it("a change with the gold's targets and arguments has no fault", () => {
  expect(faultsOfAction(ASKED, ACTION, GOLD)).toEqual([]);
  const renamed = {
    ...ACTION,
    tool: "add_data",
    input: { of: { kind: "data", amount: 524_288_000 } },
  };
  expect(faultsOfAction(ASKED, renamed, GOLD)).toEqual([]);
  const alert = { tool: "acknowledge_alerts", input: {}, target_count: 1, targets: ["17"] };
  expect(faultsOfAction({ tool: "ack" }, alert, [{ id: 17 }])).toEqual([]);
  const tags = { ...alert, tool: "add_sim_tag", input: { tags: ["pilot"] } };
  expect(
    faultsOfAction({ tool: "tag SIMs", arguments: { tag: "pilot" } }, tags, [{ id: 17 }]),
  ).toEqual([]);
});

it.each([
  ["a target is missing", { targets: ["1"], target_count: 1 }],
  ["a target is too many", { targets: ["1", "2", "3"], target_count: 3 }],
  ["another target stands for one", { targets: ["1", "3"] }],
  ["a target stands twice", { targets: ["1", "2", "2"], target_count: 3 }],
  ["more are counted than listed", { target_count: 5 }],
  ["an argument is lost", { input: { type: "data" } }],
  ["an argument is another", { input: { type: "data", bytes: 524_288_001 } }],
  [
    "an argument's digits stand in a longer number",
    { input: { type: "data", bytes: 5_242_880_000 } },
  ],
  [
    "an argument's value stands under another's name",
    { input: { bytes: "data", type: "sms", n: 524_288_000 } },
  ],
  ["it is another kind of change", { tool: "send_sms" }],
])("a fault: %s", (_, change) => {
  expect(faultsOfAction(ASKED, { ...ACTION, ...change }, GOLD)).not.toEqual([]);
});

it("a change where there is none is a fault", () => {
  expect(faultsOfAction(ASKED, undefined, [])).not.toEqual([]);
});
