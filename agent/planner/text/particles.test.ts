import { expect, it } from "vitest";
import { joinParticles } from "./particles.ts";
import { tokenise } from "./tokenise.ts";

it.each([
  ["leave the spare ones out", "excluding the spare ones"],
  [
    "why did the network turn fridge-7 away last time",
    "why did the network reject fridge 7 last time",
  ],
  ["SIMs that were turned away", "sims that were turned away"],
  ["we sent messages", "we sent messages"],
])("%s", (said, plain) => {
  expect(
    joinParticles(tokenise(said))
      .map(({ word }) => word)
      .join(" "),
  ).toBe(plain);
});
