import type { PostgresType } from "postgres";

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

/** A whole number beyond 2^53 stays text, so that no digit is lost; all others become numbers. */
function parseNumber(text: string): number | string {
  const value = Number(text);
  const isWhole = !text.includes(".");
  return isWhole && !Number.isSafeInteger(value) && Number.isFinite(value) ? text : value;
}

/** How Postgres values reach us: bigint and numeric as numbers, dates as `YYYY-MM-DD`. */
export const postgresTypes = {
  number: {
    to: NUMERIC,
    from: [INT8, NUMERIC],
    serialize: String,
    parse: parseNumber,
  } as PostgresType,
  day: { to: DATE, from: [DATE], serialize: String, parse: (text: string) => text } as PostgresType,
};
