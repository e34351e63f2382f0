/** The 19 digits that are stored: a 20-digit ICCID ends with a check digit. Null when it is none. */
export function normalIccid(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, "");
  return /^\d{19,20}$/.test(digits) ? digits.slice(0, 19) : null;
}
