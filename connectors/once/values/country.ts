const A = "A".charCodeAt(0);
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(A + index));

/** Spellings of operators' lists that the runtime's own names do not have. */
const ALSO: Readonly<Record<string, string>> = {
  "united states of america": "US",
  usa: "US",
  uk: "GB",
  "great britain": "GB",
  "czech republic": "CZ",
  "russian federation": "RU",
  "korea, republic of": "KR",
  "republic of korea": "KR",
  macedonia: "MK",
  holland: "NL",
  turkey: "TR",
  "viet nam": "VN",
  "hong kong": "HK",
  macau: "MO",
};

/** ISO 3166-1 alpha-2 of a code or an English name. */
export function countryOf(text: string | null): string | null {
  if (text === null) return null;
  if (/^[A-Z]{2}$/.test(text)) return text;
  const name = text.toLowerCase();
  return ALSO[name] ?? BY_NAME.get(name) ?? (/^[a-z]{2}$/.test(name) ? name.toUpperCase() : null);
}

const BY_NAME = namesOfCountries();

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Map(
    // backwards, so that of two codes for one name (a former one, say) the first in the alphabet stays
    codes.reverse().flatMap((code) => {
      const name = names.of(code)?.toLowerCase();
      return name ? [[name, code] as const] : [];
    }),
  );
}
