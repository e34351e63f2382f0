"use client";

import { useState } from "react";
import useSWR from "swr";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import type { MatchingSims } from "#domain/sims/matching-sims.ts";

/**
 * All SIMs that the filters leave, to be chosen at once: those in sight and those that are not. Other filters
 * mean others, so the choice ends with them.
 *
 * @param isOffered Whether the reader may want them: counting a large fleet is not for nothing.
 */
export function useMatching(filters: Readonly<Record<string, string>>, isOffered: boolean) {
  const given = Object.entries(filters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  const [chosen, setChosen] = useState<string | null>(null);
  const isChosen = chosen === query;
  const { data } = useSWR<MatchingSims, RequestFailed>(
    isOffered || isChosen ? `/api/sims/matching?${query}` : null,
    getJson,
    { revalidateOnFocus: false },
  );
  return {
    /** Null until they are counted. */
    sims: data ?? null,
    isChosen: isChosen && data !== undefined,
    choose: () => setChosen(query),
    clear: () => setChosen(null),
  };
}

export type Matching = ReturnType<typeof useMatching>;
