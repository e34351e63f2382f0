const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?)?\s*(?:(Z)|([+-]\d{2}):?(\d{2}))?$/i;

/** `2018-03-09T07:59:09.000+0000`, `2023-08-06 09:59:05` (UTC), milliseconds since 1970; null otherwise. */
export function instantOf(value: unknown): Date | null {
  if (typeof value === "number") return valid(new Date(value));
  const match = typeof value === "string" ? INSTANT.exec(value.trim()) : null;
  if (!match) return null;
  const [, day, time = "00:00", fraction = "", , hours, minutes] = match;
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const seconds = time.length === 5 ? `${time}:00` : time;
  return valid(new Date(`${day}T${seconds}${fraction.slice(0, 4)}${zone}`));
}

function valid(date: Date): Date | null {
  return Number.isNaN(date.getTime()) ? null : date;
}
