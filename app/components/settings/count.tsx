"use client";

import { formatCount } from "#app/lib/format.ts";
import { useAlive } from "#app/lib/use-alive.ts";

/** A count as the reader writes it, on a page that comes from the server. */
export function Count({ of }: { of: number }) {
  return useAlive() ? formatCount(of) : formatCount(of, "en-GB");
}
