"use client";

import { useCallback } from "react";
import useSWR from "swr";
import { AdviceCard } from "#app/components/analysis/advice-card.tsx";
import { AnomalyCard } from "#app/components/analysis/anomaly-card.tsx";
import { AnomalyListCard } from "#app/components/analysis/anomaly-list-card.tsx";
import { ForecastCard } from "#app/components/analysis/forecast-card.tsx";
import { PooledCard } from "#app/components/analysis/pooled-card.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { useFleetChange } from "#app/lib/fleet-changed.ts";
import type { ToolRendererProps } from "./types.ts";

export function ForecastUsage({ output }: ToolRendererProps<"forecast_usage">) {
  return <ForecastCard forecast={output} />;
}

/** As it was when asked for, until something is changed here. */
export function DetectAnomalies({ output }: ToolRendererProps<"detect_anomalies">) {
  const path = `/api/v1/ai/sims/${encodeURIComponent(output.subject.iccid ?? "")}/anomaly-check`;
  const { data, mutate } = useSWR<typeof output, RequestFailed>(path, getJson, AS_IT_WAS);
  useFleetChange(useCallback(() => void mutate(), [mutate]));
  return <AnomalyCard found={data ?? output} />;
}

const AS_IT_WAS = {
  revalidateOnMount: false,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
};

export function ListAnomalies({ output }: ToolRendererProps<"list_anomalies">) {
  return <AnomalyListCard list={output} />;
}

export function RecommendQuota({ output }: ToolRendererProps<"recommend_quota">) {
  return <AdviceCard output={output} />;
}

export function PoolQuotas({ output }: ToolRendererProps<"pool_quotas">) {
  return <PooledCard output={output} />;
}
