import { expect, it } from "vitest";
import { luhnDigit, passesLuhn } from "./luhn.ts";

it("knows the published example of the Luhn formula", () => {
  expect(luhnDigit("7992739871")).toBe(3);
  for (const digit of "0123456789") expect(passesLuhn(`7992739871${digit}`)).toBe(digit === "3");
});
