/** The default alphabet of GSM 03.38; those of the second line take the place of two. */
const GSM_BASIC =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const GSM_DOUBLE = /[\^{}\\[~\]|€]/;

/** How many units an SMS of its own takes, and each of several, which begin with how they belong together. */
const GSM = { alone: 160, joined: 153 };
const UCS_2 = { alone: 70, joined: 67 };

export interface SmsSize {
  /** Whether the basic alphabet of GSM is enough; else every character counts as in UTF-16. */
  readonly isBasic: boolean;
  readonly units: number;
  /** How many units one SMS takes. */
  readonly mostUnits: number;
  /** How many SMS the network makes of it. */
  readonly parts: number;
}

/** What a text takes on the air, by GSM 03.38. */
export function smsSize(text: string): SmsSize {
  const isBasic = GSM_BASIC.test(text);
  const room = isBasic ? GSM : UCS_2;
  const sizes = [...text].map((character) =>
    isBasic ? (GSM_DOUBLE.test(character) ? 2 : 1) : character.length,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const parts = units <= room.alone ? 1 : partsOf(sizes, room.joined);
  return { isBasic, units, mostUnits: room.alone, parts };
}

/** No character is torn apart by the end of a part. */
function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1;
  let taken = 0;
  for (const size of sizes) {
    if (taken + size > room) {
      parts++;
      taken = 0;
    }
    taken += size;
  }
  return parts;
}
