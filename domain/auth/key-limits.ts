import { z } from "zod";
import { type CallLimits, MAX_PER_MINUTE } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";

const perMinute = z.int().min(1).max(MAX_PER_MINUTE);

/** The limits that a key has of its own. */
export const KeyLimits = z.object({ readsPerMinute: perMinute, effectsPerMinute: perMinute });

/** @throws Invalid */
export function checkKeyLimits(limits: CallLimits): CallLimits {
  const parsed = KeyLimits.safeParse(limits);
  if (parsed.success) return parsed.data;
  throw new Invalid(
    `limits: each is a whole number from 1 to ${MAX_PER_MINUTE.toLocaleString("en")} a minute.`,
  );
}
