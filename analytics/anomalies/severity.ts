import type { Finding } from "./findings.ts";
import type { Severity } from "./types.ts";

export interface Extent {
  readonly observed: number;
  readonly expected: number;
  readonly days: number;
  readonly isOngoing: boolean;
}

/** How soon somebody should look: by what it may cost and whether it still goes on, not by how unlikely it is. */
export function severityOf(
  { what }: Finding,
  { observed, expected, days, isOngoing }: Extent,
): Severity {
  const ratio = expected > 0 ? observed / expected : Number.POSITIVE_INFINITY;
  switch (what) {
    case "high":
    case "talkative":
      if (ratio >= 10) return "critical";
      if (ratio >= 4 || (ratio >= 2 && isOngoing && days >= 3)) return "high";
      return ratio >= 2 || days >= 3 ? "medium" : "low";
    case "low":
      if (ratio <= 0.2 && days >= 3) return "high";
      return ratio <= 0.4 || days >= 3 ? "medium" : "low";
    case "silence":
      if (isOngoing && days >= 7) return "critical";
      if (days >= 3) return isOngoing ? "high" : "medium";
      return isOngoing ? "medium" : "low";
    case "growth":
      return ratio >= 2 && isOngoing ? "high" : "medium";
    case "level":
      return ratio >= 2 || ratio <= 0.5 ? "medium" : "low";
    case "rhythm":
      return "low";
  }
}
