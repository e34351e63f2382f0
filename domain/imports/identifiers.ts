import { passesLuhn } from "#core/luhn.ts";
import { type Checked, fail, ok } from "./checked.ts";
import { checkText } from "./words.ts";

const SCIENTIFIC = /^\d([.,]\d+)?e\+?\d+$/i;
const SCIENTIFIC_REASON =
  "was cut by a spreadsheet, its last digits are lost; format the column as text and export again";

/**
 * 19 digits are taken as they are: some providers end them with a check digit, others do not. 20 digits
 * end with one, which must be right, and are stored as their first 19.
 */
export function checkIccid(text: string): Checked<string> {
  if (SCIENTIFIC.test(text)) return fail(SCIENTIFIC_REASON);
  const digits = onlyDigits(text).replace(/^(\d{19})f$/i, "$1");
  if (/[^\d]/.test(digits)) return fail("has other characters than digits");
  if (digits.length === 19) return ok(digits);
  if (digits.length !== 20) {
    return fail(`has ${digits.length} digits; an ICCID has 19, or 20 with its check digit`);
  }
  return passesLuhn(digits)
    ? ok(digits.slice(0, 19))
    : fail("has a wrong check digit; one of its 20 digits must be mistyped");
}

/** E.164: up to 15 digits with the country code; stored with its plus. */
export function checkMsisdn(text: string): Checked<string> {
  if (SCIENTIFIC.test(text)) return fail(SCIENTIFIC_REASON);
  const digits = text.replace(/[\s().\-/]/g, "").replace(/^(\+|00)/, "");
  if (!/^\d+$/.test(digits)) return fail("is not a phone number");
  if (digits.startsWith("0")) return fail("has no country code; write it as +49…");
  return digits.length >= 7 && digits.length <= 15
    ? ok(`+${digits}`)
    : fail(`has ${digits.length} digits; a phone number with its country code has 7 to 15`);
}

export function checkImsi(text: string): Checked<string> {
  return checkLength(text, [14, 15], "an IMSI has 15");
}

/** 14 digits without the check digit, 15 with it, 16 with the software version. */
export function checkImei(text: string): Checked<string> {
  return checkLength(text, [14, 15, 16], "an IMEI has 15, or 16 with the software version");
}

/** A record's own id. One that a spreadsheet has rounded would stand for several records. */
export function checkRecordId(text: string): Checked<string> {
  return /^\d([.,]\d+)?e\+\d+$/i.test(text) ? fail(SCIENTIFIC_REASON) : checkText(text);
}

function checkLength(text: string, lengths: readonly number[], rule: string): Checked<string> {
  if (SCIENTIFIC.test(text)) return fail(SCIENTIFIC_REASON);
  const digits = onlyDigits(text);
  if (!/^\d+$/.test(digits)) return fail("has other characters than digits");
  return lengths.includes(digits.length)
    ? ok(digits)
    : fail(`has ${digits.length} digits; ${rule}`);
}

/** Without the blanks and hyphens of print, and without what keeps a spreadsheet from rounding. */
function onlyDigits(text: string): string {
  return text.replace(/^="?|^'|"$/g, "").replace(/[\s-]/g, "");
}
