import { dayOfNumber } from "../calendar.ts";
import type { AnalysedSim, Outlooks } from "./types.ts";

/** Rows by their columns, each as Postgres reads an array: threads write what the one beside the database only sends. */
export type Columns<K extends string> = Readonly<Record<K, string>>;

export type ForecastColumns = Columns<"iccid" | "class" | "days">;
export type OutlookColumns = Columns<"iccid" | "type" | "day" | "probability">;
export type AdviceColumns = Columns<
  | "iccid"
  | "type"
  | "confidence"
  | "riskBefore"
  | "riskAfter"
  | "currentTotal"
  | "recommendedTotal"
  | "monthlySaving"
  | "currency"
  | "reason"
>;

/** Of those that have one; the days of a SIM are one array more (`packedForecast`). */
export function forecastColumns(sims: readonly AnalysedSim[]): ForecastColumns {
  const rows = sims.flatMap(({ id, forecast }) => (forecast ? [{ id, ...forecast }] : []));
  return {
    iccid: arrayText(rows.map(({ id }) => id)),
    class: arrayText(rows.map((row) => row.class)),
    days: `{${rows.map(({ days }) => `"${days}"`).join(",")}}`,
  };
}

export function outlookColumns(sims: readonly Outlooks[]): OutlookColumns {
  const rows = sims.flatMap(({ id, data, sms }) => [
    ...(data ? [{ id, type: "data", ...data }] : []),
    ...(sms ? [{ id, type: "sms", ...sms }] : []),
  ]);
  return {
    iccid: arrayText(rows.map(({ id }) => id)),
    type: arrayText(rows.map(({ type }) => type)),
    day: arrayText(
      rows.map(({ runsOutOn }) => (runsOutOn === null ? null : dayOfNumber(runsOutOn))),
    ),
    probability: arrayText(
      rows.map(({ probability30Days: chance }) => (chance === null ? null : rounded(chance))),
    ),
  };
}

export function adviceColumns(sims: readonly AnalysedSim[]): AdviceColumns {
  const rows = sims.flatMap(({ id, advice }) => (advice ? [{ id, ...advice }] : []));
  const of = (read: (row: (typeof rows)[number]) => string | number) => arrayText(rows.map(read));
  return {
    iccid: of(({ id }) => id),
    type: of(({ type }) => type),
    confidence: of(({ confidence }) => rounded(confidence)),
    riskBefore: of(({ riskBefore }) => rounded(riskBefore)),
    riskAfter: of(({ riskAfter }) => rounded(riskAfter)),
    currentTotal: of(({ currentTotal }) => Math.round(currentTotal)),
    recommendedTotal: of(({ recommendedTotal }) => Math.round(recommendedTotal)),
    monthlySaving: of(({ monthlySaving }) => monthlySaving),
    currency: of(({ currency }) => currency),
    reason: of(({ reason }) => reason),
  };
}

const rounded = (share: number) => Number(share.toFixed(4));

export function arrayText(values: readonly (string | number | null)[]): string {
  return `{${values.map(elementText).join(",")}}`;
}

const IS_PLAIN = /^[\w.:-]+$/;

function elementText(value: string | number | null): string {
  if (value === null) return "null";
  if (typeof value === "number") return String(value);
  if (IS_PLAIN.test(value) && value.toLowerCase() !== "null") return value;
  return `"${value.replace(/[\\"]/g, "\\$&")}"`;
}
