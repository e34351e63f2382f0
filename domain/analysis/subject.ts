import { z } from "zod";

export const GROUPINGS = ["fleet", "customer", "country", "tag"] as const;
export const Grouping = z.enum(GROUPINGS);
export type Grouping = z.output<typeof Grouping>;

/** What an analysis is of. */
export const Subject = z.object({
  kind: z.enum(["sim", ...GROUPINGS]),
  /** A SIM's label or ICCID, a customer's name, a country's code, a tag. */
  name: z.string(),
  iccid: z.string().nullable(),
  customer: z.string().nullable(),
  /** How many SIMs it is of. */
  sims: z.number(),
});
export type Subject = z.output<typeof Subject>;

export const Day = z.iso.date();
