"use client";

import { type ReactNode, useState } from "react";
import useSWR, { type SWRResponse } from "swr";
import { AdviceCard } from "#app/components/analysis/advice-card.tsx";
import { AnomalyCard } from "#app/components/analysis/anomaly-card.tsx";
import { ForecastCard } from "#app/components/analysis/forecast-card.tsx";
import {
  ForecastChoices,
  type ForecastWanted,
} from "#app/components/analysis/forecast-choices.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import type { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import type { UsageForecast } from "#domain/analysis/usage-forecast.ts";

const AUTOMATIC: ForecastWanted = { days: 30, method: "auto" };

/** What one SIM will use, what is odd about it, and what it should be on. */
export function SimAnalysis({ iccid }: { readonly iccid: string }) {
  const path = `/api/v1/ai/sims/${encodeURIComponent(iccid)}`;
  const [wanted, setWanted] = useState(AUTOMATIC);
  const { days, method } = wanted;
  const forecast = useAnalysis<UsageForecast>(
    `${path}/usage-forecast?days=${days}&method=${method}`,
  );
  const anomalies = useAnalysis<SimAnomalies>(`${path}/anomaly-check`);
  const advice = useAnalysis<QuotaAdvice>(`${path}/quota-recommendation`);
  const choices = <ForecastChoices wanted={wanted} onChange={setWanted} />;
  return (
    <>
      <Section what="forecast" result={forecast} choices={choices}>
        {(data) => <ForecastCard forecast={data} choices={choices} isOnItsPage />}
      </Section>
      <Section what="search for anomalies" result={anomalies}>
        {(data) => <AnomalyCard found={data} isOnItsPage />}
      </Section>
      <Section what="quota advice" result={advice}>
        {(data) => <AdviceCard output={data} isOnItsPage />}
      </Section>
    </>
  );
}

function useAnalysis<Output>(path: string) {
  return useSWR<Output, RequestFailed>(path, getJson, {
    keepPreviousData: true,
    revalidateOnFocus: false,
  });
}

interface SectionProps<Output> {
  /** "forecast" */
  readonly what: string;
  readonly result: SWRResponse<Output, RequestFailed>;
  /** Stay in sight where nothing came, so that something else can be chosen. */
  readonly choices?: ReactNode;
  readonly children: (data: Output) => ReactNode;
}

function Section<Output>({ what, result, choices, children }: SectionProps<Output>) {
  const { data, error, isLoading, mutate } = result;
  if (error)
    return (
      <div className="flex flex-col gap-3">
        {choices}
        <LoadFailed title={`The ${what} did not work`} error={error} retry={() => mutate()} />
      </div>
    );
  if (data === undefined)
    return (
      <div role="status" aria-label={`Loading the ${what}`}>
        <Skeleton className="h-80" />
      </div>
    );
  return (
    <div aria-busy={isLoading} className="aria-busy:opacity-60">
      {children(data)}
    </div>
  );
}
