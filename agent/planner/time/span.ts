/** A stretch of time as the person said it, before it is known whether it meets days or instants. */
export type TimeSpan =
  /** Calendar days, half-open, as `YYYY-MM-DD`; either end may be missing. */
  | {
      k: "days";
      from?: string;
      to?: string;
      label: string;
      unit: DayUnit;
      ahead?: Ahead;
      ends?: Ends;
      /** "July, August and September": periods that follow one another, named one by one. */
      named?: DayUnit;
      /** "Monday to Friday": those days of any week, where a longer period is named besides. */
      weekdays?: readonly number[];
    }
  /** Rolling from now: the last or next `amount` units. */
  | {
      k: "rolling";
      amount: number;
      unit: RollingUnit;
      direction: "past" | "future";
      label: string;
      /** "within 14 days", without "the last": what is to come, or how long something took. */
      within?: true;
    }
  /** Instants, half-open, ISO in UTC. */
  | { k: "instants"; from?: string; to?: string; label: string }
  /** Hours of the day or days of the week that come again: "on weekends", "between 2 and 4 am". */
  | { k: "recurring"; grain: "weekday" | "hour_of_day"; values: readonly number[]; label: string }
  /** "the week before", "the 14 days before it": known only beside another span. */
  | {
      k: "relative";
      unit: DayUnit;
      label: string;
      days?: number;
      isSameDays?: true;
      /** "The day after that". */
      isAfter?: true;
      /** "The same days of September": 9. */
      month?: number;
    };

/** What the same words mean where the question is about the future: the Friday to come. */
export interface Ahead {
  readonly from: string;
  readonly to: string;
}

/** The two periods that a range goes from and to. */
export type Ends = readonly [TimeSpan, TimeSpan];

/** What one step back means: the week before a week, the day before a day. */
export type DayUnit = "day" | "week" | "month" | "quarter" | "year" | "span";
export type RollingUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

export interface TimeContext {
  readonly now: Date;
  readonly zone: string;
  /** The day it is now in `zone`. */
  readonly today: string;
}
