import { z } from "zod";
import { badInput, type Version } from "../answer.ts";

/** @throws Refusal, in the way of the version */
export function parse<S extends z.ZodType>(
  schema: S,
  body: unknown,
  version: Version,
): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw badInput(version, `${issue?.path.join(".") || "body"}: ${issue?.message ?? "invalid"}`);
}

export const iccids = z.array(z.string()).min(1);
const status = z.enum(["Enabled", "Disabled"]);

/** What is left out falls to its default: Enabled, and no lock. */
export const updateV1 = z.object({
  iccid: z.string(),
  status: status.default("Enabled"),
  label: z.string().optional(),
  imei_lock: z.boolean().default(false),
});

/** What is left out stays as it is. */
export const updateV2 = z.object({
  iccid: z.string().optional(),
  status: status.optional(),
  label: z.string().optional(),
  imei_lock: z.boolean().optional(),
});

export const smsMessage = z.object({
  source_address: z.string().default("1234567890"),
  payload: z.string(),
  udh: z
    .string()
    .regex(/^[0-9a-fA-F]*$/)
    .default(""),
  dcs: z.literal([0, 4, 8]).default(0),
  source_address_type: z.object({ id: z.literal([145, 161, 208]) }).default({ id: 145 }),
  expiry_date: z.iso.datetime({ offset: true }).optional(),
});
