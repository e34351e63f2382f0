"use client";

import { useScopes } from "#app/components/viewer.tsx";
import { DESTINATIONS, type Destination, LOWER_DESTINATIONS } from "./navigation.ts";

/** Where the signed-in person may go. */
export function useDestinations() {
  const scopes = useScopes();
  const isOpen = ({ scope }: Destination) => scope === undefined || scopes.includes(scope);
  return { upper: DESTINATIONS.filter(isOpen), lower: LOWER_DESTINATIONS.filter(isOpen) };
}
