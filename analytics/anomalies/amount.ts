const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"] as const;

/** `bytes` in steps of 1024; anything else as a number with its unit behind it. */
export function amount(value: number, unit: string): string {
  if (unit !== "bytes") return `${digits(value)} ${unit}`.trim();
  let step = 0;
  let size = value;
  while (Math.abs(size) >= 1024 && step < UNITS.length - 1) {
    size /= 1024;
    step++;
  }
  return `${digits(size)} ${UNITS[step]}`;
}

function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e7) return value.toExponential(2);
  const text = value.toFixed(size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** `3.4 times`, or a share in per cent below one. */
export function ratioText(observed: number, expected: number): string {
  if (expected <= 0) return "more than";
  const ratio = observed / expected;
  if (ratio >= 1) return `${digits(Number(ratio.toPrecision(2)))} times`;
  return `${Math.round(ratio * 100)} % of`;
}
