import type { PartState } from "@assistant-ui/react";
import { expect, test } from "vitest";
import { isPinnable } from "./is-pinnable.ts";

const called = (toolName: string, more: object) =>
  ({
    type: "tool-call",
    toolCallId: toolName,
    toolName,
    args: {},
    argsText: "",
    ...more,
  }) as PartState;
const text = { type: "text", text: "37 SIMs." } as PartState;

test("an answer with rows can be pinned", () => {
  expect(isPinnable([called("query_fleet", { result: {} }), text])).toBe(true);
});

test("a question back, a refusal, a failure and mere talk cannot", () => {
  expect(isPinnable([called("ask_back", { result: {} })])).toBe(false);
  expect(isPinnable([called("decline", { result: {} })])).toBe(false);
  expect(isPinnable([called("query_fleet", { result: "no", isError: true })])).toBe(false);
  expect(isPinnable([called("query_fleet", {}), text])).toBe(false);
});
