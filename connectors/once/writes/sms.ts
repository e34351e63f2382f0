const GSM_7 = 0;
const UCS_2 = 8;
const GSM_CHARS = 160;
const UCS_CHARS = 70;

/** The default alphabet of GSM 03.38; those of the second line take the place of two. */
const GSM_BASIC =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const GSM_DOUBLE = /[\^{}\\[~\]|€]/g;

/** A text in the alphabet that it needs. */
export function smsOf(text: string): { readonly payload: string; readonly dcs: number } {
  return { payload: text, dcs: GSM_BASIC.test(text) ? GSM_7 : UCS_2 };
}

/** Why it does not fit into one SMS: the API sends no more at a time. */
export function whyNotSend(text: string): string | null {
  const isBasic = GSM_BASIC.test(text);
  const length = isBasic ? text.length + (text.match(GSM_DOUBLE)?.length ?? 0) : text.length;
  const most = isBasic ? GSM_CHARS : UCS_CHARS;
  if (length <= most) return null;
  const why = isBasic ? "" : ", since this text has some beyond the basic alphabet";
  return `1NCE sends one SMS at a time: at most ${most} characters${why}. This text has ${length}.`;
}
