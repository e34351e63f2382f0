import type { PartState } from "@assistant-ui/react";
import { expect, test } from "vitest";
import { answerSegments } from "./answer-segments.ts";

const text = (value: string) => ({ type: "text", text: value }) as PartState;
const tool = (id: string, result?: unknown) =>
  ({
    type: "tool-call",
    toolCallId: id,
    toolName: "query_fleet",
    args: {},
    argsText: "",
    result,
  }) as PartState;
const shapeOf = (parts: PartState[]) =>
  answerSegments(parts).map((segment) => [
    segment.text,
    segment.tools.map((part) => part.toolCallId),
  ]);

test("the sentence after a tool belongs above its result", () => {
  expect(shapeOf([tool("a", {}), text("37 SIMs.")])).toEqual([["37 SIMs.", ["a"]]]);
});

test("a second round of tools begins a second answer", () => {
  expect(shapeOf([tool("a", {}), text("First."), tool("b", {}), text("Second.")])).toEqual([
    ["First.", ["a"]],
    ["Second.", ["b"]],
  ]);
});

test("a preface stays before the tools that follow it", () => {
  expect(shapeOf([text("Let me look."), tool("a"), text("Done.")])).toEqual([
    ["Let me look.", []],
    ["Done.", ["a"]],
  ]);
});

test("a query that only found the SIM of the card behind it is left out", () => {
  const found = tool("a", { rows: [{ iccid: "8988" }] });
  const card = {
    ...tool("b", {}),
    toolName: "forecast_usage",
    args: { iccid: "8988" },
  } as PartState;
  expect(shapeOf([found, card, text("Uses 1 GB.")])).toEqual([["Uses 1 GB.", ["b"]]]);
  const several = tool("a", { rows: [{ iccid: "8988" }, { iccid: "8989" }] });
  expect(shapeOf([several, card])).toEqual([["", ["a", "b"]]]);
  expect(shapeOf([found, { ...card, isError: true } as PartState])).toEqual([["", ["a", "b"]]]);
});

test("a call that failed and was made again is left out; one that stayed failed is told", () => {
  const failed = { ...tool("a", { error: "No." }), isError: true } as PartState;
  expect(shapeOf([failed, tool("b", {})])).toEqual([["", ["b"]]]);
  expect(shapeOf([failed, text("Sorry.")])).toEqual([["Sorry.", ["a"]]]);
});

test("a place for the sentence is kept only once a result is there", () => {
  expect(answerSegments([tool("a")])[0]?.hasResult).toBe(false);
  expect(answerSegments([tool("a", {})])[0]?.hasResult).toBe(true);
});
