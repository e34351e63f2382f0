"use client";

import { useFleetChange } from "#app/lib/fleet-changed.ts";
import { usePages } from "#app/lib/use-pages.ts";
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

const REFRESH_MS = 30_000;

/** The SIMs that the filters leave, in the order of their ICCIDs, a page at a time. */
export function useSims({ search, status }: SimFilters) {
  const { pages, ...found } = usePages<SimPage>(
    { path: "/api/v1/sims", limit: 50, filters: { search, status } },
    { refreshInterval: REFRESH_MS, keepPreviousData: true, revalidateFirstPage: false },
  );
  useFleetChange(found.mutate);
  return { ...found, sims: pages.flatMap((page) => page.sims) };
}
