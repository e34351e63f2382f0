import { expect, test } from "vitest";
import { ask } from "../testing.ts";
import { table } from "./table.ts";

test("a table holds its own words and no others", () => {
  const months = table({ may: 5 });
  expect(months.may).toBe(5);
  for (const inherited of ["constructor", "toString", "__proto__"]) {
    expect(months[inherited]).toBeUndefined();
    expect(inherited in months).toBe(false);
  }
});

test("a word that every object of the language has is a word like any other", () => {
  for (const question of [
    "? how many SIMs",
    "how many SIMs does ? have",
    "usage of 5 ? in September",
    "SIMs with more than 5 ?",
    "usage last ? on Monday",
    "alerts on the 3rd of ?",
    "alerts every ?",
    "usage between the 3rd and ?",
    "the usage of a ?",
    "twenty ? SIMs",
    "suspend ? SIMs",
    "the ? alert fired",
  ]) {
    const said = (word: string) => JSON.stringify(ask(question.replace("?", word)));
    expect(said("constructor"), question).toBe(
      said("bricklayer").replaceAll("bricklayer", "constructor"),
    );
  }
});
