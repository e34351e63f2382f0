import { expect, it } from "vitest";
import { DEFAULT_VOCABULARY } from "#db/fleet/vocabulary.ts";
import { fleetFolder } from "./eval-fleet.ts";
import { fleetOf, readOptions } from "./options.ts";

it("by itself a run is on two fleets of its own; on one that is there it is on that one", () => {
  expect(readOptions([], false).seeds).toEqual([7, 11]);
  expect(readOptions([], true).seeds).toEqual([7]);
  expect(readOptions(["--url", "http://127.0.0.1:3000"], false).seeds).toEqual([7]);
  expect(readOptions(["--seed", "3"], false).seeds).toEqual([3]);
});

it("takes several question files, and the older names of its options", () => {
  const args = ["--questions", "a.jsonl", "--file", "b.jsonl", "--report", "out.json"];
  expect(readOptions(args, false)).toMatchObject({
    questions: ["a.jsonl", "b.jsonl"],
    json: "out.json",
  });
});

it("refuses a seed and a price that are none", () => {
  expect(() => readOptions(["--seed", "seven"], false)).toThrow("whole number");
  expect(() => readOptions(["--price", "cheap"], false)).toThrow("dollars");
  expect(readOptions(["--price", "2.5/10"], false).price).toEqual({ input: 2.5, output: 10 });
});

it("says which options there are where one is not known", () => {
  expect(() => readOptions(["--help"], false)).toThrow("[--questions FILE]");
});

it("knows which fleet a set of questions is about", () => {
  expect(fleetOf("evals/questions/tune-b.jsonl")).toBe("evals/fleets/alpine.json");
  expect(fleetOf("/elsewhere/dev.jsonl")).toBe(DEFAULT_VOCABULARY);
});

it("gives each fleet and each seed a folder of its own", async () => {
  const [one, again, other, third] = await Promise.all(
    [
      { file: DEFAULT_VOCABULARY, seed: 7 },
      { file: DEFAULT_VOCABULARY, seed: 7 },
      { file: DEFAULT_VOCABULARY, seed: 11 },
      { file: "evals/fleets/alpine.json", seed: 7 },
    ].map((choice) => fleetFolder("evals", choice)),
  );
  expect(again).toBe(one);
  expect(new Set([one, other, third]).size).toBe(3);
});
