import { countOf } from "#app/lib/format.ts";

/** "211 SIMs", "more than 50,000 SIMs". */
export function countWords({
  count,
  isMore,
}: {
  readonly count: number;
  readonly isMore: boolean;
}): string {
  const sims = countOf(count, "SIM");
  return isMore ? `more than ${sims}` : sims;
}
