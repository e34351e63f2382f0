"use client";

import { formatCount, formatVolume } from "#app/lib/format.ts";
import { useAlive } from "#app/lib/use-alive.ts";

interface FormatsSampleProps {
  readonly locale: string | null;
  readonly timeZone: string | null;
}

const BYTES = 1_331_439_861;

/** The moment, a number and a volume as they will be written. */
export function FormatsSample({ locale, timeZone }: FormatsSampleProps) {
  const isAlive = useAlive();
  if (!isAlive) return "…";
  const tag = locale ?? navigator.language;
  const moment = new Date().toLocaleString(tag, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: timeZone ?? undefined,
  });
  return [moment, formatCount(1_234_567, tag), formatVolume(BYTES, undefined, tag).text].join(
    " · ",
  );
}
