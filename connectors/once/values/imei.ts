/** A device of no known type: what a SIM has that was never in one. */
const NO_DEVICE = /^0{14}/;

/**
 * The 15 digits of an IMEI. Networks report an IMEISV, whose last two are the firmware's version instead of
 * the check digit. Null for what is none.
 */
export function imeiOf(text: string | null | undefined): string | null {
  const digits = text?.trim() ?? "";
  if (!/^\d{14,16}$/.test(digits) || NO_DEVICE.test(digits)) return null;
  return digits.length === 15 ? digits : digits.slice(0, 14) + checkDigit(digits.slice(0, 14));
}

function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
