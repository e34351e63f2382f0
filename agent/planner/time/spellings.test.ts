import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../text/tokenise.ts";
import { addDays, timeContext } from "./calendar.ts";
import { timesAt } from "./recognise.ts";

const TODAY = "2026-10-21";
const time = timeContext(new Date(`${TODAY}T09:30:00Z`), "UTC");
const NUMBERS = ["st", "nd", "rd"];

/** Each way to write a day, by plain arithmetic. */
function spellings(day: string): string[] {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const utc = new Date(`${day}T00:00:00Z`);
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(utc);
  const [long, short, weekday] = [
    name({ month: "long" }),
    name({ month: "short" }),
    name({ weekday: "long" }),
  ];
  const isTeen = date > 10 && date < 14;
  const nth = `${date}${(!isTeen && NUMBERS[(date % 10) - 1]) || "th"}`;
  const two = (number: number) => String(number).padStart(2, "0");
  return [
    day,
    day.replaceAll("-", "/"),
    `${two(date)}.${two(month)}.${year}`,
    `${date}.${month}.${year}`,
    `${date} ${long} ${year}`,
    `${nth} of ${short} ${year}`,
    `the ${nth} of ${long}, ${year}`,
    `${short} ${date}, ${year}`,
    `${long} the ${nth} ${year}`,
    `${weekday} ${date} ${long} ${year}`,
  ];
}

const someDay = fc.integer({ min: -1500, max: 300 }).map((count) => addDays(TODAY, count));

function read(text: string) {
  const words = wordsOf(text);
  const match = timesAt(words, 0, time)[0];
  return match?.length === words.length && match.span.k === "days" ? match.span : null;
}

describe("every way to write a date", () => {
  it("is that day", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        for (const text of spellings(day))
          expect(read(text), text).toMatchObject({ from: day, to: addDays(day, 1) });
      }),
    );
  });

  it("may begin and end a range, both days included", () => {
    const pair = fc.tuple(someDay, fc.integer({ min: 1, max: 90 }), fc.nat(9));
    const frames = [
      (a: string, b: string) => `from ${a} to ${b}`,
      (a: string, b: string) => `between ${a} and ${b}`,
      (a: string, b: string) => `${a} through ${b}`,
      (a: string, b: string) => `from ${a} up to and including ${b}`,
    ];
    fc.assert(
      fc.property(pair, fc.constantFrom(...frames), ([from, length, style], frame) => {
        const last = addDays(from, length);
        const text = frame(spellings(from)[style] ?? "", spellings(last)[style] ?? "");
        expect(read(text), text).toMatchObject({ from, to: addDays(last, 1) });
      }),
    );
  });
});
