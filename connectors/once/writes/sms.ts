import { smsSize } from "#core/sms.ts";

const GSM_7 = 0;
const UCS_2 = 8;

/** A text in the alphabet that it needs. */
export function smsOf(text: string): { readonly payload: string; readonly dcs: number } {
  return { payload: text, dcs: smsSize(text).isBasic ? GSM_7 : UCS_2 };
}

/** Why it does not fit into one SMS: the API sends no more at a time. */
export function whyNotSend(text: string): string | null {
  const { isBasic, units, mostUnits, parts } = smsSize(text);
  if (parts === 1) return null;
  const why = isBasic ? "" : ", since this text has some beyond the basic alphabet";
  return `1NCE sends one SMS at a time: at most ${mostUnits} characters${why}. This text has ${units}.`;
}
