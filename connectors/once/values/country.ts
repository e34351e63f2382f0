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
  burma: "MM",
  "democratic republic of the congo": "CD",
  "republic of the congo": "CG",
  "ivory coast": "CI",
  "bosnia and herzegovina": "BA",
};

/** ISO 3166-1 alpha-2 of a code or an English name. */
export function countryOf(text: string | null): string | null {
  if (text === null) return null;
  const name = text.toLowerCase();
  return ALSO[name] ?? BY_NAME.get(name) ?? (/^[a-z]{2}$/.test(name) ? name.toUpperCase() : null);
}

const BY_NAME = namesOfCountries();

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Map(
    codes.filter(isCurrent).flatMap((code) => {
      const name = names.of(code)?.toLowerCase() ?? "";
      return [name, name.replace(/ \(.*\)$/, "")].map((spelling) => [spelling, code] as const);
    }),
  );
}

/** Former codes, such as DD, have the name of their successor. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}
