"use client";

import type { ReactNode } from "react";
import { readAs } from "#app/lib/reader.ts";

interface ReaderProps {
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly children: ReactNode;
}

/** Everything inside writes numbers and times as this person reads them. Before they are drawn, so not in an effect. */
export function Reader({ locale, timeZone, children }: ReaderProps) {
  readAs({ locale: locale ?? undefined, timeZone: timeZone ?? undefined });
  return children;
}
