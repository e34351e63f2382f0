"use client";

import { createContext, type ReactNode, useContext } from "react";

const Offset = createContext(0);

/**
 * "Now" of the data for everything inside: the server's fleet clock, which may be frozen, kept as its
 * distance from the reader's own clock.
 */
export function FleetClock({ offsetMs, children }: { offsetMs: number; children: ReactNode }) {
  return <Offset value={offsetMs}>{children}</Offset>;
}

export function useFleetNow(): Date {
  return new Date(Date.now() + useContext(Offset));
}
