import { formatDay, formatPercent, formatVolume } from "#app/lib/format.ts";
import type { RunOut, UsageForecast } from "#domain/analysis/usage-forecast.ts";

type Accuracy = NonNullable<UsageForecast["accuracy"]>;

/** A chance as a person says it: never certain, never impossible. */
export function chanceText(probability: number): string {
  if (probability < 0.01) return "under 1 %";
  if (probability > 0.99) return "over 99 %";
  return formatPercent(Math.round(100 * probability)).text;
}

/** `27 Oct, likely between 24 Oct and 2 Nov` */
export function runOutWords(
  { date, earliest_date: first, latest_date: last }: RunOut,
  now: Date,
  locale?: string,
): string {
  const day = (of: string) => formatDay(of, now, "day", locale).text;
  if (date === null) {
    return first === null
      ? "not in these days"
      : `not likely in these days, ${day(first)} at the earliest`;
  }
  if (first === null || first === last) return day(date);
  return last === null
    ? `${day(date)}, likely not before ${day(first)}`
    : `${day(date)}, likely between ${day(first)} and ${day(last)}`;
}

/** How good the same forecast has been from past days, in sentences. */
export function accuracyWords(accuracy: Accuracy): string[] {
  const { origins, mase, coverage_80: inside, total_error_percent: ofTotal } = accuracy;
  const from = origins === 1 ? "one past day" : `${origins} past days`;
  return [
    `The same forecast was made from ${from} and held against what came.`,
    ...(mase === null ? [] : [maseWords(mase)]),
    ...(ofTotal === null ? [] : [`Its totals were off by ${formatPercent(ofTotal).text}.`]),
    `${formatPercent(Math.round(100 * inside)).text} of the days fell inside the 80 % band.`,
  ];
}

function maseWords(mase: number): string {
  const percent = Math.round(100 * mase);
  if (percent === 100) return "It was as far off as repeating the week before would have been.";
  return percent < 100
    ? `It was off by ${percent} % of what repeating the week before would have been.`
    : `It was farther off than repeating the week before would have been: ${percent} % of that.`;
}

export function between(low: number, high: number): string {
  return `${formatVolume(low).text} – ${formatVolume(high).text}`;
}
