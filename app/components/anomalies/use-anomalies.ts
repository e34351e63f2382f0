"use client";

import { useFleetChange } from "#app/lib/fleet-changed.ts";
import { usePages } from "#app/lib/use-pages.ts";
import type { AnomalyList } from "#domain/analysis/anomaly-list.ts";
import type { AnomalyChoice } from "./choice.ts";

/** The fleet's anomalies that are like that, the newest first, a page at a time. */
export function useAnomalies(choice: AnomalyChoice) {
  const { pages, ...found } = usePages<AnomalyList>(
    { path: "/api/v1/ai/anomalies", limit: 50, filters: { ...choice } },
    { refreshInterval: 30_000, keepPreviousData: true, revalidateFirstPage: false },
  );
  useFleetChange(found.mutate);
  return { ...found, anomalies: pages.flatMap(({ anomalies }) => anomalies) };
}
