const CODES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SV SY SZ TD TG TH TJ TM TN TO TR TT TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW".split(
    " ",
  );

/** What people say besides the official name. */
const ALSO: Record<string, string> = {
  GB: "uk | united kingdom | great britain | britain | england | british",
  US: "usa | america | united states | the states | states | american | u . s",
  NL: "holland | netherlands | dutch",
  DE: "german",
  FR: "french",
  PL: "polish",
  SE: "swedish",
  BR: "brazilian",
  ES: "spanish",
  IT: "italian",
  CZ: "czechia | czech republic | czech",
  CH: "swiss",
  AT: "austrian",
  BE: "belgian",
  DK: "danish",
  NO: "norwegian",
  FI: "finnish",
  PT: "portuguese",
  IE: "irish",
  CN: "chinese",
  JP: "japanese",
  IN: "indian",
  MX: "mexican",
  CA: "canadian",
  AU: "australian",
  TR: "turkey | turkish",
  KR: "korea | south korea",
  RU: "russia | russian",
  AE: "uae | emirates",
  ZA: "south african",
  HK: "hong kong",
};

/** ISO code → phrases that name the country. */
export function countryPhrases(): Map<string, string[]> {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return new Map(
    CODES.map((code) => {
      const name = names.of(code) ?? code;
      return [code, [name.replace(/&/g, "and"), ...(ALSO[code]?.split(" | ") ?? [])]];
    }),
  );
}

/** Codes are read only in capitals: "IT" is Italy, "it" is not. Some are words or units even then. */
export const READABLE_CODES: ReadonlySet<string> = new Set(
  [...CODES, "UK"].filter(
    (code) =>
      !["MO", "MT", "IN", "NO", "ID", "IS", "TO", "AM", "PM", "SO", "MD", "ME"].includes(code),
  ),
);
