import type { DayUnit, TimeContext, TimeSpan } from "./span.ts";

export interface TimeMatch {
  readonly span: TimeSpan;
  readonly length: number;
}
export type Days = Extract<TimeSpan, { k: "days" }> & { from: string; to: string };
export interface DaysMatch {
  readonly span: Days;
  readonly length: number;
}
export type Rule = (words: readonly string[], at: number, time: TimeContext) => DaysMatch | null;

export function days(
  from: string,
  to: string,
  unit: DayUnit,
  label: string,
  length: number,
): DaysMatch {
  return { span: { k: "days", from, to, unit, label }, length };
}
