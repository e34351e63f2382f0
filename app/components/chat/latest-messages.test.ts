import { describe, expect, it } from "vitest";
import { latestFrom } from "./latest-messages.ts";

const rolesOf = (letters: string) =>
  [...letters].map((letter) => ({ role: letter === "u" ? "user" : "assistant" }));

describe("the latest messages", () => {
  it("are all of a conversation that has no more", () => {
    expect(latestFrom(rolesOf(""), 4)).toBe(0);
    expect(latestFrom(rolesOf("uaua"), 4)).toBe(0);
  });

  it("are the last ones of a longer one", () => {
    expect(latestFrom(rolesOf("uauaua"), 4)).toBe(2);
  });

  it("begin with a question, though they are more for it", () => {
    expect(latestFrom(rolesOf("uauaua"), 3)).toBe(2);
    expect(latestFrom(rolesOf("uaaaaa"), 2)).toBe(0);
  });

  it("of a question that is not answered yet are counted from there", () => {
    expect(latestFrom(rolesOf("uauau"), 2)).toBe(2);
  });
});
