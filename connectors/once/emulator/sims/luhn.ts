import { passesLuhn } from "#core/iccid.ts";

/** The 20-digit form: the ICCID and its check digit. */
export function withCheckDigit(iccid: string): string {
  for (let digit = 0; digit < 10; digit++) {
    if (passesLuhn(`${iccid}${digit}`)) return `${iccid}${digit}`;
  }
  return `${iccid}0`;
}
