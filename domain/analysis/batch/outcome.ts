import { spokenDay } from "#analytics/calendar.ts";
import type { AnalysisRun } from "./analysis-run.ts";

/** What a run came to. */
export interface Outcome {
  readonly sims: number;
  readonly anomalies: number;
  /** Of groups that moved together. */
  readonly events: number;
  readonly problems: number;
}

/** `34 of 50 parts, 68,000 SIMs.` */
export function wordsForProgress(at: { parts: number; done: number; sims: number }): string {
  return `${at.done} of ${counted(at.parts, "part")}, ${counted(at.sims, "SIM")}.`;
}

export function wordsForOutcome({ asOf }: AnalysisRun, outcome: Outcome): string {
  const { sims, anomalies, events, problems } = outcome;
  const found = `${counted(anomalies, "anomaly", "anomalies")}, ${counted(events, "event")} of groups`;
  const told = `Analysed ${counted(sims, "SIM")} by their usage until ${spokenDay(asOf)}: ${found}.`;
  return problems === 0 ? told : `${told} The data of ${counted(problems, "SIM")} had problems.`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
