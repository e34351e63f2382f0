"use client";

import { formatInstant } from "#app/lib/format.ts";

/** When something of ours happened, by the reader's own clock (the fleet's may be frozen). */
export function Instant({ iso }: { iso: string }) {
  const { text, exact } = formatInstant(iso, new Date());
  return (
    <time dateTime={iso} title={exact} className="whitespace-nowrap" suppressHydrationWarning>
      {text}
    </time>
  );
}
