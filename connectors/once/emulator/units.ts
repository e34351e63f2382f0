/** 1NCE counts 1,024 kilobytes of 1,024 bytes to the megabyte. */
export const MEGABYTE = 1024 * 1024;
export const KILOBYTE = 1024;
export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** Six decimals, as the real API writes them. */
export function megabytesOf(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 1e6) / 1e6;
}

export function bytesOf(megabytes: number): number {
  return Math.round(megabytes * MEGABYTE);
}

/** `2026-11-28T10:00:00.000Z` */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** `2026-11-28T10:00:00.000+0000`: an offset without a colon, which is no RFC 3339. */
export function offsetDateOf(ms: number): string {
  return isoOf(ms).replace("Z", "+0000");
}

/** `2026-11-28 10:00:00`: no zone; it is UTC. */
export function zonelessDateOf(ms: number): string {
  return isoOf(ms).slice(0, 19).replace("T", " ");
}

/** The UTC day, `2026-11-28`. */
export function dayOf(ms: number): string {
  return isoOf(ms).slice(0, 10);
}
