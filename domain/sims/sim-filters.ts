import { z } from "zod";
import { passesLuhn } from "#core/luhn.ts";
import type { Sql } from "#db/database.ts";
import { SimStatus } from "./sim.ts";

const name = z.string().trim().min(1).max(200);

/** Which SIMs are meant; all of them where nothing is said. */
export const SimFilters = z.object({
  status: z.array(SimStatus).optional(),
  customer: name.optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "must be two letters, such as DE")
    .transform((code) => code.toUpperCase())
    .optional(),
  operator: name.optional(),
  rat: name.optional(),
  rate_plan: name.optional(),
  tag: name.optional(),
  /** A label or customer in part; an ICCID, IMSI, MSISDN or IMEI from its start. */
  search: name.optional(),
});
export type SimFilters = z.output<typeof SimFilters>;

/** The SIMs of `store.sims` that the filters leave. */
export function simConditions(sql: Sql, input: SimFilters) {
  const parts = [
    input.status?.length ? sql`status = any(${input.status as string[]})` : null,
    input.customer === undefined ? null : sql`customer = ${input.customer}`,
    input.country === undefined ? null : sql`country = ${input.country}`,
    input.operator === undefined ? null : sql`operator = ${input.operator}`,
    input.rat === undefined ? null : sql`rat = ${input.rat}`,
    input.rate_plan === undefined ? null : sql`rate_plan = ${input.rate_plan}`,
    input.tag === undefined ? null : sql`${input.tag} = any(tags)`,
    input.search === undefined ? null : matches(sql, input.search),
  ].filter((part) => part !== null);
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);
}

function matches(sql: Sql, search: string) {
  const digits = search.replace(/^\+|[\s-]/g, "");
  if (/^\d{5,20}$/.test(digits)) {
    const iccid = digits.length === 20 && passesLuhn(digits) ? digits.slice(0, 19) : digits;
    return sql`(starts_with(iccid, ${iccid}) or starts_with(imsi, ${digits})
      or starts_with(ltrim(msisdn, '+'), ${digits}) or starts_with(imei, ${digits}))`;
  }
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(label ilike ${pattern} or customer ilike ${pattern})`;
}
