import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const plain = (question: string) => JSON.stringify(queryOf(question));

describe("conditions on what was used", () => {
  it.each([
    ["fridges that uploaded over 100 kB between midnight and 4am yesterday", "upload"],
    ["fridges that pushed up over 100 kB between midnight and 4am yesterday", "upload"],
    ["fridges that pulled down over 1 MB in the last 3 hours", "download"],
  ])("%s is told from the raw records", (question, direction) => {
    const query = plain(question);
    expect(query).toContain('"related":"sim_usage"');
    expect(query).toContain(`"value":"${direction}"`);
    expect(query).toContain('"op":"gt"');
  });

  it("so is that there was none", () => {
    expect(plain("fridges without upload in the last 48 hours")).toMatch(
      /"not":\{"related":"sim_usage",.*"sim_usage.direction"/,
    );
  });

  it("whole days are told from the daily figures", () => {
    expect(plain("fridges that used over 1 MB yesterday")).toContain('"related":"sim_usage_daily"');
  });

  it.each([
    "fridges with at least 3 silent days last week",
    "fridges that had three or more days without data last week",
  ])("%s", (question) => {
    expect(queryOf(question)).toMatchObject({
      from: "sims",
      having: [{ measure: "days_without_data", op: "gte", value: 3 }],
    });
  });

  it("who is not where they were is somewhere else now", () => {
    const query = plain("SIMs that attached in Spain last week but are not in Spain now");
    expect(query).toContain('"member":"connection_events.country","op":"eq","value":"ES"');
    expect(query).toContain('"member":"sims.country","op":"ne","value":"ES"');
  });

  it("weekdays against weekends are those of every week", () => {
    const [weekend] = queryOf("weekend vs weekday traffic last month").measures ?? [];
    expect(weekend?.measure).toMatchObject({ where: { grain: "weekday", in: [6, 7] } });
  });
});

describe("how long it took", () => {
  it.each([
    ["alerts acknowledged within 90 seconds this week", "minutes_to_acknowledge", 1.5],
    ["what percentage of SMS sent last month arrived within 30 seconds", "minutes_to_deliver", 0.5],
    [
      "of the texts delivered last month, what percent arrived inside one minute",
      "minutes_to_deliver",
      1,
    ],
  ])("%s", (question, member, value) => {
    expect(plain(question)).toMatch(new RegExp(`${member}","op":"lte","value":${value}\\b`));
  });
});

it.each([
  ["which SIMs went over the upper end of their 95 % band yesterday", "gt", "upper_95"],
  ["SIMs below the lower end of the forecast band yesterday", "lt", "lower_95"],
])("%s", (question, op, bound) => {
  expect(plain(question)).toContain(`"op":"${op}","other":"forecasts.${bound}"`);
});
