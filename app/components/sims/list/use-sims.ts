"use client";

import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { useFleetChange } from "#app/lib/fleet-changed.ts";
import { usePages } from "#app/lib/use-pages.ts";
import type { SimPage } from "#domain/sims/list-sims.ts";
import { filtersOf, type SimsChoice } from "./choice.ts";
import type { SimsOrder } from "./order.ts";

const REFRESH_MS = 30_000;

/** The SIMs that are like that, in that order, a page at a time. */
export function useSims(choice: SimsChoice, order: SimsOrder) {
  const filters = filtersOf(choice, useFleetNow());
  const { pages, ...found } = usePages<SimPage>(
    { path: "/api/v1/sims", limit: 50, filters: { ...filters, ...order } },
    { refreshInterval: REFRESH_MS, keepPreviousData: true, revalidateFirstPage: false },
  );
  useFleetChange(found.mutate);
  const sims = pages.flatMap((page) => page.sims);
  const isAwaited = found.isOfBefore && sims.length === 0 && !found.needsConnection;
  return { ...found, isLoading: found.isLoading || isAwaited, filters, sims };
}

export type FoundSims = ReturnType<typeof useSims>;
