import { expect, it } from "vitest";
import { ask } from "../testing.ts";

it.each([
  "change the plan of the gateways",
  "can you change the tag on the fridges",
  "set the quota",
])("a change that does not say what to is asked about: %s", (question) => {
  expect(ask(question)).toMatchObject({ kind: "clarify" });
});

it("one that does is proposed", () => {
  expect(ask("change the plan of the gateways to Plus 500")).toMatchObject({
    kind: "action",
    tool: "change_rate_plan",
  });
});
