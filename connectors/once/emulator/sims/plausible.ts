import { randomOf } from "../random.ts";
import type { SeedSim } from "./seed.ts";

const NETWORKS = [
  ["DE", "Telekom DE"],
  ["DE", "Vodafone DE"],
  ["FR", "Orange FR"],
  ["GB", "EE UK"],
  ["NL", "KPN NL"],
  ["US", "AT&T US"],
  ["PL", "Play PL"],
  ["SE", "Telia SE"],
] as const;
const DEVICES = ["meter", "tracker", "charger", "sensor", "bike-lock", "camera"];
const RATS = ["LTE-M", "NB-IoT", "LTE", "2G"] as const;

/** `count` SIMs such as an account may have; the same seed gives the same ones. */
export function plausibleSims(count: number, seed = 1): SeedSim[] {
  const random = randomOf(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const serial = String(i + 1).padStart(9, "0");
    const [country, operator] = pick(NETWORKS);
    const left = random();
    return {
      iccid: `8988228066${serial}`,
      label: `${pick(DEVICES)}-${String(i + 1).padStart(5, "0")}`,
      status: random() < 0.93 ? "Enabled" : "Disabled",
      imei_lock: random() < 0.2,
      country,
      operator,
      rat: pick(RATS),
      data_remaining_mb: left < 0.02 ? 0 : Math.round(left * 500 * 1e3) / 1e3,
      sms_remaining: Math.floor(random() * 251),
    };
  });
}
