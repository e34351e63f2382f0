/** Sizes count in steps of 1024, as 1NCE does: 1 MB = 1024² bytes. */
export const BYTES_OF_UNIT = {
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
} as const;

/** `"500MB"`, `"1.5 GiB"`, `"1024"` → bytes, rounded; `null` when it is no size. */
export function parseBytes(text: string): number | null {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*([kmgt]?)i?(b|bytes?)?\s*$/i.exec(text);
  if (!match?.[1]) return null;
  const unit = `${(match[2] ?? "").toLowerCase()}b` as keyof typeof BYTES_OF_UNIT;
  return Math.round(Number(match[1]) * BYTES_OF_UNIT[unit]);
}

/** `1331439861` → `"1.24 GB"`. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  for (const unit of ["TB", "GB", "MB", "kB"] as const) {
    const step = BYTES_OF_UNIT[unit.toLowerCase() as keyof typeof BYTES_OF_UNIT];
    if (size >= step) return `${trim(bytes / step)} ${unit}`;
  }
  return `${trim(bytes)} B`;
}

function trim(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\.0+$|(\.\d*[1-9])0+$/, "$1");
}
