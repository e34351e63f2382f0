/** Parts of the world as people name them, and their countries (UN M49; Cyprus with Europe, as it is in the EU). */
interface Region {
  readonly say: string;
  readonly codes: string;
}

const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
const SOUTH_AMERICA = "AR BO BR CL CO EC GY PE PY SR UY VE";
const CENTRAL_AMERICA = "BZ CR GT HN MX NI PA SV";
const CARIBBEAN = "AG BB BS CU DM DO GD HT JM KN LC TT VC";

const REGIONS: readonly Region[] = [
  { say: "EU | European Union | EU countries | EU member states", codes: EU },
  {
    say: "Europe | European | European countries | continental Europe",
    codes: `${EU} AD AL BA BY CH GB GI IS LI MC MD ME MK NO RS RU SM UA VA XK`,
  },
  { say: "Scandinavia | Scandinavian | Scandinavian countries", codes: "DK NO SE" },
  {
    say: "the Nordics | Nordics | Nordic | Nordic countries | Nordic region",
    codes: "DK FI IS NO SE",
  },
  { say: "the Baltics | Baltics | Baltic states | Baltic countries", codes: "EE LT LV" },
  { say: "Benelux | the Benelux | Benelux countries", codes: "BE LU NL" },
  { say: "DACH | DACH region | DACH countries", codes: "AT CH DE" },
  { say: "Iberia | Iberian peninsula", codes: "ES PT" },
  { say: "North America | North American", codes: "CA MX US" },
  { say: "South America | South American", codes: SOUTH_AMERICA },
  {
    say: "Latin America | Latin American | LATAM",
    codes: `${SOUTH_AMERICA} ${CENTRAL_AMERICA} CU DO HT`,
  },
  { say: "the Americas", codes: `CA US ${SOUTH_AMERICA} ${CENTRAL_AMERICA} ${CARIBBEAN}` },
  {
    say: "Asia | Asian | Asian countries",
    codes:
      "AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE",
  },
  {
    say: "Africa | African | African countries",
    codes:
      "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW",
  },
  { say: "Oceania", codes: "AU FJ FM KI MH NR NZ PG PW SB TO TV VU WS" },
];

/** Phrases that name several countries at once, with their ISO codes. */
export function regionPhrases(): { readonly phrase: string; readonly codes: readonly string[] }[] {
  return REGIONS.flatMap(({ say, codes }) =>
    say.split(" | ").map((phrase) => ({ phrase, codes: codes.split(" ") })),
  );
}
