import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Invalid } from "./errors.ts";
import { toIccid } from "./iccid.ts";
import { luhnDigit } from "./luhn.ts";

const withCheckDigit = (digits: string) => `${digits}${luhnDigit(digits)}`;

describe("toIccid", () => {
  it("takes 19 digits as they are, also grouped", () => {
    expect(toIccid("8988280666000000001")).toBe("8988280666000000001");
    expect(toIccid("8988 2806 6600 0000 001")).toBe("8988280666000000001");
  });

  it("stores a valid 20-digit number as its first 19, and both forms are the same SIM", () => {
    const digits = fc.stringMatching(/^89\d{17}$/);
    fc.assert(fc.property(digits, (iccid) => toIccid(withCheckDigit(iccid)) === toIccid(iccid)));
  });

  it("refuses a 20-digit number with any other check digit", () => {
    const good = withCheckDigit("8988280666000000001");
    for (const digit of "0123456789") {
      const other = good.slice(0, 19) + digit;
      if (other !== good) expect(() => toIccid(other)).toThrow(Invalid);
    }
  });

  it("says what is wrong with anything else", () => {
    expect(() => toIccid("8.98828E+18")).toThrow("only digits");
    expect(() => toIccid("12345")).toThrow("this has 5");
    expect(() => toIccid("")).toThrow(Invalid);
  });
});
