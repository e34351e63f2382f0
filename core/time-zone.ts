import { z } from "zod";

/** IANA name. */
export const TimeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, "is no time zone such as Europe/Berlin");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return !/^[+-]/.test(name); // an offset knows no summer
  } catch {
    return false;
  }
}
