import { spokenDay } from "../calendar.ts";
import { amount, ratioText } from "./amount.ts";
import type { Finding } from "./findings.ts";
import type { Extent } from "./severity.ts";

export interface Words {
  readonly reason: string;
  readonly nextStep: string;
}

interface Told extends Extent {
  readonly day: string;
  readonly lastDay: string;
  readonly unit: string;
}

/** One sentence on what was seen and why that is strange, and what to do about it. */
export function wordsFor(finding: Finding, told: Told): Words {
  return { reason: reasonOf(finding, told), nextStep: nextStepOf(finding, told) };
}

function reasonOf(finding: Finding, told: Told): string {
  const { observed, expected, days, isOngoing, unit } = told;
  const seen = amount(observed, unit);
  const usual = amount(expected, unit);
  const times = ratioText(observed, expected);
  const a = days === 1 ? "" : " a day";
  switch (finding.what) {
    case "high":
      return `Used ${seen}${a} ${when(told)}, ${times} the ${usual} that were expected.`;
    case "low":
      return `Used only ${seen}${a} ${when(told)}, ${times} the ${usual} that were expected.`;
    case "silence": {
      const pause = finding.longestOther;
      const known =
        pause > 0 ? `its longest other pause is ${daysText(pause)}` : "it never paused before";
      return isOngoing
        ? `Has sent nothing since ${spokenDay(told.day)} (${daysText(days)}), ${usual} a day were expected and ${known}.`
        : `Sent nothing ${when(told)}, where ${usual} a day were expected and ${known}.`;
    }
    case "talkative":
      return `Used data on each of ${daysText(days)} in a row ${when(told)}, ${seen} a day; so many in a row are new for it.`;
    case "growth":
      return `Has ${observed > expected ? "grown" : "shrunk"} from week to week ${when(told)}, to ${seen} a day, ${times} the ${usual} before; it never changed so fast.`;
    case "level":
      return `Has used ${seen} a day since ${spokenDay(told.day)}, ${times} the ${usual} before; that is taken as its new normal.`;
    case "rhythm":
      return `Its days of the week no longer differ as they did ${when(told)}: ${Math.max(0, Math.round(finding.shareLeft * 100))} % of its usual weekly rhythm was left.`;
  }
}

function nextStepOf(finding: Finding, { isOngoing, days, observed, expected }: Told): string {
  switch (finding.what) {
    case "high":
    case "talkative":
      return isOngoing || observed > 10 * expected
        ? "Look at what the device sends, and set a limit or suspend the SIM if nobody knows the traffic."
        : "Ask the device's owner what caused it; check the quota for the rest of the month.";
    case "low":
      return "Compare with devices nearby; check signal, power and the device's own log.";
    case "silence":
      if (!isOngoing) return "Check the connection events of these days for the cause.";
      return days >= 7
        ? "Check that the device still exists and has power; suspend the SIM if it was taken out of use."
        : "Check power and coverage, then reset the SIM's connection.";
    case "growth":
      return observed > expected
        ? "Find what grows (logs, retries, a leak) before the quota runs out."
        : "Find out whether the device is failing or is used less.";
    case "level":
      return "Nothing if the change was planned; otherwise ask what was changed that day, and check the plan.";
    case "rhythm":
      return "Ask whether the device works at other times now, or whether its schedule failed.";
  }
}

/** `since 9 Mar 2026`, as it stands in a sentence. */
export function when({
  day,
  lastDay,
  days,
  isOngoing,
}: Pick<Told, "day" | "lastDay" | "days" | "isOngoing">): string {
  if (days === 1) return `on ${spokenDay(day)}`;
  if (isOngoing) return `since ${spokenDay(day)}`;
  return `from ${spokenDay(day)} to ${spokenDay(lastDay)}`;
}

const daysText = (days: number) => (days === 1 ? "1 day" : `${days} days`);
