import { expect, it } from "vitest";
import { narrower } from "./narrower.ts";

it("leaves out the sentence that was not understood", () => {
  expect(
    narrower("Is everybody still clicking around? Number of audit entries per channel", [
      "clicking",
    ]),
  ).toContain("Number of audit entries per channel");
});

it("leaves out a clause before it leaves out a sentence", () => {
  const [first] = narrower("open alerts in Spain, sprockets included, newest first", ["sprockets"]);
  expect(first).toBe("Open alerts in Spain, newest first");
});

it("leaves out a mere word where nothing else would be left", () => {
  expect(narrower("how many frobbed trackers are active", ["frobbed"])).toEqual([
    "How many trackers are active",
  ]);
});

it("leaves no preposition behind at the end", () => {
  expect(narrower("Forecast the usage of it for 14 parsecs", ["14 parsecs"])).toEqual([
    "Forecast the usage of it",
  ]);
});

it("has nothing to offer where all was understood, or nothing", () => {
  expect(narrower("open alerts", [])).toEqual([]);
  expect(narrower("sprockets", ["sprockets"])).toEqual([]);
});
