"use client";

import useSWRInfinite from "swr/infinite";
import { getJson } from "#app/lib/api.ts";
import { useFleetChange } from "#app/lib/fleet-changed.ts";
import type { Sim } from "#domain/sims/sim.ts";

export interface SimFilters {
  readonly search: string;
  /** Empty for every status. */
  readonly status: string;
}

interface SimPage {
  readonly sims: readonly Sim[];
  readonly next_cursor: string | null;
}

const PAGE_SIZE = 50;
const REFRESH_MS = 30_000;

/** The SIMs that the filters leave, in the order of their ICCIDs, a page at a time. */
export function useSims(filters: SimFilters) {
  const pathOf = (index: number, before: SimPage | null) => {
    if (before && before.next_cursor === null) return null;
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (filters.search !== "") query.set("search", filters.search);
    if (filters.status !== "") query.set("status", filters.status);
    if (index > 0 && before?.next_cursor) query.set("cursor", before.next_cursor);
    return `/api/v1/sims?${query}`;
  };
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<SimPage, Error>(
    pathOf,
    getJson,
    { refreshInterval: REFRESH_MS, keepPreviousData: true, revalidateFirstPage: false },
  );
  useFleetChange(mutate);
  return {
    sims: data?.flatMap((page) => page.sims) ?? [],
    error,
    isLoading: !data && !error,
    isLoadingMore: isValidating && data !== undefined && data.length < size,
    hasMore: data?.at(-1)?.next_cursor != null,
    loadMore: () => void setSize(size + 1),
    retry: () => void mutate(),
  };
}
