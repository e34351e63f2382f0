import { ProviderError } from "../../provider.ts";

const GSM_7 = 0;
const UCS_2 = 8;
const GSM_CHARS = 160;
const UCS_CHARS = 70;

/** The default alphabet of GSM 03.38; those of the second line take the place of two. */
const GSM_BASIC =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const GSM_DOUBLE = /[\^{}\\[~\]|€]/g;

/** A text in the alphabet that it needs. @throws ProviderError for one that does not fit into one SMS. */
export function smsOf(text: string): { readonly payload: string; readonly dcs: number } {
  const isBasic = GSM_BASIC.test(text);
  const length = isBasic ? text.length + (text.match(GSM_DOUBLE)?.length ?? 0) : text.length;
  const most = isBasic ? GSM_CHARS : UCS_CHARS;
  if (length > most) {
    throw new ProviderError(
      "rejected",
      `1NCE sends one SMS at a time: at most ${most} characters${isBasic ? "" : ", since this text has some beyond the basic alphabet"}. This text has ${length}.`,
    );
  }
  return { payload: text, dcs: isBasic ? GSM_7 : UCS_2 };
}
