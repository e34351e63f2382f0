import type { Feedback } from "./types.ts";

/** Also an event of a group, which has a kind of its own. */
type Compared = Omit<Feedback, "kind"> & { readonly kind: Feedback["kind"] | "cohort" };

const SIZE_SLACK = 1.4;
const LENGTH_SLACK = 1.5;

/**
 * Whether an anomaly is like one that somebody said is none. The rule: the same kind on the same side, no
 * farther from the expectation than 1.4 times that one (in logarithms), and no longer than one and a half
 * times its days and a day; for a country, an operator or an IMEI, the very same one.
 */
export function isLike(anomaly: Compared, dismissed: Compared): boolean {
  if (anomaly.kind !== dismissed.kind) return false;
  if (anomaly.seen !== undefined || dismissed.seen !== undefined) {
    return anomaly.seen === dismissed.seen;
  }
  if (anomaly.days > LENGTH_SLACK * dismissed.days + 1) return false;
  if (anomaly.kind === "silence") return true;
  const size = sizeOf(anomaly);
  const usual = sizeOf(dismissed);
  return Math.sign(size) === Math.sign(usual) && Math.abs(size) <= SIZE_SLACK * Math.abs(usual);
}

/** How many times as much, as a logarithm that stays finite at nothing. */
function sizeOf({ observed, expected }: Compared): number {
  const least = Math.max(observed, expected) / 1000;
  return least > 0 ? Math.log((observed + least) / (expected + least)) : 0;
}
