/** Made once: to make one takes longer than to read a question. */
const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `2026-10-01` → `1 Oct 2026`. */
export function spoken(of: string): string {
  return DATE.format(new Date(`${of}T00:00:00Z`)).replace("Sept", "Sep");
}
