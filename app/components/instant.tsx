"use client";

import { type Formatted, formatInstant } from "#app/lib/format.ts";
import { useAlive } from "#app/lib/use-alive.ts";

/** When something of ours happened, by the reader's own clock (the fleet's may be frozen). */
export function Instant({ iso }: { iso: string }) {
  const isAlive = useAlive();
  const { text, exact }: Formatted = isAlive
    ? formatInstant(iso, new Date())
    : { text: iso.slice(0, 10) };
  return (
    <time dateTime={iso} title={exact} className="whitespace-nowrap">
      {text}
    </time>
  );
}
