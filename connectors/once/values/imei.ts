import { luhnDigit } from "#core/luhn.ts";

/** A device of no known type: what a SIM has that was never in one. */
const NO_DEVICE = /^0{14}/;

/**
 * The 15 digits of an IMEI. Networks report an IMEISV, whose last two are the firmware's version instead of
 * the check digit. Null for what is none.
 */
export function imeiOf(text: string | null | undefined): string | null {
  const digits = text?.trim() ?? "";
  if (!/^\d{14,16}$/.test(digits) || NO_DEVICE.test(digits)) return null;
  const body = digits.slice(0, 14);
  return digits.length === 15 ? digits : `${body}${luhnDigit(body)}`;
}
