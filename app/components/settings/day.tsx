"use client";

import { type Formatted, formatDate } from "#app/lib/format.ts";
import { useAlive } from "#app/lib/use-alive.ts";

/** A day as the reader writes it, in their zone. */
export function Day({ iso }: { iso: string }) {
  const { text, exact }: Formatted = useAlive() ? formatDate(iso) : { text: iso.slice(0, 10) };
  return (
    <time dateTime={iso} title={exact}>
      {text}
    </time>
  );
}
