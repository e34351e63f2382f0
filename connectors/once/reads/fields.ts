import { z } from "zod";
import { instantOf } from "../values/instant.ts";
import { bytesOfMegabytes } from "../values/megabytes.ts";

// Fields as 1NCE sends them: what may be absent may also be null, and what is of another type is taken for absent.

/** Text that says something; numbers are ids. */
export const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullable()
  .catch(null);

export const instant = z.unknown().transform(instantOf);

/** Bytes of what comes in megabytes. */
export const volume = z.unknown().transform(bytesOfMegabytes);

/** Messages, which come as text in some places. */
export const count = z.unknown().transform((value) => {
  const isSaid = typeof value === "number" || (typeof value === "string" && value.trim() !== "");
  const number = isSaid ? Math.round(Number(value)) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
});

/** A code with its meaning: `{ id, description }`. */
export const coded = z
  .object({ id: text.optional(), description: text.optional() })
  .nullable()
  .catch(null);
