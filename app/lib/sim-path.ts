/** The page of one SIM. */
export function simPath(iccid: string): string {
  return `/sims/${encodeURIComponent(iccid)}`;
}
