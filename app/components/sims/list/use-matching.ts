"use client";

import useSWR from "swr";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { useFleetChange } from "#app/lib/fleet-changed.ts";
import type { MatchingSims } from "#domain/sims/matching-sims.ts";
import type { FoundSims } from "./use-sims.ts";

/**
 * How many SIMs the filters leave, those in sight and those that are not, with the query that names them all. Null
 * until they are counted, which waits for the rows and is not done where all of them are in sight, unless they are
 * chosen at once.
 *
 * @param meant The filters as they were chosen: the same as long as the reader means the same.
 */
export function useMatching(
  { filters, hasMore }: FoundSims,
  meant: string,
  isChosen: boolean,
): MatchingSims | null {
  const given = Object.entries(filters).filter(([, value]) => value !== "");
  const { data, mutate } = useSWR<MatchingSims, RequestFailed>(
    hasMore || isChosen ? ["/api/sims/matching", meant] : null,
    () => getJson(`/api/sims/matching?${new URLSearchParams(given)}`),
    { revalidateOnFocus: false },
  );
  useFleetChange(mutate);
  return data ?? null;
}
