import { describe, expect, test } from "vitest";
import { plan } from "./plan.ts";
import { NAMES, NOW } from "./testing.ts";

const MAX_CHARACTERS = 4000;
/** An idle machine needs less than 100 ms; a machine that is shared is given time. */
const MAX_CPU_MS = 800;
const TRIES = 3;

const iccids = (count: number) =>
  Array.from({ length: count }, (_, n) => `89883031882910000${10 + n}`);

/** What it takes of the processor, not how long one waits; the least of some tries, as others share it. */
function cpuMs(question: string): number {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.cpuUsage();
    plan({ question, context: [], gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

describe("what is said over and over is answered in time", () => {
  test.each([
    "AT+",
    "never ",
    "and suspend ",
    "suspend hit came no, ",
    "worst alerts ",
    "suspend 8988303724150000098 since ",
    "text 1 that ",
    "sms to a: ",
    ".",
    " : ",
    "week's SMS? locks Monday, July ",
    "MediFridge ",
  ])("%j", (unit) => {
    const question = unit.repeat(MAX_CHARACTERS / unit.length);
    expect(cpuMs(question)).toBeLessThan(MAX_CPU_MS);
  });
});

describe("a long list of SIMs is one condition", () => {
  test.each([
    ["data used by", "last week"],
    ["suspend", ""],
    ["which of", "were not seen today"],
  ])("%s … %s", (before, after) => {
    expect(cpuMs(`${before} ${iccids(60).join(", ")} ${after}`)).toBeLessThan(MAX_CPU_MS);
  });

  test("and holds each of them", () => {
    const made = plan({
      question: `which of ${iccids(40).join(" ")} are suspended`,
      context: [],
      gazetteer: NAMES,
      now: NOW,
      zone: "UTC",
    });
    const query = JSON.stringify(made.kind === "query" && made.query);
    for (const iccid of iccids(40)) expect(query).toContain(iccid);
  });
});
