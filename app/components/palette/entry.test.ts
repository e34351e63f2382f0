import { expect, test } from "vitest";
import { isCalled, matching } from "./entry.ts";

const PLACES = [
  { label: "API keys", hint: "Settings" },
  { label: "Make an API key" },
  { label: "Audit" },
];

test("every word that was typed is somewhere in what is found", () => {
  const found = (text: string) => matching(PLACES, text).map(({ label }) => label);
  expect(found("key")).toEqual(["API keys", "Make an API key"]);
  expect(found("settings  KEY")).toEqual(["API keys"]);
  expect(found("audit log")).toEqual([]);
  expect(found("")).toHaveLength(3);
});

test("what is typed may be how a name begins", () => {
  expect(isCalled({ label: "Show me around" }, "show me a")).toBe(true);
  expect(isCalled({ label: "Show me around" }, "show me all SIMs")).toBe(false);
});
