import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { toIccid } from "#core/iccid.ts";

export const SIM_STATUSES = ["active", "inactive", "suspended", "deactivated"] as const;
export const SimStatus = z.enum(SIM_STATUSES);

export const RATS = ["2G", "3G", "LTE", "LTE-M", "NB-IoT", "5G"] as const;

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

type Instants = "activated_at" | "deactivated_at" | "last_seen_at";

/** A row of `fleet.sims` as the driver gives it: instants are dates. */
export type SimRow = Omit<Sim, Instants | "created_at"> &
  Record<Instants, Date | null> & { created_at: Date };

export const SIM_COLUMNS = Object.keys(Sim.shape) as (keyof Sim)[];

export function toSim(row: SimRow): Sim {
  return {
    ...row,
    activated_at: row.activated_at?.toISOString() ?? null,
    deactivated_at: row.deactivated_at?.toISOString() ?? null,
    last_seen_at: row.last_seen_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  };
}
