import { HOUR_MS, SECOND_MS, startOfDay } from "./calendar.ts";
import { type Fleet, STREAM, streamOf } from "./fleet.ts";
import { between, chance, pick, type Random, weighted, wholeBetween } from "./random.ts";
import { isAlive, type Sim } from "./sims.ts";

export interface Sms {
  readonly sentAtMs: number;
  readonly direction: "mt" | "mo";
  readonly body: string;
  /** How it ends; until then it is pending. */
  readonly outcome: "delivered" | "failed" | "expired";
  readonly endsAtMs: number;
}

const TO_DEVICE_SHARE = 0.62;
const HOUR_SECONDS = 3600;

export function smsOn(fleet: Fleet, sim: Sim, day: number): Sms[] {
  const random = streamOf(fleet, STREAM.sms, sim.index, day);
  const count = Math.floor(sim.smsPerDay) + (chance(random, sim.smsPerDay % 1) ? 1 : 0);
  return Array.from({ length: count }, () => message(sim, day, random)).filter(({ sentAtMs }) =>
    isAlive(sim, sentAtMs),
  );
}

function message(sim: Sim, day: number, random: Random): Sms {
  const direction = chance(random, TO_DEVICE_SHARE) ? "mt" : "mo";
  const hour = direction === "mt" ? between(random, 5, 19) : between(random, 0, 24);
  const sentAtMs = startOfDay(day) + Math.floor(hour * HOUR_SECONDS) * SECOND_MS;
  const outcome = direction === "mo" ? "delivered" : weighted(random, OUTCOMES);
  const waitMs =
    outcome === "delivered"
      ? wholeBetween(random, 2, chance(random, 0.1) ? 5 * HOUR_SECONDS : 60) * SECOND_MS
      : outcome === "failed"
        ? wholeBetween(random, 5, 120) * SECOND_MS
        : 24 * HOUR_MS;
  return {
    sentAtMs,
    direction,
    body: bodyOf(sim, direction, random),
    outcome,
    endsAtMs: sentAtMs + waitMs,
  };
}

const OUTCOMES = [
  ["delivered", 0.84],
  ["failed", 0.09],
  ["expired", 0.07],
] as const;

function bodyOf(sim: Sim, direction: Sms["direction"], random: Random): string {
  if (direction === "mt") {
    return pick(random, [
      "REBOOT",
      "STATUS?",
      "PING",
      `CONFIG interval=${pick(random, [60, 300, 900, 3600])}`,
      `SET report=${pick(random, ["hourly", "daily", "on-change"])}`,
      `FW UPDATE ${wholeBetween(random, 2, 4)}.${wholeBetween(random, 0, 9)}.${wholeBetween(random, 0, 9)}`,
      "SET apn=iot.fleet",
      "GET DIAG",
      "RESET COUNTERS",
    ]);
  }
  return pick(random, [
    "OK",
    `STATUS ok uptime=${wholeBetween(random, 1, 900)}h`,
    `BATT ${between(random, 3.2, 4.1).toFixed(2)}V RSSI -${wholeBetween(random, 65, 115)}`,
    "BOOT reason=watchdog",
    "BOOT reason=power",
    `ALARM ${pick(random, ["tamper", "low battery", "temperature", "door open"])}`,
    `HEARTBEAT ${sim.label}`,
    "ERR 17 config rejected",
  ]);
}
