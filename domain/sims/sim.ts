import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { toIccid } from "#core/iccid.ts";
import type { Sql, Transaction } from "#db/database.ts";
import { isoOf } from "#db/types.ts";
import { SIM_STATUSES } from "./values.ts";

export const SimStatus = z.enum(SIM_STATUSES);

/** 19 digits, or 20 with a right check digit; always 19 afterwards. */
export const Iccid = z
  .string()
  .max(40)
  .transform((text, context) => {
    try {
      return toIccid(text);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  })
  .meta({
    description: "ICCID: 19 digits, or 20 with its check digit",
    examples: ["8988280666000000001"],
  });

/** A SIM as every door shows it. Instants are ISO 8601 in UTC. */
export const Sim = z.object({
  iccid: z.string(),
  imsi: z.string().nullable(),
  msisdn: z.string().nullable(),
  imei: z.string().nullable(),
  label: z.string().nullable(),
  status: SimStatus,
  ip_address: z.string().nullable(),
  operator: z.string().nullable(),
  country: z.string().nullable(),
  rat: z.string().nullable(),
  rate_plan: z.string().nullable(),
  customer: z.string().nullable(),
  tags: z.array(z.string()),
  activated_at: z.string().nullable(),
  deactivated_at: z.string().nullable(),
  last_seen_at: z.string().nullable(),
  created_at: z.string(),
});
export type Sim = z.infer<typeof Sim>;

const INSTANTS = ["activated_at", "deactivated_at", "last_seen_at", "created_at"] as const;
type Instant = (typeof INSTANTS)[number];

export const SIM_COLUMNS = Object.keys(Sim.shape) as (keyof Sim)[];
const OTHER_COLUMNS = SIM_COLUMNS.filter((name) => !INSTANTS.includes(name as Instant));

/** Instants as text: to make a Date of each, and text of it again, took a fifth of a page's time. */
export function simColumns(sql: Sql | Transaction) {
  return sql`${sql(OTHER_COLUMNS)}, activated_at::text, deactivated_at::text, last_seen_at::text, created_at::text`;
}

/** From a row of `simColumns`. */
export function toSim(row: Sim): Sim {
  return {
    ...row,
    activated_at: row.activated_at && isoOf(row.activated_at),
    deactivated_at: row.deactivated_at && isoOf(row.deactivated_at),
    last_seen_at: row.last_seen_at && isoOf(row.last_seen_at),
    created_at: isoOf(row.created_at),
  };
}
