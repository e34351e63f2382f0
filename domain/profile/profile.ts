import { z } from "zod";
import { TimeZone } from "#core/time-zone.ts";
import { FORMATS } from "./formats.ts";

/** What a person says of themselves, the same in each of their organisations. */
export const Profile = z.object({
  name: z.string().trim().min(1, "must not be empty").max(100),
  /** Null: that of the device. */
  time_zone: TimeZone.nullable(),
  /** Null: those of the browser. */
  formats: z.enum(FORMATS).nullable(),
});
export type Profile = z.output<typeof Profile>;
