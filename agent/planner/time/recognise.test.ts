import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../text/tokenise.ts";
import { addDays, addMonths, startOf, startOfDay, timeContext, weekdayOf } from "./calendar.ts";
import { timesAt } from "./recognise.ts";
import { before, timeFilter } from "./resolve.ts";

const time = timeContext(new Date("2026-10-21T09:30:00Z"), "UTC");
const DAY = "sim_usage_daily.day";

function days(text: string, { future = false } = {}): string {
  const words = wordsOf(text);
  const match = timesAt(words, 0, time)[0];
  if (!match || match.length !== words.length)
    return `read ${match?.length ?? 0} of ${words.length} words`;
  const filter = timeFilter(DAY, "day", match.span, time, { future })?.filter;
  return filter && "time" in filter ? `${filter.from ?? ""}..${filter.to ?? ""}` : "no days";
}

describe("phrases of time as half-open days", () => {
  it.each([
    ["today", "2026-10-21..2026-10-22"],
    ["yesterday", "2026-10-20..2026-10-21"],
    ["the day before yesterday", "2026-10-19..2026-10-20"],
    ["Monday", "2026-10-19..2026-10-20"],
    ["Wednesday", "2026-10-14..2026-10-15"],
    ["last week", "2026-10-12..2026-10-19"],
    ["this week", "2026-10-19..2026-10-22"],
    ["the week before last", "2026-10-05..2026-10-12"],
    ["last month", "2026-09-01..2026-10-01"],
    ["this month", "2026-10-01..2026-10-22"],
    ["September", "2026-09-01..2026-10-01"],
    ["November", "2025-11-01..2025-12-01"],
    ["March 2025", "2025-03-01..2025-04-01"],
    ["Q3", "2026-07-01..2026-10-01"],
    ["the third quarter", "2026-07-01..2026-10-01"],
    ["Q4 2025", "2025-10-01..2026-01-01"],
    ["2025", "2025-01-01..2026-01-01"],
    ["the first half of 2026", "2026-01-01..2026-07-01"],
    ["since September", "2026-09-01..2026-10-22"],
    ["since 1 September", "2026-09-01..2026-10-22"],
    ["since Monday", "2026-10-19..2026-10-22"],
    ["between 1 and 10 October", "2026-10-01..2026-10-11"],
    ["1-10 Oct 2026", "2026-10-01..2026-10-11"],
    ["from 1 September to 15 October", "2026-09-01..2026-10-16"],
    ["from July to September", "2026-07-01..2026-10-01"],
    ["from last Monday to Wednesday", "2026-10-19..2026-10-22"],
    ["October 1st", "2026-10-01..2026-10-02"],
    ["2026-10-05", "2026-10-05..2026-10-06"],
    ["the last 7 days", "2026-10-14..2026-10-21"],
    ["past thirty days", "2026-09-21..2026-10-21"],
    ["last 2 weeks", "2026-10-07..2026-10-21"],
    ["last 3 months", "2026-07-21..2026-10-21"],
    ["next 7 days", "2026-10-22..2026-10-29"],
    ["month to date", "2026-10-01..2026-10-22"],
    ["ytd", "2026-01-01..2026-10-22"],
    ["week 40", "2026-09-28..2026-10-05"],
    ["the first week of October", "2026-10-01..2026-10-08"],
    ["until Monday", "..2026-10-20"],
    ["before 1 October", "..2026-10-01"],
    ["3 days ago", "2026-10-18..2026-10-19"],
    ["last weekend", "2026-10-17..2026-10-19"],
    ["monday last week", "2026-10-12..2026-10-13"],
    ["from tomorrow through to Sunday 1 November", "2026-10-22..2026-11-02"],
    ["tomorrow through the end of October", "2026-10-22..2026-11-01"],
    ["Monday through Friday last week", "2026-10-12..2026-10-17"],
    ["from Monday to Wednesday", "2026-10-12..2026-10-15"],
    ["third quarter of this year", "2026-07-01..2026-10-01"],
    ["second half of last month", "2026-09-16..2026-10-01"],
    ["the week of 5 October", "2026-10-05..2026-10-12"],
    ["the last six full weeks", "2026-09-07..2026-10-19"],
    ["the last two quarters", "2026-04-01..2026-10-01"],
    ["the past fortnight", "2026-10-07..2026-10-21"],
    ["the first ten days of September", "2026-09-01..2026-09-11"],
    ["since the twenty-first of September", "2026-09-21..2026-10-22"],
    ["12 October or later", "2026-10-12..2026-10-22"],
    ["1 October to date", "2026-10-01..2026-10-22"],
    ["the rest of the month", "2026-10-22..2026-11-01"],
    ["up to and including 15 October", "..2026-10-16"],
    ["since the beginning of August", "2026-08-01..2026-10-22"],
    ["05.10.2026", "2026-10-05..2026-10-06"],
    ["13/10/2026", "2026-10-13..2026-10-14"],
    ["Sunday the 18th", "2026-10-18..2026-10-19"],
    ["5 October or earlier", "..2026-10-06"],
    ["the three calendar weeks starting Monday 26 October", "2026-10-26..2026-11-16"],
  ])("%s = %s", (text, expected) => expect(days(text)).toBe(expected));

  it.each(["05/10/2026", "next Friday", "the last couple of days"])("%s is left open", (text) =>
    expect(days(text)).toMatch(/^read/),
  );

  it.each([
    ["Friday", "2026-10-23..2026-10-24"],
    ["until Friday", "2026-10-21..2026-10-24"],
    ["until the end of this week, Sunday the 25th", "..2026-10-26"],
    ["from Monday to Friday", "2026-10-26..2026-10-31"],
    ["November", "2026-11-01..2026-12-01"],
    ["yesterday", "2026-10-20..2026-10-21"],
  ])("%s of a forecast = %s", (text, expected) =>
    expect(days(text, { future: true })).toBe(expected),
  );

  it.each([
    ["on weekends", { grain: "weekday", values: [6, 7] }],
    ["between 10 pm and 2 am", { grain: "hour_of_day", values: [22, 23, 0, 1] }],
    ["from 8 am to 11 am", { grain: "hour_of_day", values: [8, 9, 10] }],
  ])("%s comes again", (text, expected) => {
    const words = wordsOf(text.replace(/^on /, ""));
    expect(timesAt(words, 0, time)[0]?.span).toMatchObject(expected);
  });

  it("hours cannot be told from days", () => expect(days("the last 24 hours")).toBe("no days"));

  it("instants of a zone begin at its own midnight", () => {
    expect(startOfDay("2026-07-01", "Europe/Berlin").toISOString()).toBe(
      "2026-06-30T22:00:00.000Z",
    );
    expect(startOfDay("2026-10-25", "Europe/Berlin", 12).toISOString()).toBe(
      "2026-10-25T11:00:00.000Z",
    );
  });

  it("a date that does not exist is no date", () =>
    expect(days("31 September")).not.toContain("2026-09-31"));
});

describe("the calendar", () => {
  const someDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));
  it("weeks begin on Monday and hold their day", () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const monday = startOf("week", day);
        expect(weekdayOf(monday)).toBe(1);
        expect(monday <= day && day < addDays(monday, 7)).toBe(true);
      }),
    );
  });

  it("a weekday that is counted within its month", () => {
    expect(days("the third tuesday of september")).toBe("2026-09-15..2026-09-16");
    expect(days("the last thursday in august")).toBe("2026-08-27..2026-08-28");
    expect(days("2nd friday of last month")).toBe("2026-09-11..2026-09-12");
    expect(days("the fifth tuesday of october")).not.toContain("..");
  });

  it("a month on and a month back is at most the same day", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -50, max: 50 }), (day, months) => {
        expect(addMonths(addMonths(day, months), -months) <= day).toBe(true);
      }),
    );
  });

  it("the stretch before ends where the stretch begins", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 400 }), (from, length) => {
        const span = {
          k: "days",
          from,
          to: addDays(from, length),
          unit: "span",
          label: "",
        } as const;
        expect(before(span, "span", time)).toMatchObject({
          from: addDays(from, -length),
          to: from,
        });
      }),
    );
  });
});
