import { z } from "zod";
import { passesLuhn } from "#core/luhn.ts";
import type { Sql } from "#db/database.ts";
import { containing } from "#db/like.ts";
import { SimStatus } from "./sim.ts";

const name = z.string().trim().min(1).max(200);

/** What a SIM may be without. */
export const MISSING = [
  "label",
  "customer",
  "country",
  "operator",
  "rat",
  "rate_plan",
  "tags",
] as const;

const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

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
  list: name.optional().meta({ description: "name of a list of a file" }),
  without: z.array(z.enum(MISSING)).optional().meta({ description: "that have none of these" }),
  seen_since: day.optional().meta({ description: "UTC day or instant" }),
  not_seen_since: day.optional().meta({ description: "UTC day or instant; also never" }),
  activated_since: day.optional(),
  activated_before: day.optional(),
  /** A label, customer, ICCID, IMSI, MSISDN or IMEI in part, such as its last digits; an IP address from its start. */
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
    input.list === undefined
      ? null
      : sql`iccid in (select iccid from store.listed_sims where list = ${input.list})`,
    ...(input.without ?? []).map((field) =>
      field === "tags" ? sql`tags = '{}'` : sql`${sql(field)} is null`,
    ),
    input.seen_since === undefined ? null : sql`last_seen_at >= ${new Date(input.seen_since)}`,
    input.not_seen_since === undefined
      ? null
      : sql`(last_seen_at is null or last_seen_at < ${new Date(input.not_seen_since)})`,
    input.activated_since === undefined
      ? null
      : sql`activated_at >= ${new Date(input.activated_since)}`,
    input.activated_before === undefined
      ? null
      : sql`activated_at < ${new Date(input.activated_before)}`,
    input.search === undefined ? null : matches(sql, input.search),
  ].filter((part) => part !== null);
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);
}

const BEGINS_AN_ADDRESS = /^\d{1,3}(\.\d{1,3}){1,3}\.?$|^[\da-f]*:[\da-f:]+$/i;

/** What a search looks at: numbers, of which people read out the end, or names and, perhaps, the beginning of an address. */
export function meantBy(search: string) {
  const all = search.replace(/^\+|[\s-]/g, "");
  const isNumber = /^\d{5,20}$/.test(all);
  const iccid = all.length === 20 && passesLuhn(all) ? all.slice(0, 19) : all;
  return {
    digits: isNumber ? { all, iccid } : null,
    address: !isNumber && BEGINS_AN_ADDRESS.test(search) ? search.toLowerCase() : null,
  };
}

function matches(sql: Sql, search: string) {
  const { digits, address } = meantBy(search);
  if (digits) {
    return sql`(strpos(iccid, ${digits.iccid}) > 0 or strpos(imsi, ${digits.all}) > 0
      or strpos(msisdn, ${digits.all}) > 0 or strpos(imei, ${digits.all}) > 0)`;
  }
  const pattern = containing(search);
  const isCalled = sql`label ilike ${pattern} or customer ilike ${pattern}`;
  return address === null
    ? sql`(${isCalled})`
    : sql`(starts_with(host(ip_address), ${address}) or ${isCalled})`;
}
