/** What people ask, as a query and as the SQL that somebody would write by hand: the rows must agree. */
export interface Case {
  readonly name: string;
  readonly query: unknown;
  /** `:now` is the fleet's clock; days are UTC. */
  readonly sql: string;
  readonly isOrdered?: boolean;
}

export const TOTAL = { agg: "sum", of: "sim_usage_daily.total_volume" } as const;
export const COUNT = { agg: "count" } as const;
export const day = (from: string, to: string) => ({ time: "sim_usage_daily.day", from, to });
export const is = (member: string, value: unknown) => ({ member, op: "eq", value });
export const one = (as: string, measure: unknown, unit?: string) => [
  { as, measure, ...(unit && { unit }) },
];
export const SEPTEMBER = day("2026-09-01", "2026-10-01");
export const LAST_30_DAYS = day("2026-09-21", "2026-10-21");
export const GB = 1_073_741_824;
