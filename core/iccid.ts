import { Invalid } from "./errors.ts";
import { passesLuhn } from "./luhn.ts";

/**
 * The ICCID as it is stored: 19 digits as they are, a valid 20-digit one without its check digit.
 * Spaces and hyphens between groups are dropped.
 *
 * @throws Invalid with the reason.
 */
export function toIccid(text: string): string {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d+$/.test(digits)) throw new Invalid("An ICCID has only digits.");
  if (digits.length === 19) return digits;
  if (digits.length !== 20) {
    throw new Invalid(`An ICCID has 19 or 20 digits; this has ${digits.length}.`);
  }
  if (!passesLuhn(digits)) throw new Invalid("The check digit of this 20-digit ICCID is wrong.");
  return digits.slice(0, 19);
}
