/** A stretch of time as the person said it, before it is known whether it meets days or instants. */
export type TimeSpan =
  /** Calendar days, half-open, as `YYYY-MM-DD`; either end may be missing. */
  | { k: "days"; from?: string; to?: string; label: string; unit: DayUnit }
  /** Rolling from now: the last or next `amount` units. */
  | { k: "rolling"; amount: number; unit: RollingUnit; direction: "past" | "future"; label: string }
  /** Instants, half-open, ISO in UTC. */
  | { k: "instants"; from?: string; to?: string; label: string }
  /** "the week before", "the same days of last month": known only beside another span. */
  | { k: "relative"; unit: DayUnit; label: string };

/** What one step back means: the week before a week, the day before a day. */
export type DayUnit = "day" | "week" | "month" | "quarter" | "year" | "span";
export type RollingUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

export interface TimeContext {
  readonly now: Date;
  readonly zone: string;
  /** The day it is now in `zone`. */
  readonly today: string;
}
