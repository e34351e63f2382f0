import { hashOf } from "../random.ts";

interface Country {
  readonly id: number;
  readonly name: string;
  readonly mcc: string;
  readonly callingCode: string;
  /** Reference point of the country, which the status call gives, never the device's place. */
  readonly latitude: string;
  readonly longitude: string;
}

const COUNTRIES: Readonly<Record<string, Country>> = {
  AT: country(13, "Austria", "232", "43", "47", "13"),
  BE: country(21, "Belgium", "206", "32", "50", "4"),
  BR: country(29, "Brazil", "724", "55", "-10", "-55"),
  CH: country(197, "Switzerland", "228", "41", "47", "8"),
  CZ: country(54, "Czech Republic", "230", "420", "49", "15"),
  DE: country(74, "Germany", "262", "49", "51", "9"),
  DK: country(55, "Denmark", "238", "45", "56", "10"),
  ES: country(187, "Spain", "214", "34", "40", "-4"),
  FI: country(68, "Finland", "244", "358", "64", "26"),
  FR: country(69, "France", "208", "33", "46", "2"),
  GB: country(213, "United Kingdom", "234", "44", "54", "-2"),
  IT: country(98, "Italy", "222", "39", "42", "12"),
  JP: country(100, "Japan", "440", "81", "36", "138"),
  NL: country(139, "Netherlands", "204", "31", "52", "5"),
  NO: country(149, "Norway", "242", "47", "62", "10"),
  PL: country(160, "Poland", "260", "48", "52", "20"),
  SE: country(196, "Sweden", "240", "46", "62", "15"),
  US: country(215, "United States", "310", "1", "38", "-97"),
};

/** A network as the API's answers need it. */
export interface Network extends Country {
  readonly isoCode: string;
  readonly operatorId: number;
  readonly operator: string;
  readonly mnc: string;
}

/** Codes that no list here has are made from the names, so that they are at least always the same. */
export function networkOf(sim: { readonly country: string; readonly operator: string }): Network {
  const known = COUNTRIES[sim.country];
  const hash = hashOf(sim.operator);
  return {
    ...(known ?? country(900 + (hashOf(sim.country) % 99), sim.country, "901", "883", "0", "0")),
    isoCode: sim.country.toLowerCase(),
    operatorId: 1 + (hash % 9_000),
    operator: sim.operator,
    mnc: String(1 + (hash % 90)).padStart(2, "0"),
  };
}

function country(
  id: number,
  name: string,
  mcc: string,
  callingCode: string,
  latitude: string,
  longitude: string,
): Country {
  return { id, name, mcc, callingCode, latitude, longitude };
}
