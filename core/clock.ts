import { config } from "./config.ts";

/** The "now" of data and questions; `SIMON_NOW` freezes it for demos, evals and tests. */
export function fleetNow(): Date {
  return config().fleetNow ?? new Date();
}

/** The real clock: expiry, limits, tokens, jobs and audit. */
export function wallNow(): Date {
  return new Date();
}

export function isFleetClockFrozen(): boolean {
  return config().fleetNow !== undefined;
}
